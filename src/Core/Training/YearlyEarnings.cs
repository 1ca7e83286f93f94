using Trellis.Core.Codes;

namespace Trellis.Core.Training;

/// <summary>What earnings of a quarter come to in a year, in cents: docs/formulas.md, "Earnings of a year". Pure.</summary>
public static class YearlyEarnings
{
    private const int Quarters = 4;

    public static Figure Of(Figure quarter) => quarter.Value is { } cents ? quarter with { Value = cents * Quarters } : quarter;

    /// <summary>The share by which a year's earnings lie above (below zero: under) what half of the workers earn; not known where one side is no number.</summary>
    public static double? Above(Figure year, Figure median) =>
        year is { State: FigureState.Value, Value: { } earned } && median is { State: FigureState.Value, Value: > 0 and { } middle } ? earned / middle - 1 : null;
}
