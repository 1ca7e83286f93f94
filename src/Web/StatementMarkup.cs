using System.Net;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers;
using Microsoft.AspNetCore.Components;
using Trellis.Core.Text;

namespace Trellis.Web;

/// <summary>
/// The HTML of a statement's text as its source wrote it, with Markdown or HTML or neither, and with nothing in it that could do
/// harm. docs/decisions/0003-statement-markup.md tells why so.
/// </summary>
public static partial class StatementMarkup
{
    private static readonly string[] Tags =
    [
        "p", "br", "em", "i", "strong", "b", "u", "s", "sub", "sup", "ul", "ol", "li", "blockquote", "code", "pre", "table", "thead", "tbody",
        "tr", "th", "td", "a", "span",
    ];

    private static readonly MarkdownPipeline Markdown = Pipeline();

    private static readonly HtmlSanitizer Sanitizer = Safe();

    public static MarkupString Html(LanguageText text) => Html(text.In(Startup.Language));

    public static MarkupString Html(string text)
    {
        if (!HasMarkup().IsMatch(text))
            return new(WebUtility.HtmlEncode(text));
        var formulas = new List<string>();
        // Markdown would eat the backslashes and read underscores as emphasis.
        var guarded = PlainText.Formula().Replace(text, m =>
        {
            formulas.Add(m.Value);
            return Mark(formulas.Count - 1);
        });
        var html = Sanitizer.Sanitize(Markdig.Markdown.ToHtml(guarded, Markdown));
        for (var i = 0; i < formulas.Count; i++)
            html = html.Replace(Mark(i), $"<span class=\"trellis-formula\">{WebUtility.HtmlEncode(formulas[i])}</span>", StringComparison.Ordinal);
        return new(html.Trim());
    }

    private static string Mark(int i) => FormattableString.Invariant($"\uE000{i}\uE001");

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables();
        // An indented statement is no program, and a heading inside it would break the outline of the page.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        return builder.Build();
    }

    private static HtmlSanitizer Safe()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "start", "colspan", "rowspan"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
        };
        // What a script or a style sheet says is not for readers, so it goes with its element.
        sanitizer.RemovingTag += (_, e) =>
        {
            if (e.Tag.LocalName is "script" or "style" or "iframe" or "object" or "template")
                e.Tag.TextContent = "";
            else if (e.Tag.LocalName == "img" && e.Tag.GetAttribute("alt") is { Length: > 0 } alt)
                e.Tag.Replace(e.Tag.Owner!.CreateTextNode(alt));
        };
        return sanitizer;
    }

    [GeneratedRegex(@"[<*_`\[\\\n]|&\#?\w+;|\$\$|^\s*[-+>]\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasMarkup();
}
