using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// The in-demand list of an area by a rule, with the releases that its figures come from and the names of its occupations. Only the
/// area's own figures are used; what it lacks is not taken from a wider area.
/// </summary>
public sealed record AreaDemand(InDemandList List, IReadOnlyDictionary<SocCode, string> Titles, IReadOnlyList<DataRelease> Releases)
{
    /// <summary>When the board last put a label in place or took one back; the beginning of time where it never did.</summary>
    public DateTimeOffset Overridden { get; private init; }

    private const string Everything = "00-0000";

    public static async Task<AreaDemand> ReadAsync(Db db, InDemandRule rule, AreaCode area, CancellationToken stop = default)
    {
        var code = area.ToString();
        var (figures, titles, releases) = await FiguresAsync(db, code, stop);
        var overrides = await db.InDemandOverrides.Where(o => o.Rule == rule.Name && o.Area == code).ToListAsync(stop);
        var everything = figures.Keys.FirstOrDefault(c => c.Value == Everything);
        var whole = figures.GetValueOrDefault(everything) ?? new MarketFigures();
        figures.Remove(everything);
        return new(InDemandList.Of(rule, (area, whole), figures, overrides), titles, releases)
        {
            Overridden = overrides.Select(o => o.When).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>What is known of each detailed occupation of an area and of all together, by code.</summary>
    private static async Task<(Dictionary<SocCode, MarketFigures>, Dictionary<SocCode, string>, List<DataRelease>)> FiguresAsync(Db db, string area, CancellationToken stop)
    {
        var measured = new MeasuredOccupations();
        var releases = new List<DataRelease>();
        if (await AreaWages.ReleaseAsync(db, area, SocEdition.Soc2018, stop) is { } release)
        {
            releases.Add(release);
            var wages = await db.Wages.Where(w => w.ReleaseKey == release.Key && w.AreaCode == area && w.Naics == Wage.CrossIndustry
                && (w.Level == OccupationLevel.Detailed || w.Level == OccupationLevel.Total)).OrderByDescending(w => w.Ownership.Length).ToListAsync(stop);
            wages.ForEach(measured.Add);
        }
        foreach (var (years, projections) in await AreaProjections.SpansAsync(db, area, stop))
        {
            releases.Add(projections);
            var rows = await db.Projections.Where(p => p.ReleaseKey == projections.Key && p.AreaCode == area
                && p.EndYear - p.StartYear == years && (!p.IsSummary || p.Code == Everything)).ToListAsync(stop);
            rows.ForEach(measured.Add);
        }
        return (measured.Figures(), measured.Titles, [.. releases.DistinctBy(r => r.Key)]);
    }
}
