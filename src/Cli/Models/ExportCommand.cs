using System.CommandLine;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Case;

namespace Trellis.Cli.Models;

/// <summary>trellis model export MODEL --format FORMAT -o FILE</summary>
public static class ExportCommand
{
    private static readonly Dictionary<string, Func<Db, Model, Stream, CancellationToken, Task>> Formats = new()
    {
        ["csv"] = ModelExport.WriteCsvAsync,
        ["xlsx"] = ModelExport.WriteXlsxAsync,
        ["moodle"] = ModelExport.WriteMoodleAsync,
        ["ce-csv"] = ModelExport.WriteEngineAsync,
        ["opensalt"] = ModelExport.WriteOpenSaltAsync,
        ["json"] = ModelExport.WriteJsonAsync,
        ["case1.1"] = (db, model, stream, stop) => ModelExport.WriteCaseAsync(db, model, CaseEdition.V1p1, PublicAddress, stream, stop),
        ["case1.0"] = (db, model, stream, stop) => ModelExport.WriteCaseAsync(db, model, CaseEdition.V1p0, PublicAddress, stream, stop),
    };

    /// <summary>Where this installation is public; things without an address of their publisher are named below it.</summary>
    private static string PublicAddress =>
        Environment.GetEnvironmentVariable("TRELLIS_PUBLIC_URL") is { Length: > 0 } address ? address.TrimEnd('/') : "http://localhost:5080";

    private static readonly Argument<string> Name = new("MODEL") { Description = "The slug of a model, or SLUG@VERSION." };

    private static readonly Option<string> Format = new("--format") { Description = "csv or xlsx (both read back without loss), moodle, ce-csv, opensalt, json, case1.1 or case1.0.", Required = true };

    private static readonly Option<string?> File = new("--output", "-o") { Description = "The file to write; standard output where none is named." };

    public static Command Create()
    {
        var command = new Command("export", "Writes a model as a file.") { Name, Format, File };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var name = parse.GetRequiredValue(Format);
        if (!Formats.TryGetValue(name, out var write))
            throw new UsageException($"There is no format '{name}'. Formats: {string.Join(", ", Formats.Keys)}.");
        await using var db = await Session.OpenAsync(parse, stop);
        var model = await Session.ModelAsync(db, parse.GetRequiredValue(Name), stop);
        if (parse.GetValue(File) is { } file)
            await WriteAsync(file, stream => write(db, model, stream, stop));
        else
            await write(db, model, Console.OpenStandardOutput(), stop);
        return Failure.Done;
    }

    /// <summary>Writes beside the target and moves it there when it is whole, so that no half file is left.</summary>
    private static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var part = file + ".part";
        try
        {
            await using (var stream = System.IO.File.Create(part))
                await write(stream);
            System.IO.File.Move(part, file, overwrite: true);
            Output.Say($"Wrote {file}.");
        }
        finally
        {
            System.IO.File.Delete(part);
        }
    }
}
