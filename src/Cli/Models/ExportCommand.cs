using System.CommandLine;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Case;

namespace Trellis.Cli.Models;

/// <summary>trellis model export MODEL --format FORMAT -o FILE</summary>
public static class ExportCommand
{
    private const string Word = "docx";

    private static readonly Dictionary<string, Func<Db, Model, Stream, CancellationToken, Task>> Formats = new()
    {
        ["csv"] = ModelExport.WriteCsvAsync,
        ["xlsx"] = ModelExport.WriteXlsxAsync,
        ["moodle"] = ModelExport.WriteMoodleAsync,
        ["canvas"] = ModelExport.WriteCanvasAsync,
        ["ce-csv"] = ModelExport.WriteEngineAsync,
        ["opensalt"] = ModelExport.WriteOpenSaltAsync,
        ["json"] = ModelExport.WriteJsonAsync,
        ["case1.1"] = (db, model, stream, stop) => ModelExport.WriteCaseAsync(db, model, CaseEdition.V1p1, PublicAddress, stream, stop),
        ["case1.0"] = (db, model, stream, stop) => ModelExport.WriteCaseAsync(db, model, CaseEdition.V1p0, PublicAddress, stream, stop),
        ["ctdl"] = (db, model, stream, stop) => ModelExport.WriteCtdlAsync(db, model, PublicAddress, stream, stop),
    };

    /// <summary>Where this installation is public; things without an address of their publisher are named below it.</summary>
    private static string PublicAddress =>
        Environment.GetEnvironmentVariable("TRELLIS_PUBLIC_URL") is { Length: > 0 } address ? address.TrimEnd('/') : "http://localhost:5080";

    private static readonly Argument<string> Name = new("MODEL") { Description = "The slug of a model, or SLUG@VERSION." };

    private static readonly Option<string> Format = new("--format") { Description = "csv or xlsx (both read back without loss), moodle, canvas, ce-csv, opensalt, json, docx, case1.1, case1.0 or ctdl (JSON-LD).", Required = true };

    private static readonly Option<string> Language = new("--language") { Description = "The language of a document: en or es.", DefaultValueFactory = _ => "en" };

    private static readonly Option<string?> File = new("--output", "-o") { Description = "The file to write; standard output where none is named." };

    public static Command Create()
    {
        var command = new Command("export", "Writes a model as a file.") { Name, Format, File, Language };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var name = parse.GetRequiredValue(Format);
        var words = DocumentWords.In(parse.GetValue(Language));
        var write = name == Word ? (db, model, stream, end) => ModelExport.WriteWordAsync(db, model, words, stream, end) : Formats.GetValueOrDefault(name)
            ?? throw new UsageException($"There is no format '{name}'. Formats: {string.Join(", ", Formats.Keys.Append(Word))}.");
        await using var db = await Session.OpenAsync(parse, stop);
        var model = await Session.ModelAsync(db, parse.GetRequiredValue(Name), stop);
        if (parse.GetValue(File) is { } file)
            await OutgoingFile.WriteAsync(file, stream => write(db, model, stream, stop));
        else
            await write(db, model, Console.OpenStandardOutput(), stop);
        return Failure.Done;
    }
}
