namespace Trellis.Core.Competencies;

/// <summary>What happened to one statement between two versions: the statement before and after, null where it was not there.</summary>
public sealed record StatementChange(Statement? Before, Statement? After)
{
    public Statement Either => After ?? Before!;

    public bool IsReworded => Before is not null && After is not null && !(Equals(Before.Text, After.Text) && Equals(Before.Label, After.Label) && Equals(Before.Notes, After.Notes));

    public bool IsMoved => Before is not null && After is not null && Before.ParentId != After.ParentId;

    public bool IsOfAnotherKind => Before is not null && After is not null && Before.Kind != After.Kind;
}

/// <summary>What differs between two versions of a framework, told by the identifiers of its statements, in reading order. Pure.</summary>
public static class VersionDifference
{
    public static List<StatementChange> Of(IReadOnlyList<Statement> before, IReadOnlyList<Statement> after)
    {
        var old = before.ToDictionary(s => s.Id);
        var now = after.ToDictionary(s => s.Id);
        var changes = after.OrderBy(s => s.Ordinal).Select(s => new StatementChange(old.GetValueOrDefault(s.Id), s))
            .Where(c => c.Before is null || c.IsReworded || c.IsMoved || c.IsOfAnotherKind).ToList();
        changes.AddRange(before.Where(s => !now.ContainsKey(s.Id)).OrderBy(s => s.Ordinal).Select(s => new StatementChange(s, null)));
        return changes;
    }
}
