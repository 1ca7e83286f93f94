using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;

namespace Trellis.Cli.Data;

/// <summary>Loads a release and tells what came of it; the part that import and fetch share.</summary>
internal static class DataLoad
{
    private const int MostShown = 20;

    /// <summary>What was said of a load on the command line.</summary>
    public sealed record Request
    {
        public string? Mapping { get; init; }

        public required string Why { get; init; }

        public JobWork Work { get; init; } = JobWork.Import;

        public string? Edition { get; init; }
    }

    public static ReleaseReader Reader(string kind) => ReleaseReaders.Find(kind)
        ?? throw new UsageException($"There is no kind of data '{kind}'. Kinds: {string.Join(", ", ReleaseReaders.All.Select(r => r.Kind))}.");

    public static async Task<ReleaseReport> RunAsync(Db db, ReleaseReader reader, string path, Request request, CancellationToken stop)
    {
        var change = Session.Change(request.Why);
        var report = await LoadAsync(db, reader, path, request, stop);
        var job = new DataJob
        {
            Work = request.Work,
            Kind = reader.Kind,
            Edition = request.Edition,
            Mapping = request.Mapping,
            File = report.File,
            State = report.Outcome == ReleaseOutcome.Refused ? JobState.Failed : JobState.Done,
            Fault = report.Outcome == ReleaseOutcome.Refused ? "refused" : null,
            Rows = report.Release?.Rows ?? 0,
            LoadedKey = report.Release?.Key,
            Report = KeptReleaseReport.Of(report).Write(),
            StartedAt = change.When,
            EndedAt = TimeProvider.System.GetUtcNow(),
        };
        await new DataJobEditor(db).NoteAsync(job, change, stop);
        return report;
    }

    public static int Code(ReleaseReport report) => report switch
    {
        { Outcome: ReleaseOutcome.Refused } => Failure.Failed,
        { Rejected: > 0 } => Failure.DoneWithRejectedRows,
        _ => Failure.Done,
    };

    public static void Tell(Output output, ReleaseReport report)
    {
        if (output.Json)
        {
            Output.Line(DataLoadLine.Of(report));
            return;
        }
        var title = report.Release is { } release ? string.Join(", ", new[] { $" {release.Title}", release.Period }.Where(t => t.Length > 0)) : "";
        Output.Text($"{report.File}: {Said(report.Outcome)}{title} ({report.Kind})");
        if (report.Release is not null)
            Output.Text($"  {Count(report.Release.Rows)} rows written, {Count(report.Repaired)} repairs, {Count(report.Rejected)} rejected");
        foreach (var gap in report.Release?.Gaps ?? [])
            Output.Text($"  not in this release: {gap}");
        foreach (var problem in report.Problems.Take(MostShown))
            Output.Text($"  {problem.Where}: {problem.Message} [{problem.Code}]");
        var more = report.Problems.Count + report.More - MostShown;
        if (more > 0)
            Output.Text($"  … and {Count(more)} more; --json lists up to a thousand.");
    }

    private static async Task<ReleaseReport> LoadAsync(Db db, ReleaseReader reader, string path, Request request, CancellationToken stop)
    {
        using var line = new ProgressLine($"Loading {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}");
        try
        {
            using var source = ReleaseSource.Open(path);
            var values = request.Mapping is { } mapping ? new Dictionary<string, string> { [MappingNames.Option] = mapping } : [];
            return await ReleaseImport.LoadAsync(db, reader, source, new() { Progress = new Rows(line), Values = values }, Session.Change(request.Why), stop);
        }
        catch (UnusableInputException e)
        {
            var refused = new ReleaseReport(reader.Kind, path);
            foreach (var problem in e.Problems)
                refused.Add(problem);
            return refused;
        }
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Said(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Loaded => "loaded",
        ReleaseOutcome.Unchanged => "already there, nothing changed:",
        _ => "refused",
    };

    private sealed class Rows(ProgressLine line) : IProgress<int>
    {
        public void Report(int value) => line.Rows(value);
    }
}

/// <summary>The outcome of one load, for scripts.</summary>
public sealed record DataLoadLine(
    string File, string Kind, string Outcome, DataReleaseLine? Release, int Rows, int Repaired, int Rejected, IEnumerable<DataProblemLine> Problems, int More)
{
    public static DataLoadLine Of(ReleaseReport report) => new(
        report.File, report.Kind, report.Outcome.ToString().ToLowerInvariant(), report.Release is null ? null : DataReleaseLine.Of(report.Release),
        report.Release?.Rows ?? 0, report.Repaired, report.Rejected,
        report.Problems.Select(p => new DataProblemLine(p.Code, p.Where, p.Message, p.Severity.ToString().ToLowerInvariant())), report.More);
}

public sealed record DataProblemLine(string Code, string Where, string Message, string Severity);
