using System.Globalization;
using System.Net.Mime;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Pages.Build;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>
/// Saves the cells of a block, from a plain form and from the script alike, for people with an account and for those with a link. The script asks
/// for JSON and gets the cells of the block as they are now.
/// </summary>
public static class FillForms
{
    private const int MostSaid = 4;

    private delegate Task<CellsSaved> Save(IReadOnlyList<CellEdit> edits);

    public static void MapFillForms(this WebApplication app)
    {
        app.MapPost("/worksheets/{id:guid}/fill/save", SaveAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));
        app.MapPost("/worksheets/fill/{secret}/save", SaveLinkedAsync).AllowAnonymous();
    }

    private static async Task<IResult> SaveAsync(Guid id, int? block, HttpContext http, Db db, CancellationToken stop)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { } worksheet)
            return Results.NotFound();
        var change = Visitor.ChangeNow(http, "Filled in on the page of the worksheet");
        return await AnswerAsync(http, db, b => Links.KeptFill(id, b), block ?? 1, await FillSheet.ReadAsync(db, worksheet, null, stop), edits => new CellEditor(db).SaveAsync(id, edits, change, stop));
    }

    private static async Task<IResult> SaveLinkedAsync(string secret, int? block, HttpContext http, Db db, TimeProvider clock, CancellationToken stop)
    {
        var links = new FillLinks(db);
        if (await links.FindAsync(secret, clock.GetUtcNow(), stop) is not { } linked)
            return Results.Redirect(Links.FillByLink(secret));
        var change = new Change(string.Create(CultureInfo.InvariantCulture, $"{WorksheetWords.LinkName}{linked.Link.Number}"), clock.GetUtcNow(), "page", "Filled in by link");
        var sheet = await FillSheet.ReadAsync(db, linked.Worksheet, linked.Link.ColumnNumber, stop);
        return await AnswerAsync(http, db, b => Links.FillByLink(secret, b), block ?? 1, sheet, edits => links.SaveAsync(linked, edits, change, stop));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Db db, Func<int, string> page, int block, FillSheet sheet, Save save)
    {
        if (http.Request.Headers.Accept != MediaTypeNames.Application.Json)
        {
            return await BuildForm.RunAsync(http, page(block), async form =>
            {
                var saved = await save(FillForm.Read(form));
                if (saved.Late.Count > 0)
                    throw new UnusableInputException([.. Late(saved.Late, sheet, form)]);
                return form["do"] == "next" ? page(block + 1) : Links.With(page(block), "note", "saved");
            });
        }
        if (await BuildForm.ReadAsync(http) is not { } sent)
            return Results.BadRequest();
        try
        {
            if (FillForm.Read(sent) is { Count: > 0 } edits)
                await save(edits);
        }
        catch (UnusableInputException)
        {
            return Results.Conflict();
        }
        var cells = await sheet.CellsAsync(db, sheet.Blocks[Math.Clamp(block, 1, sheet.Blocks.Count) - 1], http.RequestAborted);
        return Results.Json(cells.ToDictionary(c => FillForm.Key(c.Key), c => FillForm.Seen(c.Value)));
    }

    /// <summary>What of the form was not saved, cell by cell, so that nothing is lost in silence.</summary>
    private static IEnumerable<Problem> Late(IReadOnlyList<KeptCell> late, FillSheet sheet, IFormCollection form)
    {
        yield return Problem.Rejected("cells-late", "", "Somebody else changed {0} of these cells meanwhile; they were left as they are now. Everything else is saved.", $"{late.Count}");
        var rows = sheet.Blocks.SelectMany(b => b.Rows).ToDictionary(r => r.Id);
        foreach (var cell in late.Take(MostSaid).Where(c => rows.ContainsKey(c.StatementId)))
        {
            var column = sheet.Columns.First(c => c.Number == cell.ColumnNumber);
            var mine = form["c-" + FillForm.Key(new(cell.ColumnNumber, cell.Measure, cell.StatementId))].ToString();
            yield return Problem.Rejected("cell-late", "", "“{0}”, {1}: it says {2} now; you had chosen {3}.",
                Reading.Clip(Reading.Plain(rows[cell.StatementId].Text), 80), WorksheetWords.Brief(column), Shown(cell.Value?.ToString(CultureInfo.InvariantCulture)), Shown(mine));
        }
    }

    private static string Shown(string? level) => string.IsNullOrEmpty(level) ? "–" : level;
}
