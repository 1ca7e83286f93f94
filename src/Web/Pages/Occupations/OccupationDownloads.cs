using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web.Pages.Occupations;

/// <summary>The list of occupations that a choice leaves, as files.</summary>
public static class OccupationDownloads
{
    public static void MapOccupationDownloads(this WebApplication app)
    {
        app.MapGet(Links.Occupations + ".csv", async (HttpContext http, Db db) => TableFiles.Csv(await TableAsync(http, db), "occupations")).AllowAnonymous();
        app.MapGet(Links.Occupations + ".xlsx", async (HttpContext http, Db db) => TableFiles.Excel(await TableAsync(http, db), "occupations")).AllowAnonymous();
    }

    private static async Task<OutgoingTable> TableAsync(HttpContext http, Db db)
    {
        var choice = BrowseChoice.Of(http.Request.Query);
        var list = await OccupationList.ReadAsync(db, http.RequestServices.GetRequiredService<CareerClusters>(), choice, http.RequestAborted);
        return OccupationSheet.Of(list.Directory, list.Shown, choice.Area);
    }
}
