using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// By which share something grows each year when it grows by the same share every year: docs/formulas.md, "Annual growth rate". A
/// rate, 0.02 for 2 percent a year. Not applicable without a start above zero or without time between. Pure.
/// </summary>
public static class GrowthRate
{
    public static Figure Annual(Figure start, Figure end, double years)
    {
        var missing = MissingParts.Of(("start", start), ("end", end));
        if (missing.Count > 0)
            return MissingParts.Result(missing);
        return start.Value <= 0 || end.Value < 0 || years <= 0
            ? Figure.NotApplicable
            : Figure.Of(Math.Pow(end.Value!.Value / start.Value!.Value, 1 / years) - 1);
    }
}
