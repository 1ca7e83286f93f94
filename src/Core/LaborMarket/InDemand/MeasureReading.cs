using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>A number that a condition needs and nobody gave: of the occupation or of the area, of which projection, and why.</summary>
public readonly record struct MissingMeasure(Measure Measure, bool OfArea, int? Years, FigureState State);

/// <summary>The value of a measure, or everything it lacks.</summary>
internal readonly record struct MeasureReading(Figure Figure, IReadOnlyList<MissingMeasure> Missing)
{
    /// <summary>Reads a plain measure, or divides the two that it is a quotient of.</summary>
    /// <param name="measure">What is read.</param>
    /// <param name="horizon">The projection, for a measure that needs one.</param>
    /// <param name="of">The occupation, or the area itself.</param>
    /// <param name="area">The area.</param>
    public static MeasureReading Of(Measure measure, Horizon? horizon, MarketFigures of, MarketFigures area)
    {
        if (measure.Parts() is not { } quotient)
            return Plain(measure, horizon, of, ReferenceEquals(of, area));
        var above = Plain(quotient.Above, horizon, of, ReferenceEquals(of, area));
        var below = Plain(quotient.Below, horizon, quotient.OfArea ? area : of, quotient.OfArea || ReferenceEquals(of, area));
        if (above.Missing.Count + below.Missing.Count > 0)
            return Lacking([.. above.Missing, .. below.Missing]);
        // By a bound nothing can be divided, and by zero neither.
        if (below.Figure.State != FigureState.Value || below.Figure.Value <= 0)
        {
            var state = below.Figure.State == FigureState.Value ? FigureState.NotApplicable : below.Figure.State;
            return Lacking([new(quotient.Below, quotient.OfArea, null, state)]);
        }
        return new(above.Figure with { Value = above.Figure.Value / below.Figure.Value }, []);
    }

    private static MeasureReading Plain(Measure measure, Horizon? horizon, MarketFigures of, bool ofArea)
    {
        if (!measure.IsProjected())
            return of[measure] is { HasValue: true } figure ? new(figure, []) : Lacking([new(measure, ofArea, null, of[measure].State)]);
        var years = horizon?.Years ?? [];
        var figures = years.Select(y => (Years: y, Figure: of[measure, y])).ToList();
        if (figures.Count == 0)
            return Lacking([new(measure, ofArea, null, FigureState.NotReported)]);
        if (figures.Exists(f => !f.Figure.HasValue))
            return Lacking([.. figures.Where(f => !f.Figure.HasValue).Select(f => new MissingMeasure(measure, ofArea, f.Years, f.Figure.State))]);
        var mean = figures.Average(f => f.Figure.Value!.Value);
        return new(figures.Exists(f => f.Figure.State == FigureState.TopCoded) ? Figure.TopCoded(mean) : Figure.Of(mean), []);
    }

    private static MeasureReading Lacking(IReadOnlyList<MissingMeasure> missing) =>
        new(MissingParts.Result([.. missing.Select(m => new MissingPart<Measure>(m.Measure, m.State))]), missing);
}
