using System.CommandLine;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Updates;
using Trellis.Interop;

namespace Trellis.Cli.Models;

/// <summary>trellis model update MODEL FILE [--apply] [--remove-missing]</summary>
public static class UpdateCommand
{
    private const int Most = 200;

    private static readonly Argument<string> Name = new("MODEL") { Description = "The slug of a model." };

    private static readonly Argument<string> File = new("FILE") { Description = "A CSV or XLSX file of the model that was edited." };

    private static readonly Option<bool> Apply = new("--apply") { Description = "Save the changes as a new version. Without it they are only shown." };

    private static readonly Option<bool> RemoveMissing = new("--remove-missing") { Description = "Take away the statements and links that are not in the file. Without it they stay." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why, for the list of versions.", DefaultValueFactory = _ => "Edited in a spreadsheet" };

    public static Command Create()
    {
        var command = new Command("update", "Shows what an edited CSV or XLSX file of a model changes, and with --apply saves it as a new version.") { Name, File, Apply, RemoveMissing, Reason };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var path = parse.GetRequiredValue(File);
        if (!System.IO.File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        await using var db = await Session.OpenAsync(parse, stop);
        var model = await Session.ModelAsync(db, parse.GetRequiredValue(Name), stop);
        if (model.Version.Key != model.Framework.CurrentVersionKey)
            throw new UsageException("Only the current version of a model is updated; name it without a version.");
        var change = Session.Change(parse.GetRequiredValue(Reason));
        var source = new ImportSource(Path.GetFileName(path), await System.IO.File.ReadAllBytesAsync(path, stop));
        var read = await UpdateFile.ReadAsync(db, model, source, parse.GetValue(RemoveMissing), change.When, stop);
        if (read.Plan is { HasChanges: true } && parse.GetValue(Apply))
            await UpdateFile.ApplyAsync(db, read, change, stop);
        if (Output.For(parse).Json)
            Output.Line(UpdateLine.Of(path, read));
        else
            Tell(path, read);
        return read.Plan is null ? Failure.Failed
            : read.Problems.Any(p => p.Severity == Severity.Rejected) || read.Plan.Count(UpdateKind.Conflict) > 0 ? Failure.DoneWithRejectedRows
            : Failure.Done;
    }

    private static void Tell(string path, ReadUpdate read)
    {
        foreach (var step in read.Plan?.Steps.Take(Most) ?? [])
            Output.Text($"  {step.Kind} {step.Field} {step.Name}: {step.Before ?? "–"} → {step.After ?? "–"}{(step.Where is null ? "" : $" ({step.Where})")}");
        if (read.Plan?.Steps.Count > Most)
            Output.Text($"  … and {read.Plan.Steps.Count - Most} more; --json lists all.");
        foreach (var problem in read.Problems.Take(Most))
            Output.Text($"  {problem.Where}: {problem.Message} [{problem.Code}]");
        Output.Text($"{path}: " + (read switch
        {
            { Plan: null } => "refused, nothing was saved",
            { Report.Outcome: ImportOutcome.NewVersion } => $"saved as version {read.Report.Version} of {read.Model.Slug}",
            { Plan.HasChanges: false } => "changes nothing",
            _ => "nothing was saved yet; add --apply to save these changes as a new version",
        }));
    }
}

/// <summary>What an edited file changes, for scripts.</summary>
public sealed record UpdateLine(
    string File, string Model, string Outcome, string? Version, IReadOnlyDictionary<string, int> Counts, IEnumerable<UpdateStep> Changes, IEnumerable<ProblemLine> Problems)
{
    public static UpdateLine Of(string file, ReadUpdate read) => new(
        file,
        read.Model.Slug,
        read switch
        {
            { Plan: null } => "refused",
            { Report.Outcome: ImportOutcome.NewVersion } => "newversion",
            { Plan.HasChanges: false } => "unchanged",
            _ => "planned",
        },
        read.Report.Outcome == ImportOutcome.NewVersion ? read.Report.Version : read.Model.Version.Number,
        read.Plan?.Steps.CountBy(s => s.Kind).ToDictionary(c => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(c.Key.ToString()), c => c.Value) ?? [],
        read.Plan?.Steps ?? [],
        read.Problems.Select(p => new ProblemLine(p.Code, p.Where, p.Message, p.Severity.ToString().ToLowerInvariant())));
}
