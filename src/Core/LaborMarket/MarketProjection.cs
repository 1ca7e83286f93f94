using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>How employment of an occupation in one area is projected to change, with the release it comes from.</summary>
/// <param name="IsWider">Whether the area is not the asked one but one around it.</param>
/// <param name="IsGroup">Whether the row is that of a group of occupations; its title names it.</param>
public sealed record MarketProjection(Projection Figures, Area Area, DataRelease Release, bool IsWider, bool IsGroup)
{
    public bool HasFigures => this[ProjectionFigure.Openings].HasValue || this[ProjectionFigure.EndEmployment].HasValue;

    public Figure this[ProjectionFigure figure] => Figures.Of(figure);

    /// <summary>Openings of an average year by where they come from: docs/formulas.md, "Job openings".</summary>
    public JobOpenings Openings => new(this[ProjectionFigure.Growth], this[ProjectionFigure.Exits], this[ProjectionFigure.Transfers]);

    /// <summary>Growth of a year, a rate: docs/formulas.md, "Annual growth rate".</summary>
    public Figure AnnualGrowth => GrowthRate.Annual(this[ProjectionFigure.StartEmployment], this[ProjectionFigure.EndEmployment], Figures.Years);

    internal static async Task<List<MarketProjection>> ReadAsync(Db db, MarketReleases releases, AreaChain areas, MarketCodes codes, CancellationToken stop)
    {
        var (keys, places, all) = (releases.Keys, areas.Codes, codes.Codes);
        var rows = await db.Projections.Where(p => keys.Contains(p.ReleaseKey) && places.Contains(p.AreaCode) && all.Contains(p.Code)).ToListAsync(stop);
        return [.. rows.GroupBy(p => (p.AreaCode, p.Years)).OrderBy(g => areas.Rank(g.Key.AreaCode)).ThenByDescending(g => g.Key.Years).Select(Best)];

        MarketProjection Best(IGrouping<(string AreaCode, int Years), Projection> rows)
        {
            var best = rows.OrderBy(p => releases.Rank(p.ReleaseKey)).ThenBy(p => codes.Rank(p.Code)).ThenBy(p => p.IsSummary).First();
            return new(best, areas.Of(best.AreaCode), releases.Of(best.ReleaseKey), areas.Rank(best.AreaCode) > 0, codes.Rank(best.Code) > 0);
        }
    }
}
