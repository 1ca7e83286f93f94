using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>What is asked of the wages of an area.</summary>
public sealed record WageQuery
{
    /// <summary>Words in the title, or the beginning of a code.</summary>
    public string? Text { get; init; }

    /// <summary>The first two digits of the occupations.</summary>
    public string? Major { get; init; }
    public OccupationLevel Level { get; init; } = OccupationLevel.Detailed;

    /// <summary>At least so much at the median of a year, in cents; occupations without a median are left out then.</summary>
    public int? LeastMedian { get; init; }
    public WageOrder Order { get; init; }
    public int Offset { get; init; }
    public int Limit { get; init; } = 50;
}

/// <summary>How occupations are sorted; those without the figure come last.</summary>
public enum WageOrder
{
    Title,
    Employment,
    Median,
    Concentration,
}

/// <summary>Employment and wages of the occupations of an area, from the best release that has any of it.</summary>
/// <param name="Release">Null where no release has the area.</param>
/// <param name="All">The row of all occupations together.</param>
public sealed record AreaWages(DataRelease? Release, Wage? All, IReadOnlyList<Wage> Wages, int Total)
{
    public static readonly AreaWages None = new(null, null, [], 0);

    public static async Task<AreaWages> ReadAsync(Db db, string area, WageQuery query, CancellationToken stop = default)
    {
        if (await ReleaseAsync(db, area, SocEdition.Soc2018, stop) is not { } release)
            return None;
        var rows = await db.Wages.Where(w => w.ReleaseKey == release.Key && w.AreaCode == area && w.Naics == Wage.CrossIndustry && (w.Level == query.Level || w.Level == OccupationLevel.Total)).ToListAsync(stop);
        var all = rows.Find(w => w.Level == OccupationLevel.Total);
        var fitting = Sorted(rows.Where(w => w.Level == query.Level && Fits(w, query)), query.Order).ToList();
        return new(release, all, [.. fitting.Skip(query.Offset).Take(query.Limit)], fitting.Count);
    }

    /// <summary>The release from which an area's wages are read.</summary>
    internal static async Task<DataRelease?> ReleaseAsync(Db db, string area, SocEdition edition, CancellationToken stop)
    {
        var releases = await MarketReleases.ReadAsync(db, ReleaseKinds.Oews, edition, stop);
        var keys = releases.Keys;
        var having = await db.Wages.Where(w => keys.Contains(w.ReleaseKey) && w.AreaCode == area && w.Naics == Wage.CrossIndustry).Select(w => w.ReleaseKey).Distinct().ToListAsync(stop);
        return releases.Usable.FirstOrDefault(r => having.Contains(r.Key));
    }

    private static bool Fits(Wage wage, WageQuery query) => (string.IsNullOrWhiteSpace(query.Text) || wage.Title.Contains(query.Text.Trim(), StringComparison.CurrentCultureIgnoreCase) || wage.Soc.StartsWith(query.Text.Trim(), StringComparison.Ordinal))
        && (string.IsNullOrEmpty(query.Major) || wage.Soc.StartsWith(query.Major, StringComparison.Ordinal))
        && (query.LeastMedian is null || wage.Of(WageFigure.AnnualMedian).Value >= query.LeastMedian);

    private static IEnumerable<Wage> Sorted(IEnumerable<Wage> rows, WageOrder order) => order switch
    {
        WageOrder.Employment => By(rows, WageFigure.Employment),
        WageOrder.Median => By(rows, WageFigure.AnnualMedian),
        WageOrder.Concentration => By(rows, WageFigure.LocationQuotient),
        _ => rows.OrderBy(w => w.Title, StringComparer.Ordinal).ThenBy(w => w.Soc, StringComparer.Ordinal),
    };

    private static IEnumerable<Wage> By(IEnumerable<Wage> rows, WageFigure figure) =>
        rows.OrderByDescending(w => w.Of(figure).Value ?? double.MinValue).ThenBy(w => w.Soc, StringComparer.Ordinal);
}
