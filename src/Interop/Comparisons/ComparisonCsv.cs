using System.Globalization;
using System.Text;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop.Comparisons;

/// <summary>
/// A comparison as a table for spreadsheets: one row for each statement or group of matching statements, six columns for each
/// model. A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets an
/// apostrophe before it.
/// </summary>
public static class ComparisonCsv
{
    public static string Write(ModelComparison comparison)
    {
        var csv = new StringBuilder();
        Row(csv, ["state", "moved", "score", "matched by", .. comparison.Models.SelectMany(Headings)]);
        foreach (var cluster in comparison.Clusters)
        {
            Row(csv,
            [
                ComparisonNames.Of(cluster.State),
                cluster.Moved ? "yes" : "no",
                cluster.Score?.ToString("0.000", CultureInfo.InvariantCulture),
                string.Join("; ", cluster.Links.Select(l => ComparisonNames.Of(l.Reason)).Distinct()),
                .. cluster.Members.SelectMany(Cells),
            ]);
        }
        return csv.ToString();
    }

    private static IEnumerable<string> Headings(ComparedModel model)
    {
        var name = $"{model.Slug}@{model.Number}";
        return [$"{name} id", $"{name} number", $"{name} tier", $"{name} tier title", $"{name} heading", $"{name} text"];
    }

    private static IEnumerable<string?> Cells(ComparedStatement? statement) => statement is null
        ? new string?[6]
        :
        [
            statement.Id.ToString("D"), statement.Notation, statement.Place.Tier?.ToString(CultureInfo.InvariantCulture),
            statement.Place.TierTitle, statement.Place.Heading, statement.Text,
        ];

    private static void Row(StringBuilder csv, IEnumerable<string?> cells) =>
        csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
