using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Search;

/// <summary>
/// Short forms ("RN", "mgr"), everyday names ("garbage man") and former names of jobs and what they mean, one or more for each;
/// data/reference/title-abbreviations.csv lists them.
/// </summary>
public sealed class TitleAbbreviations
{
    private readonly Dictionary<string, List<string[]>> _meanings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstOfSeveral = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string[]> _certain;
    private readonly HashSet<string> _empty = new(StringComparer.Ordinal);

    private TitleAbbreviations(IEnumerable<string[]> rows)
    {
        var shortForms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var words = TitleText.Words(row[0]);
            if (row[1].Length == 0)
            {
                _empty.Add(row[0]);
                continue;
            }
            Longest = Math.Max(Longest, words.Count);
            if (words.Count > 1)
                _firstOfSeveral.Add(words[0]);
            var key = string.Join(' ', words);
            if (!_meanings.TryGetValue(key, out var meanings))
                _meanings.Add(key, meanings = []);
            meanings.Add([.. TitleText.Words(row[1])]);
            if (row[2] == "short" && words.Count == 1)
                shortForms.Add(key);
        }
        _certain = shortForms.Where(s => _meanings[s].Count == 1).ToDictionary(s => s, s => _meanings[s][0], StringComparer.Ordinal);
    }

    public static TitleAbbreviations Shipped { get; } = new(ReferenceLines.Of("title-abbreviations.csv"));

    /// <summary>The most words that an entry has.</summary>
    public int Longest { get; } = 1;

    /// <summary>Reads a table in the form of data/reference/title-abbreviations.csv.</summary>
    public static TitleAbbreviations Parse(string csv) => new(ReferenceLines.Parse(csv));

    /// <summary>What a word, or words joined by spaces, may mean.</summary>
    public IReadOnlyList<string[]> MeaningsOf(string words) => _meanings.TryGetValue(words, out var meanings) ? meanings : [];

    /// <summary>What a word surely means: the table knows one meaning and it is a short form, not an everyday name.</summary>
    public string[]? OnlyMeaningOf(string word) => _certain.GetValueOrDefault(word);

    /// <summary>Whether a word says nothing about the work: "seasonal", "ii".</summary>
    public bool IsEmpty(string word) => _empty.Contains(word);

    /// <summary>The same title with one of its short forms written out, in every way that the table knows.</summary>
    public IEnumerable<List<string>> Expand(IReadOnlyList<string> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var longest = _firstOfSeveral.Contains(words[start]) ? Math.Min(Longest, words.Count - start) : 1;
            for (var length = 1; length <= longest; length++)
            {
                var key = length == 1 ? words[start] : string.Join(' ', words.Skip(start).Take(length));
                foreach (var meaning in MeaningsOf(key))
                    yield return [.. words.Take(start), .. meaning, .. words.Skip(start + length)];
            }
        }
    }
}
