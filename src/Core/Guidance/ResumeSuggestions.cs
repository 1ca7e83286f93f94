using Trellis.Core.Occupations.Search;

namespace Trellis.Core.Guidance;

/// <summary>What a suggestion taken from a résumé is.</summary>
public enum SuggestionKind
{
    /// <summary>The title of a job.</summary>
    Job,
    Technology,
    Credential,

    /// <summary>A skill or field of knowledge, by the id of its element.</summary>
    Skill,
}

/// <summary>Something that a résumé may say of a person; nothing is taken before they accept it.</summary>
/// <param name="Value">What would be taken.</param>
/// <param name="Line">The line of the résumé it was found in, and where in it.</param>
public sealed record Suggestion(SuggestionKind Kind, string Value, string Line, int Start, int Length)
{
    /// <summary>What it is called, where that is not the value itself.</summary>
    public string? Name { get; init; }
}

/// <summary>The names that are looked for in a résumé, as they are written. Never changes; safe for several threads.</summary>
public sealed class ResumeWords
{
    internal const int LongestPhrase = 6;

    private readonly Dictionary<string, (SuggestionKind Kind, string Value, string? Name)> _phrases = new(StringComparer.Ordinal);

    /// <summary>Gathers names; of equal ones the first kind stays: what is a credential is not taken for a title.</summary>
    public ResumeWords(IEnumerable<(SuggestionKind Kind, string Phrase, string Value, string? Name)> names)
    {
        foreach (var (kind, phrase, value, name) in names)
        {
            var normal = TitleText.Normal(phrase);
            if (normal.Length >= Least(kind) && normal.Split(' ').Length <= LongestPhrase)
                _phrases.TryAdd(normal, (kind, value, name));
        }
    }

    public int Count => _phrases.Count;

    internal (SuggestionKind Kind, string Value, string? Name)? Find(string normal) => _phrases.TryGetValue(normal, out var found) ? found : null;

    /// <summary>Shorter names stand for too many other things.</summary>
    private static int Least(SuggestionKind kind) => kind == SuggestionKind.Technology ? 3 : 4;
}

/// <summary>
/// Finds titles of jobs, technology, credentials and skills in the text of a résumé by their names, the longest first. Titles count at the
/// beginning of a line only, where résumés have them. Pure.
/// </summary>
public static class ResumeSuggestions
{
    private const int MostLines = 1500, MostOfAKind = 25, LongestLine = 400;

    public static List<Suggestion> In(string text, ResumeWords words)
    {
        var found = new List<Suggestion>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Take(MostLines).Select(l => l.Trim()).Where(l => l.Length > 0))
            found.AddRange(InLine(line.Length <= LongestLine ? line : line[..LongestLine], words));
        return [.. found.DistinctBy(f => (f.Kind, f.Value)).GroupBy(f => f.Kind).OrderBy(g => g.Key).SelectMany(g => g.Take(MostOfAKind))];
    }

    private static IEnumerable<Suggestion> InLine(string line, ResumeWords words)
    {
        var pieces = Pieces(line);
        for (var first = 0; first < pieces.Count; first++)
        {
            for (var count = Math.Min(ResumeWords.LongestPhrase, pieces.Count - first); count > 0; count--)
            {
                var (start, end) = (pieces[first].Start, pieces[first + count - 1].End);
                if (words.Find(TitleText.Normal(line[start..end])) is not { } phrase || !IsMeant(phrase.Kind, line, first, start, end))
                    continue;
                yield return new(phrase.Kind, phrase.Kind == SuggestionKind.Job ? line[start..end] : phrase.Value, line, start, end - start) { Name = phrase.Name };
                first += count - 1;
                break;
            }
        }
    }

    /// <summary>Programs have names that are everyday words too ("Access", "Word"); as names they have a capital letter or a digit.</summary>
    private static bool IsMeant(SuggestionKind kind, string line, int first, int start, int end) => kind switch
    {
        SuggestionKind.Job => IsTitlePlace(line, first, start, end),
        SuggestionKind.Technology => line[start..end].Any(c => char.IsUpper(c) || char.IsDigit(c)),
        _ => true,
    };

    /// <summary>A title begins its line, or stands behind a comma, bar, colon or dash, and ends before one or with the line.</summary>
    private static bool IsTitlePlace(string line, int first, int start, int end) =>
        (first == 0 || Parts(line[..start].TrimEnd())) && (end == line.Length || line[end..].TrimStart() is "" or [',' or '|' or ':' or ';' or '-' or '–' or '—' or '(' or '@' or '.', ..] || line[end..].StartsWith(" at ", StringComparison.Ordinal));

    private static bool Parts(string before) => before is [.., ',' or '|' or ':' or ';' or '-' or '–' or '—' or '•' or '*'];

    /// <summary>The words of a line with their places; signs inside a word, as in C++ or node.js, belong to it.</summary>
    private static List<(int Start, int End)> Pieces(string line)
    {
        var pieces = new List<(int, int)>();
        for (var at = 0; at < line.Length; at++)
        {
            if (!char.IsLetterOrDigit(line[at]))
                continue;
            var start = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]) && line[at] is not (',' or ';' or '|' or '(' or ')' or ':' or '/' or '–' or '—' or '•'))
                at++;
            var end = at;
            while (end > start && line[end - 1] is '.' or '!' or '?' or '"' or '”')
                end--;
            pieces.Add((start, end));
        }
        return pieces;
    }
}
