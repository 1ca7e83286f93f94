using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// What someone new to an occupation earns: the mean of the lowest-paid third, estimated from percentiles where nobody publishes it.
/// docs/formulas.md, "Entry wage". In whole cents, by the hour or the year as the percentiles are. Pure.
/// </summary>
public static class EntryWage
{
    /// <summary>The share of each percentile in the estimate; together 1.</summary>
    private const double OfP10 = 0.525, OfP25 = 13.0 / 30, OfMedian = 1.0 / 24;

    public static Figure Estimate(Figure p10, Figure p25, Figure median)
    {
        var missing = MissingParts.Of(("10", p10), ("25", p25), ("50", median));
        if (missing.Count == 0)
            return Figure.Of(Cents(p10, p25, median));
        // At least so much, where the bounds are all that the source publishes.
        return p10.HasValue && p25.HasValue && median.HasValue ? Figure.TopCoded(Cents(p10, p25, median)) : MissingParts.Result(missing);
    }

    private static double Cents(Figure p10, Figure p25, Figure median) => Math.Round(
        OfP10 * p10.Value!.Value + OfP25 * p25.Value!.Value + OfMedian * median.Value!.Value, MidpointRounding.AwayFromZero);
}
