using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Pages.Demand;

/// <summary>The areas that a reader can choose: those of which a release in force has wages or projections of all occupations.</summary>
public static class DemandAreas
{
    private const string Everything = "00-0000";

    public static async Task<List<Area>> ReadAsync(Db db, CancellationToken stop = default)
    {
        var keys = await db.DataReleases.Where(r => r.State == ReleaseState.Current).Select(r => r.Key).ToListAsync(stop);
        var codes = await db.Wages.Where(w => keys.Contains(w.ReleaseKey) && w.Soc == Everything && w.Naics == Wage.CrossIndustry).Select(w => w.AreaCode)
            .Union(db.Projections.Where(p => keys.Contains(p.ReleaseKey) && p.Code == Everything).Select(p => p.AreaCode)).ToListAsync(stop);
        var areas = await db.Areas.Where(a => codes.Contains(a.Code)).ToListAsync(stop);
        return [.. areas.OrderBy(a => a.Kind == AreaKind.Region ? 0 : 1).ThenBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
