using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Guidance.Groups;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Worksheets;

namespace Trellis.Web.Pages.Worksheets.Groups;

/// <summary>The gap worksheet of one person of a group as a workbook: what the profile asks for, and what the person has. It can be loaded again.</summary>
public static class PersonFile
{
    public static void MapPersonFile(this WebApplication app) =>
        app.MapGet("/worksheets/{id:guid}/group/people/{number:int}.xlsx", SendAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));

    private static async Task<IResult> SendAsync(Guid id, int number, Db db, HttpContext http)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { Kind: WorksheetKind.Gap } kept)
            return Results.NotFound();
        var sheet = await GroupSheet.ReadAsync(db, kept, http.RequestAborted);
        if (sheet.Gap.People.FirstOrDefault(p => p.Person.Number == number) is not { } person)
            return Results.NotFound();
        var needed = sheet.Target?.Lines.ToDictionary(l => l.Statement.Id, l => l.Item.Level) ?? [];
        var blocks = await WorksheetChoice.BlocksAsync(db, sheet.Model, kept.Parts, http.RequestAborted);
        var levels = blocks.SelectMany(b => b.Rows).ToDictionary(r => r.Id, r => (IReadOnlyList<int?>)[At(needed, r.Id), At(person.Person.Levels, r.Id.ToString("D"))]);
        var worksheet = new Worksheet(WorksheetKind.Gap, sheet.Model, blocks) { Filled = new(["", person.Person.Mark], levels) };
        return Results.Stream(
            stream => WorksheetExport.WriteExcelAsync(worksheet, DocumentWords.In(Startup.Language), stream, http.RequestAborted), WorksheetWorkbook.MediaType,
            string.Create(CultureInfo.InvariantCulture, $"{Slug.Of(kept.Title)}-{number}.xlsx"));
    }

    private static int? At<TKey>(IReadOnlyDictionary<TKey, int> levels, TKey key)
        where TKey : notnull => levels.TryGetValue(key, out var level) ? level : null;
}
