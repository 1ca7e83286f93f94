using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>
/// What the index knows a word by: its stem after one letter for its language, so that the English "car" is not found by the
/// Spanish stem of "care"; or a whole notation.
/// </summary>
public static class SearchTerm
{
    public const char English = 'e';
    public const char Spanish = 's';
    public const char Other = 'o';
    private const char Notation = 'n';

    /// <summary>The letter of a language; a text of unknown language is taken for English.</summary>
    public static char LetterOf(string language) => LanguageText.Primary(language) switch
    {
        "en" or LanguageText.Unknown => English,
        "es" => Spanish,
        _ => Other,
    };

    public static string Of(string word, char letter) => letter switch
    {
        English => English + Stems.Of(word, "en"),
        Spanish => Spanish + Stems.Of(word, "es"),
        _ => Other + Stems.Fold(word.ToLowerInvariant()),
    };

    /// <summary>Whether the word tells nothing in the language of the letter.</summary>
    public static bool IsStopWord(string word, char letter) =>
        letter != Other && StopWords.Contains(word, letter == English ? "en" : "es");

    /// <summary>Every term that a word of unknown language may stand for.</summary>
    public static IEnumerable<string> AllOf(string word) => [Of(word, English), Of(word, Spanish), Of(word, Other)];

    public static string OfNotation(string notation) => Notation + Stems.Fold(notation.Trim().ToLowerInvariant());

    /// <summary>How a text is read, for the index and for marks alike: composed letters, so that an accent is never apart.</summary>
    public static string Composed(string text) => text.IsNormalized() ? text : text.Normalize();
}
