using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>Words of a document in one language and one look. <paramref name="Language"/> is null where it is that of the document.</summary>
internal sealed partial record WordRun(string Text, string? Language = null)
{
    /// <summary>The character style: "Strong", "Code" or another that the styles know.</summary>
    public string? Style { get; init; }

    /// <summary>A text of a model in the language that the reader gets, marked where that is another than the document's.</summary>
    public static WordRun Of(LanguageText text, DocumentWords words)
    {
        var language = text.LanguageFor(words.Language);
        return new(words.Plain(text), LanguageText.Primary(language) == words.Language ? null : Tag(language));
    }

    /// <summary>The language as Word names it; null where the source does not say it or writes it in a way of its own.</summary>
    public static string? Tag(string language) => language.Replace('_', '-') switch
    {
        "en" => "en-US",
        "es" => "es-ES",
        LanguageText.Unknown => null,
        var tag => Known().IsMatch(tag) ? tag : null,
    };

    public Run Element()
    {
        var run = new Run();
        if (Style is not null || Language is not null)
            run.RunProperties = new() { RunStyle = Style is null ? null : new() { Val = Style }, Languages = Language is null ? null : new() { Val = Language } };
        foreach (var (i, part) in OfficeProperties.Plain(Text).Split('\t').Index())
        {
            if (i > 0)
                run.Append(new TabChar());
            if (part.Length > 0)
                run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(part) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Known();
}
