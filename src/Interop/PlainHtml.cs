using System.Net;
using System.Text.RegularExpressions;

namespace Trellis.Interop;

/// <summary>A statement as HTML, for systems that keep their texts so: plain words become a paragraph, and a text that holds marks already goes as it is.</summary>
internal static partial class PlainHtml
{
    private const string Break = "<br />";

    public static string Of(string text)
    {
        // Breaks alone make no HTML of it; written anew they come back as the lines that they are.
        var plain = Mark().IsMatch(text) ? ToText(text).Trim() : text;
        return Mark().IsMatch(plain)
            ? text
            : $"<p>{plain.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).ReplaceLineEndings(Break)}</p>";
    }

    /// <summary>The words of HTML that holds no more marks than a paragraph and breaks; other HTML as it is.</summary>
    public static string ToText(string html)
    {
        var inner = html.StartsWith("<p>", StringComparison.OrdinalIgnoreCase) && html.EndsWith("</p>", StringComparison.OrdinalIgnoreCase) ? html[3..^4] : html;
        var lines = BreakMark().Replace(inner, "\n");
        return Mark().IsMatch(lines) ? html : WebUtility.HtmlDecode(lines);
    }

    /// <summary>The words without their marks, in one line.</summary>
    public static string ToLine(string text) => White().Replace(Mark().Replace(text, " "), " ").Trim();

    /// <summary>The words in one line, as many as fit.</summary>
    public static string Shortened(string text, int longest)
    {
        var line = ToLine(text);
        if (line.Length <= longest)
            return line;
        var most = longest - 1;
        return line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)].TrimEnd() + '…';
    }

    [GeneratedRegex("</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("<br ?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BreakMark();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex White();
}
