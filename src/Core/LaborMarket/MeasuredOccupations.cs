using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Core.LaborMarket;

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
