using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>What a wage by the hour comes to in a year of 2,080 hours, in cents: docs/formulas.md, "Wage of a year from an hour". Pure.</summary>
public static class YearOfHours
{
    public const int Hours = 2080;

    /// <summary>The wage of a year, or where the source has none but one by the hour, what that comes to.</summary>
    public static Figure Of(Figure year, Figure hour) => IsMade(year, hour) ? hour with { Value = hour.Value * Hours } : year;

    /// <summary>Whether the wage of a year is made from one by the hour.</summary>
    public static bool IsMade(Figure year, Figure hour) => year.State == FigureState.NotReported && hour.HasValue;
}
