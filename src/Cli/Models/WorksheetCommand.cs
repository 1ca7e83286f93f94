using System.CommandLine;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Trellis.Interop;

namespace Trellis.Cli.Models;

/// <summary>trellis model worksheet MODEL --kind KIND --format FORMAT -o FILE</summary>
public static class WorksheetCommand
{
    private static readonly Argument<string> Name = new("MODEL") { Description = "The slug of a model, or SLUG@VERSION." };

    private static readonly Option<string> Kind = new("--kind") { Description = "curriculum, credential, employer or gap.", Required = true };

    private static readonly Option<string> Format = new("--format") { Description = "xlsx or docx.", DefaultValueFactory = _ => "xlsx" };

    private static readonly Option<string[]> Blocks = new("--blocks")
    {
        Description = "Parts of the model, by code, title or identifier; all where none is named.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Language = new("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };

    private static readonly Option<string> File = new("--output", "-o") { Description = "The file to write.", Required = true };

    public static Command Create()
    {
        var command = new Command("worksheet", "Writes a worksheet over a model, to be filled in.") { Name, Kind, Format, Blocks, Language, File };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var kind = Worksheet.Named(parse.GetRequiredValue(Kind))
            ?? throw new UsageException($"There is no worksheet '{parse.GetValue(Kind)}'. Worksheets: {string.Join(", ", Enum.GetValues<WorksheetKind>().Select(Worksheet.Name))}.");
        Func<Worksheet, DocumentWords, Stream, CancellationToken, Task> write = parse.GetValue(Format) switch
        {
            "xlsx" => WorksheetExport.WriteExcelAsync,
            "docx" => WorksheetExport.WriteWordAsync,
            var other => throw new UsageException($"There is no format '{other}'. Formats: xlsx, docx."),
        };
        await using var db = await Session.OpenAsync(parse, stop);
        var model = await Session.ModelAsync(db, parse.GetRequiredValue(Name), stop);
        var worksheet = await WorksheetChoice.ReadAsync(db, model, kind, parse.GetValue(Blocks) ?? [], stop);
        await OutgoingFile.WriteAsync(parse.GetRequiredValue(File), stream => write(worksheet, DocumentWords.In(parse.GetValue(Language)), stream, stop));
        return Failure.Done;
    }
}
