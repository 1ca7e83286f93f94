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
        var total = await db.Wages.Where(w => releases.Contains(w.ReleaseKey) && w.Soc == "00-0000" && w.Naics == Wage.CrossIndustry).Select(w => w.AreaCode).Distinct().ToListAsync();
        var areas = await db.Areas.Where(a => total.Contains(a.Code) || a.Kind == AreaKind.Region || a.Kind == AreaKind.Nation).ToListAsync();
        return [.. areas.OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
