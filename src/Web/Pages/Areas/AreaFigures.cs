using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Pages.Areas;

/// <summary>What a map can show of its areas.</summary>
public enum MapMeasure
{
    /// <summary>Jobs in all industries.</summary>
    Jobs,

    /// <summary>Median wage of a year over all occupations, in cents.</summary>
    MedianWage,
}

/// <summary>The figure of an area of a map.</summary>
public sealed record AreaFigure(Area Area, Figure Figure)
{
    /// <summary>Whether estimates of the source stand in it.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Whether it is what is known only, and more was withheld.</summary>
    public bool IsPart { get; init; }
}

/// <summary>The figure of each area of a map: of states from wage statistics, of counties from industry tables.</summary>
public sealed record AreaFigures(IReadOnlyList<AreaFigure> Rows, IReadOnlyList<DataRelease> Releases)
{
    /// <summary>States and territories, for the map of the nation.</summary>
    public static async Task<AreaFigures> OfStatesAsync(Db db, MapMeasure measure, CancellationToken stop = default)
    {
        var releases = await MarketReleases.ReadAsync(db, ReleaseKinds.Oews, stop: stop);
        var keys = releases.Keys;
        var wages = await db.Wages.Where(w => keys.Contains(w.ReleaseKey) && w.AreaCode.StartsWith("state-") && w.Naics == Wage.CrossIndustry && w.Level == OccupationLevel.Total).ToListAsync(stop);
        var best = wages.GroupBy(w => w.AreaCode).ToDictionary(g => g.Key, g => g.MinBy(w => releases.Rank(w.ReleaseKey))!);
        var areas = await db.Areas.Where(a => a.Kind == AreaKind.State).OrderBy(a => a.Name).ToListAsync(stop);
        return new(
            [.. areas.Select(a => new AreaFigure(a, best.TryGetValue(a.Code, out var wage) ? wage.Of(measure == MapMeasure.Jobs ? WageFigure.Employment : WageFigure.AnnualMedian) : Figure.NotReported))],
            [.. best.Values.Select(w => w.ReleaseKey).Distinct().Select(releases.Of)]);
    }

    /// <summary>Counties with their jobs in all industries; withheld ones are taken from the estimates of the source where it has any, and
    /// left out where it has none.</summary>
    public static async Task<AreaFigures> OfCountiesAsync(Db db, IReadOnlyList<Area> counties, CancellationToken stop = default)
    {
        var rows = new List<AreaFigure>();
        var releases = new Dictionary<int, DataRelease>();
        var known = await AreaSectors.ReadAllAsync(db, counties, estimates: true, stop);
        foreach (var county in counties)
        {
            var sectors = known.GetValueOrDefault(county.Code);
            var total = sectors?.All.Published is { } jobs ? Figure.Of(jobs) : sectors?.All.Whole ?? Figure.NotReported;
            rows.Add(new(county, total) { IsEstimated = sectors?.IsEstimated ?? false, IsPart = sectors is { All.IsWhole: false } });
            foreach (var release in sectors?.Releases ?? [])
                releases[release.Key] = release;
        }
        return new(rows, [.. releases.Values]);
    }
}
