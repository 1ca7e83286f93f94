using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Market;

namespace Trellis.Web.Pages.Areas;

/// <summary>The tables of an area as files: all rows of the choice that the page shows.</summary>
public static class AreaDownloads
{
    private delegate Task<OutgoingTable?> Read(Db db, Area area, IQueryCollection query, CancellationToken stop);

    public static void MapAreaDownloads(this WebApplication app)
    {
        Map(app, "wages", async (db, area, query, stop) =>
            await AreaWages.ReadAsync(db, area.Code, WageLink.Read(query) with { Offset = 0, Limit = int.MaxValue }, stop) is { Release: { } release } wages ? MarketTables.Of(wages.Wages, area, release) : null);
        Map(app, "projections", async (db, area, query, stop) =>
            await AreaProjections.ReadAsync(db, area.Code, WageLink.ReadProjections(query) with { Offset = 0, Limit = int.MaxValue }, stop) is { Release: { } release } projections ? MarketTables.Of(projections.Projections, area, release) : null);
        Map(app, "sectors", async (db, area, query, stop) =>
            await AreaSectors.ReadAsync(db, area, SectorLink.Read(query).Level, SectorLink.Read(query).Estimates, stop) is { } sectors ? MarketTables.Of(sectors, area) : null);
    }

    private static void Map(WebApplication app, string table, Read read)
    {
        app.MapGet($"{Links.Areas}/{{code}}/{table}.csv", (string code, Db db, HttpContext http) => SendAsync(code, db, http, t => TableFiles.Csv(t, $"{code}-{table}"))).AllowAnonymous();
        app.MapGet($"{Links.Areas}/{{code}}/{table}.xlsx", (string code, Db db, HttpContext http) => SendAsync(code, db, http, t => TableFiles.Excel(t, $"{code}-{table}"))).AllowAnonymous();

        async Task<IResult> SendAsync(string code, Db db, HttpContext http, Func<OutgoingTable, IResult> send)
        {
            var chain = AreaCode.TryParse(code, out var area) ? await AreaChain.ReadAsync(db, area, http.RequestAborted) : null;
            return chain is not null && await read(db, chain.Asked, http.Request.Query, http.RequestAborted) is { } found ? send(found) : Results.NotFound();
        }
    }
}
