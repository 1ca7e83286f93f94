using System.Globalization;

namespace Trellis.Interop.Case;

/// <summary>How CASE writes what is no text.</summary>
internal static class CaseText
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A title of a thing whose text is long, cut between words.</summary>
    public static string Title(string text)
    {
        const int most = 120;
        if (text.Length <= most)
            return text;
        var cut = text.LastIndexOf(' ', most - 1);
        if (cut < most / 2)
            cut = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, cut), "…");
    }
}
