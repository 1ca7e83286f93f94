using System.Globalization;
using Trellis.Core.Text;

namespace Trellis.Web;

/// <summary>How a text of a model is shown to the reader of the page that is being made.</summary>
public static class Reading
{
    /// <summary>The words without markup, for lists, titles and pictures.</summary>
    public static string Plain(LanguageText text) => PlainText.Of(text.In(Startup.Language));

    /// <summary>The value of a lang attribute, or null where the text is in the language of the page or in an unknown one.</summary>
    public static string? Lang(LanguageText text)
    {
        var language = text.LanguageFor(Startup.Language);
        return language == LanguageText.Unknown || LanguageText.Primary(language) == Startup.Language ? null : language;
    }

    /// <summary>A day as one writes it in the language of the page: "January 15, 2026".</summary>
    public static string? Day(DateTimeOffset? at) =>
        at?.ToString(Startup.Language == "es" ? "d 'de' MMMM 'de' yyyy" : "MMMM d, yyyy", CultureInfo.CurrentCulture);

    /// <summary>At most <paramref name="length"/> characters, cut between words.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var cut = text.LastIndexOf(' ', length - 1);
        return string.Concat(text.AsSpan(0, cut < length / 2 ? length - 1 : cut), "…");
    }
}
