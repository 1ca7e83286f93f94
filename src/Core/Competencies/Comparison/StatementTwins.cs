namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Finds statements of one model that say the same, or nearly so: docs/formulas.md, "Statement likeness", where the words alone
/// must reach what two statements with a rival must. Pure.
/// </summary>
public static class StatementTwins
{
    /// <summary>Pairs by their place in the list, the earlier first; each later one is named once, with the earlier that is nearest.</summary>
    public static List<(int One, int Other, bool IsSame)> Among(IReadOnlyList<string> texts, string language)
    {
        var vocabulary = new Vocabulary(language);
        StatementWords[] words = [.. texts.Select(vocabulary.Read)];
        vocabulary.Settle();
        var index = new CandidateIndex(words, new LikenessRule());
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new List<(int, int, bool)>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!first.TryAdd(words[i].Normal, i))
            {
                found.Add((first[words[i].Normal], i, true));
                continue;
            }
            var near = index.Around(words[i], Nearest.None).Candidates.Where(c => c.Statement < i && c.Words >= LikenessRule.SecondThreshold).ToList();
            if (near.Count > 0)
                found.Add((near.MaxBy(c => c.Words).Statement, i, false));
        }
        return found;
    }
}
