using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>The reports of all attempts to load a framework, kept so that what was left out can be looked up later.</summary>
public static class ImportReports
{
    private static readonly JsonSerializerOptions Json = new(TextJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task KeepAsync(Db db, ImportReport report, Change change, CancellationToken stop)
    {
        report.Id = Guid.NewGuid();
        db.Add(new ImportRecord
        {
            Id = report.Id,
            At = change.When,
            Who = change.Who,
            Door = change.Door,
            File = report.File,
            Format = report.Format,
            Outcome = report.Outcome.ToString(),
            FrameworkSlug = report.Outcome == ImportOutcome.Refused ? null : report.Framework,
            Report = JsonSerializer.Serialize(KeptReport.Of(report), Json),
        });
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>The newest first.</summary>
    public static Task<List<ImportRecord>> LatestAsync(Db db, int most, CancellationToken stop) =>
        db.ImportRecords.OrderByDescending(r => r.At).ThenBy(r => r.Id).Take(most).ToListAsync(stop);

    public static async Task<(ImportRecord Record, KeptReport Report)?> FindAsync(Db db, Guid id, CancellationToken stop) =>
        await db.ImportRecords.FirstOrDefaultAsync(r => r.Id == id, stop) is { } record
            ? (record, JsonSerializer.Deserialize<KeptReport>(record.Report, Json)!)
            : null;
}

/// <summary>An import report as it is kept and shown.</summary>
public sealed record KeptReport(
    string File,
    string? Format,
    string? Framework,
    string? Version,
    ImportOutcome Outcome,
    int Items,
    int Associations,
    int External,
    int Accepted,
    int Repaired,
    int Rejected,
    IReadOnlyList<Problem> Problems,
    int More)
{
    public IReadOnlyList<FurtherFramework> Further { get; init; } = [];

    public static KeptReport Of(ImportReport r) => new(
        r.File, r.Format, r.Framework, r.Version, r.Outcome, r.Items, r.Associations, r.External, r.Accepted, r.Repaired, r.Rejected, r.Problems, r.More)
    {
        Further = r.Further,
    };
}
