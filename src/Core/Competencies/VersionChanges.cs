using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>How many statements of a version are new, gone, reworded or under another parent than in the version before it, told by their identifiers.</summary>
public sealed record VersionChanges(int Added, int Removed, int Reworded, int Moved)
{
    public static VersionChanges Of(IReadOnlyList<Statement> before, IReadOnlyList<Statement> after)
    {
        var known = before.ToDictionary(s => s.Id);
        var kept = after.Where(s => known.ContainsKey(s.Id)).ToList();
        return new(
            after.Count - kept.Count,
            before.Count - kept.Count,
            kept.Count(s => !s.Text.Equals(known[s.Id].Text)),
            kept.Count(s => s.ParentId != known[s.Id].ParentId));
    }

    public static async Task<VersionChanges> ReadAsync(Db db, FrameworkVersion before, FrameworkVersion after, CancellationToken stop = default) =>
        Of(await ModelCatalog.StatementsAsync(db, before, stop), await ModelCatalog.StatementsAsync(db, after, stop));
}
