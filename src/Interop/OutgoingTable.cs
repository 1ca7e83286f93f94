using System.Globalization;
using System.Text;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>A cell of a table that goes out: a text, a number, or nothing.</summary>
public readonly record struct OutgoingCell(string? Text, double? Number)
{
    public static implicit operator OutgoingCell(string? text) => new(text, null);

    public static implicit operator OutgoingCell(double? number) => new(null, number);

    /// <summary>A figure of a source: the number, or the word for why there is none, so that nobody takes an empty cell for zero.</summary>
    /// <param name="figure">What the source says.</param>
    /// <param name="perUnit">What the number is divided by: 100 for cents shown as dollars.</param>
    public static OutgoingCell Of(Figure figure, double perUnit = 1) => figure switch
    {
        { State: FigureState.TopCoded, Value: { } most } => FormattableString.Invariant($">={most / perUnit}"),
        { Value: { } value } => value / perUnit,
        { State: FigureState.Suppressed } => "suppressed",
        { State: FigureState.NotApplicable } => "not applicable",
        _ => "not reported",
    };

    public string Shown => Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A table for spreadsheet programs: one row of headings and rows of cells.</summary>
public sealed record OutgoingTable(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<OutgoingCell>> Rows)
{
    /// <summary>Whether the headings are those of somebody's form, which knows them only as they are.</summary>
    public bool HasFixedHeadings { get; init; }

    /// <summary>
    /// As CSV with a mark that tells UTF-8. A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
    /// return) gets an apostrophe before it.
    /// </summary>
    public byte[] ToCsv()
    {
        var csv = new StringBuilder("\uFEFF");
        csv.AppendJoin(',', HasFixedHeadings ? Headings : Headings.Select(h => Quoted(h))).Append("\r\n");
        foreach (var row in Rows)
            csv.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return Core.Text.Utf8.Strict.GetBytes(csv.ToString());
    }

    private static string Quoted(OutgoingCell cell)
    {
        var text = cell.Shown;
        if (cell.Text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
