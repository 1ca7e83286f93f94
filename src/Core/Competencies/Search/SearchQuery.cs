using System.Collections.Frozen;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>A part of a query: a word, a phrase, the beginning of a word or a notation that hits must have, or must not.</summary>
public sealed record SearchClause(IReadOnlyList<string> Words)
{
    public bool IsPhrase { get; init; }
    public bool IsExcluded { get; init; }
    public bool IsBeginning { get; init; }

    /// <summary>The characters between two spaces, where they may be a notation as a whole.</summary>
    public string? Notation { get; init; }
}

/// <summary>
/// A query taken apart: words, "phrases", -exclusions, beginnings* and what may be a notation. Words that tell nothing are left out,
/// unless the query has no other.
/// </summary>
public static class SearchQuery
{
    /// <summary>More parts than this are not read; a page takes 200 characters.</summary>
    public const int MostClauses = 24;

    private const int LongestWord = 60;

    /// <summary>Spanish stop words that are words of their own to a reader of English.</summary>
    private static readonly FrozenSet<string> EnglishToo = new[] { "con", "era", "sea", "sin", "son", "todo" }.ToFrozenSet(StringComparer.Ordinal);

    public static List<SearchClause> Parse(string text, string language)
    {
        var clauses = Cut(SearchTerm.Composed(text).ToLowerInvariant()).Take(MostClauses).ToList();
        var telling = clauses.Where(c => !IsEmptyWord(c, language)).ToList();
        return telling.Exists(c => !c.IsExcluded) ? telling : clauses;
    }

    private static bool IsEmptyWord(SearchClause clause, string language) =>
        clause is { IsPhrase: false, IsExcluded: false, IsBeginning: false, Words: [var word] }
        && (StopWords.Contains(word, "en")
            || (StopWords.Contains(word, "es") && (LanguageText.Primary(language) == "es" || !EnglishToo.Contains(word))));

    private static IEnumerable<SearchClause> Cut(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var isExcluded = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            if (isExcluded)
                i++;
            var isPhrase = IsQuote(text[i]);
            var start = isPhrase ? i + 1 : i;
            var end = start;
            while (end < text.Length && !(isPhrase ? IsQuote(text[end]) : char.IsWhiteSpace(text[end]) || IsQuote(text[end])))
                end++;
            foreach (var clause in isPhrase ? Phrase(text[start..end], isExcluded) : Words(text[start..end], isExcluded))
                yield return clause;
            i = isPhrase ? end + 1 : end;
        }
    }

    private static IEnumerable<SearchClause> Phrase(string text, bool isExcluded)
    {
        var words = WordsOf(text);
        if (words.Count > 0)
            yield return new(words) { IsPhrase = words.Count > 1, IsExcluded = isExcluded };
    }

    private static IEnumerable<SearchClause> Words(string chunk, bool isExcluded)
    {
        var words = WordsOf(chunk);
        if (words.Count == 0)
            return [];
        if (chunk.Any(char.IsDigit))
            return [new(words) { Notation = chunk.Trim('(', ')', '[', ']', ',', ';', ':', '.'), IsExcluded = isExcluded, IsPhrase = words.Count > 1 }];
        if (isExcluded)
            return [new(words) { IsExcluded = true, IsPhrase = words.Count > 1 }];
        return words.Select((word, i) => new SearchClause([word]) { IsBeginning = i == words.Count - 1 && chunk[^1] == '*' && word.Length > 1 });
    }

    private static List<string> WordsOf(string text) =>
        [.. WordSplitter.Split(text).Where(w => w.Length <= LongestWord).Take(MostClauses).Select(w => w.In(text).ToString())];

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';
}
