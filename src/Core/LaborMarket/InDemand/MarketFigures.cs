using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>
/// What is known of one occupation in an area, or of the area over all occupations, as an in-demand rule asks for it. A measure that
/// nobody set is not reported. Quotients are never set; they follow from the others.
/// </summary>
public sealed class MarketFigures
{
    private readonly Dictionary<(Measure, int), Figure> _figures = [];

    public MarketFigures()
    {
    }

    /// <summary>Of figures that were gathered; 0 years for a measure that is no projection.</summary>
    public MarketFigures(IEnumerable<(Measure Measure, int Years, Figure Figure)> figures)
    {
        foreach (var (measure, years, figure) in figures)
            _figures[Key(measure, years)] = figure;
    }

    /// <summary>A measure that is no projection.</summary>
    public Figure this[Measure measure]
    {
        get => _figures.GetValueOrDefault((measure, 0), Figure.NotReported);
        init => _figures[Key(measure, 0)] = value;
    }

    /// <summary>A measure of the projection over so many years.</summary>
    public Figure this[Measure measure, int years]
    {
        get => _figures.GetValueOrDefault((measure, years), Figure.NotReported);
        init => _figures[Key(measure, years)] = value;
    }

    private static (Measure, int) Key(Measure measure, int years) =>
        measure.Parts() is null && measure.IsProjected() == years > 0
            ? (measure, years)
            : throw new ArgumentException($"{measure} cannot be set {(years > 0 ? "for a projection" : "without one")}.", nameof(measure));
}
