using Microsoft.EntityFrameworkCore;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Pages.Demand;

/// <summary>The areas for which a rule can be applied: those with wages or projections of their own, and the one that was asked for.</summary>
public static class DemandAreas
{
    public static async Task<List<Area>> ReadAsync(Db db, string? asked)
    {
        var keys = (await MarketReleases.ReadAsync(db, ReleaseKinds.Oews)).Keys
            .Concat((await MarketReleases.ReadAsync(db, ReleaseKinds.Projections)).Keys).Concat((await MarketReleases.ReadAsync(db, ReleaseKinds.StateProjections)).Keys).ToList();
        var wages = db.Wages.Where(w => keys.Contains(w.ReleaseKey)).Select(w => w.AreaCode);
        var projections = db.Projections.Where(p => keys.Contains(p.ReleaseKey)).Select(p => p.AreaCode);
        var codes = await wages.Union(projections).Distinct().ToListAsync();
        var areas = await db.Areas.Where(a => codes.Contains(a.Code) || a.Code == asked).ToListAsync();
        return [.. areas.OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
