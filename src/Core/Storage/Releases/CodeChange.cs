namespace Trellis.Core.Storage.Releases;

/// <summary>A code that came, went or changed its title between two releases of one kind.</summary>
public sealed record CodeChange(CodeChangeKind Kind, string Code, string Title, string? FormerTitle = null)
{
    /// <summary>What a release has that another of its kind has not, and the other way round, in the order of the codes. Codes are compared as they are.</summary>
    public static IReadOnlyList<CodeChange> Between(IReadOnlyDictionary<string, string> former, IReadOnlyDictionary<string, string> now)
    {
        var changes = new List<CodeChange>();
        foreach (var code in former.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            if (!former.TryGetValue(code, out var before))
                changes.Add(new(CodeChangeKind.Added, code, now[code]));
            else if (!now.TryGetValue(code, out var title))
                changes.Add(new(CodeChangeKind.Gone, code, before));
            else if (title != before)
                changes.Add(new(CodeChangeKind.Retitled, code, title, before));
        }
        return changes;
    }
}

/// <summary>What became of a code.</summary>
public enum CodeChangeKind
{
    Added,
    Gone,
    Retitled,
}
