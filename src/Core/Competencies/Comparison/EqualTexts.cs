namespace Trellis.Core.Competencies.Comparison;

/// <summary>Pairs the statements of two models whose texts are equal. Pure.</summary>
internal static class EqualTexts
{
    public static IEnumerable<(int Left, int Right)> Between(StatementWords[] left, StatementWords[] right, Func<int, int, double> closeness)
    {
        var rightByText = right.Select((w, i) => (w.Normal, Index: i)).ToLookup(x => x.Normal, x => x.Index);
        foreach (var group in left.Select((w, i) => (w.Normal, Index: i)).GroupBy(x => x.Normal, x => x.Index))
        {
            foreach (var pair in Pairs([.. group], [.. rightByText[group.Key]], closeness))
                yield return pair;
        }
    }

    /// <summary>A text that stands often in both models ("Scoring guidelines") gives each of its places one partner, in the same place first.</summary>
    private static IEnumerable<(int Left, int Right)> Pairs(List<int> left, List<int> right, Func<int, int, double> closeness)
    {
        foreach (var l in left)
        {
            if (right.Count == 0)
                yield break;
            var r = right.Exists(x => closeness(l, x) > 0) ? right.MaxBy(x => closeness(l, x)) : right[0];
            right.Remove(r);
            yield return (l, r);
        }
    }
}
