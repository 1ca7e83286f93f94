namespace Trellis.Core.Competencies.Comparison;

/// <summary>Finds statements of two models that are known to be kin: the same identifier, a declared match, words taken over. Pure.</summary>
internal static class LinkMatches
{
    public static List<(int Left, int Right, MatchReason Reason)> Between(ComparedModel left, ComparedModel right)
    {
        var found = new Dictionary<(int, int), MatchReason>();
        var rightByName = ByName(right, s => s.Names);
        var leftByName = ByName(left, s => s.Names);
        var rightBySource = ByName(right, Source);
        for (var l = 0; l < left.Statements.Count; l++)
        {
            var statement = left.Statements[l];
            foreach (var r in rightByName[statement.Id.ToString("D")])
                Add(found, l, r, MatchReason.SameIdentifier);
            AddAll(found, statement.ExactMatches.SelectMany(name => rightByName[name]).Select(r => (l, r)), MatchReason.ExactMatch);
            AddAll(found, Source(statement).SelectMany(name => rightByName[name].Concat(rightBySource[name])).Select(r => (l, r)), MatchReason.Derived);
        }
        for (var r = 0; r < right.Statements.Count; r++)
        {
            var statement = right.Statements[r];
            AddAll(found, statement.ExactMatches.SelectMany(name => leftByName[name]).Select(l => (l, r)), MatchReason.ExactMatch);
            AddAll(found, Source(statement).SelectMany(name => leftByName[name]).Select(l => (l, r)), MatchReason.Derived);
        }
        return [.. found.Select(f => (f.Key.Item1, f.Key.Item2, f.Value))];
    }

    private static IEnumerable<string> Source(ComparedStatement statement) => statement.DerivedFrom is { Length: > 0 } name ? [name] : [];

    private static ILookup<string, int> ByName(ComparedModel model, Func<ComparedStatement, IEnumerable<string>> names) =>
        model.Statements.SelectMany((s, i) => names(s).Select(n => (Name: n, Index: i))).ToLookup(n => n.Name, n => n.Index, StringComparer.OrdinalIgnoreCase);

    private static void AddAll(Dictionary<(int, int), MatchReason> found, IEnumerable<(int Left, int Right)> pairs, MatchReason reason)
    {
        foreach (var (l, r) in pairs)
            Add(found, l, r, reason);
    }

    private static void Add(Dictionary<(int, int), MatchReason> found, int l, int r, MatchReason reason)
    {
        if (!found.TryGetValue((l, r), out var known) || reason < known)
            found[(l, r)] = reason;
    }
}
