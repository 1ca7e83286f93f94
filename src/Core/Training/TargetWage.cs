using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>What the occupation that somebody wants pays in the middle of an area: the measure for what a program's people earn.</summary>
/// <param name="Soc">The occupation, "29-1141".</param>
public sealed record TargetWage(string Soc, string Title, MarketProfile Market)
{
    /// <summary>The wage that half of the workers earn more than, in cents for a year.</summary>
    public Figure Median => Market.Wage?.MedianOfYear ?? Figure.NotReported;

    /// <summary>The area of the wage: the asked one, or the nearest wider one that has a figure.</summary>
    public Area Area => Market.Wage?.Area ?? Market.Area;

    /// <summary>By which share the program's people earn more in a year (below zero: less); null where it cannot be said.</summary>
    public double? Above(ProgramProfile profile) =>
        YearlyEarnings.Above(YearlyEarnings.Of(ProgramComparison.Of(profile, ComparedMeasure.Earnings)), Median);

    /// <summary>Null where no area has the code.</summary>
    public static async Task<TargetWage?> ReadAsync(Db db, string soc, string title, AreaCode area, CancellationToken stop = default) =>
        await MarketProfile.ReadAsync(db, soc, area, stop) is { } market ? new(soc, title, market) : null;

    /// <summary>The area to begin with: the state that all of the programs are taught in, else the nation.</summary>
    public static async Task<AreaCode> UsualAreaAsync(Db db, ProgramComparison comparison, CancellationToken stop = default)
    {
        if (comparison.Programs.Select(p => p.Program.State).Distinct().ToList() is not [{ Length: > 0 } state])
            return AreaCode.Nation;
        // Lists write "NJ" or the name, and a county's name or code; counties are called "Essex County, NJ".
        var (ending, county) = (", " + state, comparison.Programs[0].Program.County);
        var code = await db.Areas.Where(a => a.Kind == AreaKind.State && a.Name == state).Select(a => a.Code).FirstOrDefaultAsync(stop)
            ?? await db.Areas.Where(a => a.Kind == AreaKind.County && a.Code == county).Select(a => a.State).FirstOrDefaultAsync(stop)
            ?? await db.Areas.Where(a => a.Kind == AreaKind.County && a.Name.EndsWith(ending)).Select(a => a.State).FirstOrDefaultAsync(stop);
        return AreaCode.TryParse(code, out var found) ? found : AreaCode.Nation;
    }
}
