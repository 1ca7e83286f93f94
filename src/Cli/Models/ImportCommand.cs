using System.CommandLine;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Tables;

namespace Trellis.Cli.Models;

/// <summary>trellis model import FILE…</summary>
public static class ImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files to load.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<ImportMode> Mode = new("--mode")
    {
        Description = "tolerant repairs what it can and reports it; strict takes a file only when nothing is wrong with it.",
        DefaultValueFactory = _ => ImportMode.Tolerant,
    };

    private static readonly Option<string?> Mapping = new("--mapping") { Description = "A YAML file that says what the columns of the tables mean; docs/model-csv.md tells its form." };

    public static Command Create()
    {
        var command = new Command("import", "Loads frameworks made elsewhere: CASE, CTDL-ASN, CSV, ASN, NICE/MISP and others.") { Files, Mode, Mapping };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var output = Output.For(parse);
        var worst = Failure.Done;
        var format = parse.GetValue(Mapping) is { } mapping ? await TableAsync(mapping, stop) : null;
        foreach (var file in parse.GetRequiredValue(Files))
        {
            var report = await LoadAsync(db, file, parse.GetValue(Mode), format, stop);
            if (output.Json)
                Output.Line(ImportLine.Of(report) with { File = file });
            else
                Tell(report);
            worst = Math.Max(worst, Code(report));
        }
        return worst;
    }

    private static async Task<ImportReport> LoadAsync(Db db, string file, ImportMode mode, FrameworkFormat? format, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            var missing = new ImportReport(file) { Outcome = ImportOutcome.Refused };
            missing.Add(Problem.Rejected("no-file", file, "There is no such file."));
            return missing;
        }
        var source = new ImportSource(Path.GetFileName(file), await File.ReadAllBytesAsync(file, stop));
        return await FrameworkImport.WriteAsync(db, FrameworkImport.Read(source, mode, format), Session.Change("model import"), stop);
    }

    private static async Task<FrameworkFormat> TableAsync(string mapping, CancellationToken stop)
    {
        if (!File.Exists(mapping))
            throw new UsageException($"There is no file '{mapping}'.");
        return MappedTable.Format(MappedColumns.Parse(Path.GetFileName(mapping), await File.ReadAllTextAsync(mapping, Utf8.Strict, stop)));
    }

    internal static int Code(ImportReport report) => report switch
    {
        { Outcome: ImportOutcome.Refused } => Failure.Failed,
        { Rejected: > 0 } => Failure.DoneWithRejectedRows,
        _ => Failure.Done,
    };

    internal static void Tell(ImportReport report)
    {
        var where = report.Framework is null ? "" : $" {report.Framework} {report.Version}";
        Output.Text($"{report.File}: {Said(report.Outcome)}{where} ({report.Format ?? "unknown format"})");
        if (report.Outcome != ImportOutcome.Refused)
        {
            Output.Text($"  {report.Items} statements, {report.Associations} links ({report.External} to nodes outside the file); "
                + $"{report.Accepted} rows accepted, {report.Repaired} repairs, {report.Rejected} rejected");
        }
        foreach (var further in report.Further)
            Output.Text($"  and {Said(further.Outcome)} {further.Framework} {further.Version}: {further.Items} statements, {further.Associations} links");
        foreach (var problem in report.Problems.Take(20))
            Output.Text($"  {problem.Where}: {problem.Message} [{problem.Code}]");
        var more = report.Problems.Count + report.More - 20;
        if (more > 0)
            Output.Text($"  … and {more} more; --json lists up to a thousand.");
    }

    private static string Said(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "loaded",
        ImportOutcome.NewVersion => "loaded as a new version of",
        ImportOutcome.Unchanged => "already there, nothing changed:",
        _ => "refused",
    };
}

/// <summary>The outcome of one file, for scripts.</summary>
public sealed record ImportLine(
    string File, string? Format, string Outcome, string? Framework, string? Version, int Items, int Associations, int External,
    int Accepted, int Repaired, int Rejected, IEnumerable<ProblemLine> Problems, int More)
{
    /// <summary>The other frameworks of a file that holds several.</summary>
    public IEnumerable<FurtherLine> Further { get; init; } = [];

    public static ImportLine Of(ImportReport report) => new(
        report.File, report.Format, report.Outcome.ToString().ToLowerInvariant(), report.Framework, report.Version, report.Items, report.Associations,
        report.External, report.Accepted, report.Repaired, report.Rejected,
        report.Problems.Select(p => new ProblemLine(p.Code, p.Where, p.Message, p.Severity.ToString().ToLowerInvariant())), report.More)
    {
        Further = report.Further.Select(f => new FurtherLine(f.Outcome.ToString().ToLowerInvariant(), f.Framework, f.Version, f.Items, f.Associations)),
    };
}

public sealed record FurtherLine(string Outcome, string Framework, string Version, int Items, int Associations);

public sealed record ProblemLine(string Code, string Where, string Message, string Severity);
