using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Core.Codes;
using Trellis.Core.Text;
using Trellis.Interop.Tables;

namespace Trellis.Interop;

/// <summary>The report of a load as it is kept, shown and given out.</summary>
public sealed record KeptReleaseReport(
    string Kind, string File, ReleaseOutcome Outcome, int Rows, int Repaired, int Rejected, IReadOnlyList<Problem> Problems, int More)
{
    private static readonly JsonSerializerOptions Json = new(TextJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static KeptReleaseReport Of(ReleaseReport report) => new(
        report.Kind, report.File, report.Outcome, report.Release?.Rows ?? 0, report.Repaired, report.Rejected, report.Problems, report.More);

    public static KeptReleaseReport Read(string json) => JsonSerializer.Deserialize<KeptReleaseReport>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>The problems as a table for spreadsheets; no cell of it can be taken for a formula.</summary>
    public string ProblemsAsCsv()
    {
        var csv = new StringBuilder("result,where,code,message\r\n");
        foreach (var p in Problems)
            csv.AppendJoin(',', new[] { p.Severity.ToString().ToLowerInvariant(), p.Where, p.Code, p.Message }.Select(c => CsvCell.Quote(CsvCell.Guard(c)))).Append("\r\n");
        if (More > 0)
            csv.Append(CultureInfo.InvariantCulture, $"noted,,more-problems,{More} more problems are not listed.\r\n");
        return csv.ToString();
    }
}
