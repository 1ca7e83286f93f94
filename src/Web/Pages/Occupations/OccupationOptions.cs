using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Trellis.Core.Guidance;

namespace Trellis.Web.Pages.Occupations;

/// <summary>
/// The occupations of a table as the options of a list. With a full release they are some nine hundred, more than the rest of most pages, so
/// they are written once for each table.
/// </summary>
public static class OccupationOptions
{
    private static readonly ConditionalWeakTable<SkillTable, string> Written = [];

    /// <summary>The options, one of them chosen.</summary>
    /// <param name="chosen">The code of the one that is chosen; any other text chooses none.</param>
    public static MarkupString Of(SkillTable table, string? chosen)
    {
        var options = Written.GetValue(table, Write);
        if (table.Row(chosen) < 0)
            return new(options);
        var value = Value(chosen!);
        return new(options.Replace(value, value + " selected", StringComparison.Ordinal));
    }

    private static string Write(SkillTable table) =>
        string.Concat(table.ByTitle.Select(o => $"<option {Value(o.Code)} lang=\"en\">{HtmlEncoder.Default.Encode(o.Title)}</option>"));

    private static string Value(string code) => $"value=\"{HtmlEncoder.Default.Encode(code)}\"";
}
