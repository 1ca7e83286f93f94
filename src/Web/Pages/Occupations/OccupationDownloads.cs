using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web.Pages.Occupations;

/// <summary>The list of occupations that a choice leaves, as files.</summary>
public static class OccupationDownloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapOccupationDownloads(this WebApplication app)
    {
        app.MapGet(Links.Occupations + ".csv", async (HttpContext http, Db db) => Results.File((await TableAsync(http, db)).ToCsv(), "text/csv; charset=utf-8", "occupations.csv")).AllowAnonymous();
        app.MapGet(Links.Occupations + ".xlsx", async (HttpContext http, Db db) => Results.File(OutgoingWorkbook.Write(await TableAsync(http, db)), Xlsx, "occupations.xlsx")).AllowAnonymous();
    }

    private static async Task<OutgoingTable> TableAsync(HttpContext http, Db db)
    {
        var choice = BrowseChoice.Of(http.Request.Query);
        var list = await OccupationList.ReadAsync(db, choice, http.RequestAborted);
        return OccupationSheet.Of(list.Directory, list.Shown, choice.Area);
    }
}
