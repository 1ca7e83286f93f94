using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>Where the text of a course may speak of a statement: the passage, the words that say so, and how much of the statement they are.</summary>
/// <param name="Row">The number of the statement.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Passage">The sentence or line of the course.</param>
/// <param name="Words">The words of the passage that the statement has too, in the order of the passage.</param>
public sealed record CourseMention(int Row, double Score, string Passage, IReadOnlyList<WordSpan> Words);

/// <summary>Finds the statements that a course text may mention. docs/formulas.md, "Mentions in a course text". Pure.</summary>
public static class CourseMentions
{
    public const double Least = 0.5;

    private const int Most = 60, ShortestWord = 3, LeastWords = 2;

    private static readonly char[] Ends = ['.', ';', '!', '?', '\n', '•'];

    /// <summary>The best passage for each statement that is mentioned, the surest first.</summary>
    /// <param name="text">What a course says of itself.</param>
    /// <param name="rows">The statements.</param>
    /// <param name="language">The language in which both are read.</param>
    public static List<CourseMention> Find(string text, IReadOnlyList<WorksheetRow> rows, string language)
    {
        List<HashSet<string>> stems = [.. rows.Select(r => Stemmed(PlainText.Of(r.Text.In(language)), language).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal))];
        var by = stems.Index().SelectMany(r => r.Item.Select(s => (Stem: s, Row: r.Index))).ToLookup(s => s.Stem, s => s.Row, StringComparer.Ordinal);
        double Weight(string stem) => Math.Log(1 + (double)rows.Count / by[stem].Count());
        var whole = stems.ConvertAll(s => s.Sum(Weight));
        var best = new Dictionary<int, CourseMention>();
        foreach (var passage in Passages(text))
        {
            var words = Stemmed(passage, language);
            var counts = words.Select(w => w.Stem).Distinct().SelectMany(s => by[s].Select(row => (Stem: s, Row: row))).GroupBy(s => s.Row);
            foreach (var found in counts.Where(g => g.Count() >= LeastWords))
            {
                var score = found.Sum(f => Weight(f.Stem)) / whole[found.Key];
                if (score >= Least && !(best.GetValueOrDefault(found.Key)?.Score >= score))
                    best[found.Key] = new(found.Key, score, passage, [.. words.Where(w => stems[found.Key].Contains(w.Stem)).Select(w => w.Span)]);
            }
        }
        return [.. best.Values.OrderByDescending(m => m.Score).ThenBy(m => m.Row).Take(Most)];
    }

    private static IEnumerable<string> Passages(string text) =>
        text.ReplaceLineEndings("\n").Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    private static List<(WordSpan Span, string Stem)> Stemmed(string text, string language) => [.. WordSplitter.Split(text)
        .Where(w => w.Length >= ShortestWord && !StopWords.Contains(text.Substring(w.Start, w.Length).ToLowerInvariant(), language))
        .Select(w => (w, Stems.Of(text.Substring(w.Start, w.Length), language)))];
}
