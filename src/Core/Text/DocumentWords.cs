using System.Collections.Frozen;
using System.Globalization;

namespace Trellis.Core.Text;

/// <summary>
/// The texts of documents and worksheets in one language. A text is named by its English words; data/reference/document-words.tsv
/// holds the Spanish ones.
/// </summary>
public sealed class DocumentWords
{
    private static readonly FrozenDictionary<string, string> Spanish =
        ReferenceLines.Of("document-words.tsv", '\t').ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly DocumentWords InEnglish = new("en", CultureInfo.GetCultureInfo("en-US"));
    private static readonly DocumentWords InSpanish = new("es", CultureInfo.GetCultureInfo("es"));

    private DocumentWords(string language, CultureInfo culture) => (Language, Culture) = (language, culture);

    /// <summary>The languages in which documents are written; the first is the one of whoever asks for another.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    /// <summary>"en" or "es".</summary>
    public string Language { get; }

    /// <summary>How numbers are written beside these texts.</summary>
    public CultureInfo Culture { get; }

    public static DocumentWords In(string? language) => LanguageText.Primary(language ?? "en") == "es" ? InSpanish : InEnglish;

    public string this[string english] => Language == "es" ? Spanish.GetValueOrDefault(english, english) : english;

    public string this[string english, params object[] values] => string.Format(Culture, this[english], values);

    /// <summary>A text of a model without its markup.</summary>
    public string Plain(LanguageText text) => PlainText.Of(text.In(Language));

    /// <summary>"January 15, 2026".</summary>
    public string Day(DateTimeOffset day) => day.ToString(Language == "es" ? "d 'de' MMMM 'de' yyyy" : "MMMM d, yyyy", Culture);
}
