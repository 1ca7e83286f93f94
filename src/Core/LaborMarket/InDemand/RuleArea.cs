using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>A mean or median over the occupations of an area, and how many of them have no figure and are not in it.</summary>
public sealed record OccupationNorm(Figure Figure, int Used, int Missing);

/// <summary>
/// The area in which a rule is applied: its own figures and those of all its occupations, over which means and medians are taken.
/// Each is worked out once. Not for several threads.
/// </summary>
public sealed class RuleArea(MarketFigures figures, IReadOnlyList<MarketFigures> occupations)
{
    private readonly Dictionary<(Measure, Horizon?, Yardstick), OccupationNorm> _norms = [];

    public MarketFigures Figures { get; } = figures;

    internal OccupationNorm Norm(Measure measure, Horizon? horizon, Yardstick yardstick)
    {
        var key = (measure, measure.IsProjected() ? horizon : null, yardstick);
        if (!_norms.TryGetValue(key, out var norm))
            _norms.Add(key, norm = Work(measure, horizon, yardstick));
        return norm;
    }

    private OccupationNorm Work(Measure measure, Horizon? horizon, Yardstick yardstick)
    {
        var values = occupations.Select(o => MeasureReading.Of(measure, horizon, o, Figures).Figure).Where(f => f.HasValue)
            .OrderBy(f => f.Value).ThenBy(f => f.State).ToList();
        var figure = values.Count == 0 ? Figure.NotReported : yardstick == Yardstick.OccupationMean ? Mean(values) : Median(values);
        return new(figure, values.Count, occupations.Count - values.Count);
    }

    private static Figure Mean(List<Figure> values) => Over(values, values.Average(v => v.Value!.Value));

    /// <summary>The middle value, or the mean of the middle two.</summary>
    private static Figure Median(List<Figure> sorted)
    {
        var middle = sorted[((sorted.Count - 1) / 2)..(sorted.Count / 2 + 1)];
        return Over(sorted[..(sorted.Count / 2 + 1)], middle.Average(v => v.Value!.Value));
    }

    /// <summary>One bound among the numbers makes a bound of what follows from them.</summary>
    private static Figure Over(List<Figure> from, double value) =>
        from.Exists(f => f.State == FigureState.TopCoded) ? Figure.TopCoded(value) : Figure.Of(value);
}
