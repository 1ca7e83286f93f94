using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Analysis;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Worksheets;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>A kept worksheet as a file: a table of its levels, or the workbook that computes and can be loaded again.</summary>
public static class WorksheetFiles
{
    public static void MapWorksheetFiles(this WebApplication app)
    {
        var files = app.MapGroup("").RequireAuthorization(nameof(Permission.KeepWorksheets));
        files.MapGet("/worksheets/{id:guid}.csv", CsvAsync);
        files.MapGet("/worksheets/{id:guid}.xlsx", ExcelAsync);
        files.MapGet("/worksheets/{id:guid}/columns/{number:int}/objectives.csv", ObjectivesAsync);
    }

    private static async Task<IResult> CsvAsync(Guid id, HttpContext http, Db db) => await FilledAsync(id, http, db) is not { } filled
        ? Results.NotFound()
        : TableFiles.Csv(Table(filled), Name(filled[0]));

    private static async Task<IResult> ExcelAsync(Guid id, HttpContext http, Db db)
    {
        if (await FilledAsync(id, http, db) is not { } filled)
            return Results.NotFound();
        var worksheet = new Worksheet(filled[0].Worksheet.Kind, filled[0].Model, filled[0].Grid.Blocks) { Filled = Levels(filled) };
        return Results.Stream(
            stream => WorksheetExport.WriteExcelAsync(worksheet, DocumentWords.In(Startup.Language), stream, http.RequestAborted), WorksheetWorkbook.MediaType, Name(filled[0]) + ".xlsx");
    }

    private static async Task<IResult> ObjectivesAsync(Guid id, int number, HttpContext http, Db db)
    {
        if (await FilledAsync(id, http, db) is not [var filled, ..] || filled.Columns.FirstOrDefault(c => c.Number == number) is not { } column)
            return Results.NotFound();
        var words = DocumentWords.In(Startup.Language);
        var rows = Objectives(filled, column).Select(o => (IReadOnlyList<OutgoingCell>)[column.FullTitle, o.Row.Notation, words.Plain(o.Row.Text), (double?)o.Depth, o.Objective]);
        return TableFiles.Csv(new(column.FullTitle, ["course", "code", "statement", "depth", "objective"], [.. rows]), $"{Slug.Of(column.FullTitle)}-objectives");
    }

    /// <summary>An objective for each statement that the course teaches, in the language of the reader.</summary>
    internal static List<(WorksheetRow Row, int Depth, string Objective)> Objectives(FilledGrid filled, KeptColumn column)
    {
        var place = filled.Columns.ToList().FindIndex(c => c.Number == column.Number);
        return
        [
            .. filled.Grid.Rows.Index().Where(r => filled.Grid.Reaches(r.Index, place)).Select(r => (
                r.Item, Depth: filled.Grid[r.Index, place]!.Value, Draft: LearningObjective.Draft(
                    Reading.Plain(r.Item.Text), r.Item.Under != StatementKind.TechnicalContentArea, filled.Grid[r.Index, place]!.Value, Startup.Language)))
            .Where(o => o.Draft is not null).Select(o => (o.Item, o.Depth, o.Draft!)),
        ];
    }

    /// <summary>The worksheet with each of its measures, in the order of the file.</summary>
    private static async Task<List<FilledGrid>?> FilledAsync(Guid id, HttpContext http, Db db) => await WorksheetDoor.FindAsync(http, db, id) is { } worksheet
        ? await FilledGrid.ReadAsync(db, worksheet, WorksheetMeasures.InFile(worksheet.Kind), http.RequestAborted)
        : null;

    private static FilledLevels Levels(List<FilledGrid> filled) => new(
        [.. filled[0].Columns.Select(c => c.FullTitle)], filled[0].Grid.Rows.Index().ToDictionary(r => r.Item.Id, r => (IReadOnlyList<int?>)[.. Row(filled, r.Index)]));

    /// <summary>The numbers of a statement, column after column, and in each measure after measure.</summary>
    private static IEnumerable<int?> Row(List<FilledGrid> filled, int row) =>
        Enumerable.Range(0, filled[0].Columns.Count).SelectMany(c => filled.Select(f => f.Grid[row, c]));

    private static OutgoingTable Table(List<FilledGrid> measures)
    {
        var (words, filled) = (DocumentWords.In(Startup.Language), measures[0]);
        string[] further = filled.Worksheet.Kind == WorksheetKind.Employer ? ["", ": " + words["Importance"], ": " + words["Frequency"]] : [""];
        var rows = filled.Grid.Blocks.SelectMany(b => b.Rows.Select(r => (Block: b, Row: r))).Index().Select(x => (IReadOnlyList<OutgoingCell>)
        [
            x.Item.Block.Title is { } title ? words.Plain(title) : words["Other statements"], x.Item.Row.Notation, words.Plain(x.Item.Row.Text), x.Item.Row.Id.ToString("D"),
            .. Row(measures, x.Index).Select(value => (OutgoingCell)(double?)value),
        ]);
        return new(filled.Worksheet.Title, [words["Part of the model"], words["Code"], words["Statement"], "id", .. filled.Columns.SelectMany(c => further.Select(f => c.FullTitle + f))], [.. rows]);
    }

    private static string Name(FilledGrid filled) => string.Create(
        CultureInfo.InvariantCulture, $"{Slug.Of(filled.Worksheet.Title)}-{filled.Worksheet.ChangedAt:yyyy-MM-dd}");
}
