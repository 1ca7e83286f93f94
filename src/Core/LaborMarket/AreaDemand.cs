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
    private const string Everything = "00-0000";

    public static async Task<AreaDemand> ReadAsync(Db db, InDemandRule rule, AreaCode area, CancellationToken stop = default)
    {
        var code = area.ToString();
        var (figures, titles, releases) = await FiguresAsync(db, code, stop);
        var overrides = await db.InDemandOverrides.Where(o => o.Rule == rule.Name && o.Area == code).ToListAsync(stop);
        var everything = figures.Keys.FirstOrDefault(c => c.Value == Everything);
        var whole = figures.GetValueOrDefault(everything) ?? new MarketFigures();
        figures.Remove(everything);
        return new(InDemandList.Of(rule, (area, whole), figures, overrides), titles, releases);
    }

    /// <summary>What is known of each detailed occupation of an area and of all together, by code.</summary>
    private static async Task<(Dictionary<SocCode, MarketFigures>, Dictionary<SocCode, string>, List<DataRelease>)> FiguresAsync(Db db, string area, CancellationToken stop)
    {
        var measured = new MeasuredOccupations();
        var releases = new List<DataRelease>();
        if (await AreaWages.ReleaseAsync(db, area, stop) is { } release)
        {
            releases.Add(release);
            var wages = await db.Wages.Where(w => w.ReleaseKey == release.Key && w.AreaCode == area && w.Naics == Wage.CrossIndustry
                && (w.Level == OccupationLevel.Detailed || w.Level == OccupationLevel.Total)).ToListAsync(stop);
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

/// <summary>Gathers the figures of occupations from wages and projections, as an in-demand rule asks for them.</summary>
internal sealed class MeasuredOccupations
{
    private readonly Dictionary<SocCode, Wage> _wages = [];
    private readonly Dictionary<SocCode, List<Projection>> _projections = [];

    public Dictionary<SocCode, string> Titles { get; } = [];

    public void Add(Wage wage)
    {
        if (SocCode.TryParse(wage.Soc, out var code) && _wages.TryAdd(code, wage))
            Titles[code] = wage.Title;
    }

    public void Add(Projection projection)
    {
        if (!SocCode.TryParse(projection.Code, out var code))
            return;
        if (!_projections.TryGetValue(code, out var all))
            _projections.Add(code, all = []);
        all.Add(projection);
        Titles.TryAdd(code, projection.Title);
    }

    public Dictionary<SocCode, MarketFigures> Figures() => Titles.Keys.ToDictionary(c => c, Of);

    private MarketFigures Of(SocCode code) => new((_wages.TryGetValue(code, out var wage) ? Of(wage) : []).Concat((_projections.GetValueOrDefault(code) ?? []).SelectMany(Of)));

    private static (Measure, int, Figure)[] Of(Wage wage) =>
    [
        (Measure.Employment, 0, wage.Of(WageFigure.Employment)),
        (Measure.MedianWage, 0, wage.Of(WageFigure.AnnualMedian)),
        (Measure.MeanWage, 0, wage.Of(WageFigure.AnnualMean)),
        (Measure.LocationQuotient, 0, wage.Of(WageFigure.LocationQuotient)),
        (Measure.EntryWage, 0, EntryWage.Estimate(wage.Of(WageFigure.Annual10), wage.Of(WageFigure.Annual25), wage.Of(WageFigure.AnnualMedian))),
    ];

    private static (Measure, int, Figure)[] Of(Projection projection) =>
    [
        (Measure.StartEmployment, projection.Years, projection.Of(ProjectionFigure.StartEmployment)),
        (Measure.AnnualOpenings, projection.Years, projection.Of(ProjectionFigure.Openings)),
        (Measure.AnnualGrowth, projection.Years, GrowthRate.Annual(projection.Of(ProjectionFigure.StartEmployment), projection.Of(ProjectionFigure.EndEmployment), projection.Years)),
    ];
}
