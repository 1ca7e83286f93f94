using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace Trellis.Core.Text;

/// <summary>
/// The words of a text without the HTML and Markdown that many sources put into it, for lists, pictures, titles and search.
/// Formulas in LaTeX stay as they are. A sign that is no markup ("a &lt; b", "5 * 3") stays too.
/// </summary>
public static partial class PlainText
{
    private const int TimeLimit = 1000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("<&*_`[\n\r\t#|");

    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0)
            return text;
        var formulas = new List<string>();
        var plain = Formula().Replace(text, m => Keep(formulas, m.Value));
        plain = WebUtility.HtmlDecode(Tag().Replace(plain, " "));
        plain = LineStart().Replace(plain, " ");
        plain = Link().Replace(plain, "${words}");
        plain = Emphasis().Replace(Emphasis().Replace(plain, "${words}"), "${words}");
        for (var i = 0; i < formulas.Count; i++)
            plain = plain.Replace(Mark(i), formulas[i], StringComparison.Ordinal);
        return Spaces().Replace(plain, " ").Trim();
    }

    /// <summary>A formula in LaTeX: \( \), \[ \], $$ $$, or $ $ with a sign in it that prices do not have.</summary>
    [GeneratedRegex(@"\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$|\$[^$\n]*[\\^_{}][^$\n]*\$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeLimit)]
    public static partial Regex Formula();

    private static string Keep(List<string> formulas, string formula)
    {
        formulas.Add(formula);
        return Mark(formulas.Count - 1);
    }

    private static string Mark(int i) => FormattableString.Invariant($"\uE000{i}\uE001");

    [GeneratedRegex(
        @"<!--.*?-->|</?(?:a|abbr|b|blockquote|br|caption|code|dd|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|li|math|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|script|style|iframe)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?m)^[ \t]*(?:[-*+>]|#{1,6}|\|[-| :]+\|)[ \t]+", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]\n]*)\]\([^()\s]*\)", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\w)(?<sign>\*\*|__|\*|_|`)(?=\S)(?<words>.+?)(?<=\S)\k<sign>(?!\w)", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Spaces();
}
