using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>Employment and wages of an occupation in one area, with the release they come from.</summary>
/// <param name="IsWider">Whether the area is not the asked one but one around it.</param>
/// <param name="IsGroup">Whether the row is that of a group of occupations which is published only as a whole; its title names it.</param>
public sealed record MarketWage(Wage Figures, Area Area, DataRelease Release, bool IsWider, bool IsGroup)
{
    private static readonly WageFigure[] Wages = [.. Enum.GetValues<WageFigure>().Where(f => f >= WageFigure.HourlyMean)];

    /// <summary>Whether any wage is there.</summary>
    public bool HasWage => Wages.Any(f => Figures.Of(f).HasValue);

    public Figure this[WageFigure figure] => Figures.Of(figure);

    /// <summary>The median of a year, in cents; where the source has only that of an hour, what it comes to in a year.</summary>
    public Figure MedianOfYear => YearOfHours.Of(this[WageFigure.AnnualMedian], this[WageFigure.HourlyMedian]);

    /// <summary>Whether the median of a year is made from that of an hour.</summary>
    public bool IsYearMade => YearOfHours.IsMade(this[WageFigure.AnnualMedian], this[WageFigure.HourlyMedian]);

    /// <summary>What someone new to the work earns in a year, in cents, estimated from percentiles: docs/formulas.md, "Entry wage".</summary>
    public Figure AnnualEntry => EntryWage.Estimate(this[WageFigure.Annual10], this[WageFigure.Annual25], this[WageFigure.AnnualMedian]);

    internal static async Task<List<MarketWage>> ReadAsync(Db db, MarketReleases releases, AreaChain areas, MarketCodes codes, CancellationToken stop)
    {
        var (keys, places, socs) = (releases.Keys, areas.Codes, codes.Codes);
        var rows = await db.Wages
            .Where(w => keys.Contains(w.ReleaseKey) && places.Contains(w.AreaCode) && socs.Contains(w.Soc) && w.Naics == Wage.CrossIndustry)
            .ToListAsync(stop);
        return [.. rows.GroupBy(w => w.AreaCode).OrderBy(g => areas.Rank(g.Key)).Select(Best)];

        MarketWage Best(IGrouping<string, Wage> rows)
        {
            var best = rows.OrderBy(w => releases.Rank(w.ReleaseKey)).ThenBy(w => codes.Rank(w.Soc)).ThenByDescending(w => w.Level).ThenByDescending(w => w.Ownership.Length).First();
            return new(best, areas.Of(rows.Key), releases.Of(best.ReleaseKey), areas.Rank(rows.Key) > 0, codes.Rank(best.Soc) > 0);
        }
    }
}
