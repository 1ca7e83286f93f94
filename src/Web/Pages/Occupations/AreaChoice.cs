using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Pages.Occupations;

/// <summary>The areas that a reader can choose wages of: those that a current release has wages for, and the saved regions.</summary>
public static class AreaChoice
{
    public static async Task<List<Area>> ReadAsync(Db db)
    {
        var releases = (await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.Oews)).Select(r => r.Key).ToList();
        var totals = await db.Wages.Where(w => releases.Contains(w.ReleaseKey) && w.Soc == "00-0000" && w.Naics == Wage.CrossIndustry)
            .Select(w => new { w.ReleaseKey, w.AreaCode }).Distinct().ToListAsync();
        // Some states publish no row for all occupations; of these every row has to be looked at.
        var others = releases.Except(totals.Select(t => t.ReleaseKey)).ToList();
        var total = totals.Select(t => t.AreaCode).Concat(await db.Wages.Where(w => others.Contains(w.ReleaseKey)).Select(w => w.AreaCode).Distinct().ToListAsync()).Distinct().ToList();
        var areas = await db.Areas.Where(a => total.Contains(a.Code) || a.Kind == AreaKind.Region || a.Kind == AreaKind.Nation).ToListAsync();
        return [.. areas.OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
