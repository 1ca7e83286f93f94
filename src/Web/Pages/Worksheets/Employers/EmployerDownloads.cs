using Trellis.Core.Access;
using Trellis.Core.Competencies.Employers;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Employers;

namespace Trellis.Web.Pages.Worksheets.Employers;

/// <summary>An employer analysis as a file, for whoever may see its page.</summary>
public static class EmployerDownloads
{
    public static void MapEmployerDownloads(this WebApplication app)
    {
        Map(app, "csv", TableFiles.Csv);
        Map(app, "xlsx", TableFiles.Excel);
    }

    private static void Map(WebApplication app, string ending, Func<OutgoingTable, string, IResult> write) => app.MapGet($"/worksheets/{{id:guid}}/employers.{ending}", async (Guid id, Db db, HttpContext http) =>
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { Kind: WorksheetKind.Employer } worksheet)
            return Results.NotFound();
        var sheet = await EmployerSheet.ReadAsync(db, worksheet, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return write(EmployerTable.Of(sheet, Consensus.Of(sheet.Analysis), Startup.Language), Slug.Of(worksheet.Title));
    }).RequireAuthorization(nameof(Permission.KeepWorksheets));
}
