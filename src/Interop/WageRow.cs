using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop;

/// <summary>What makes a row of wage statistics the only one of its sort.</summary>
internal readonly record struct WageKey(int ReleaseKey, string Area, string Soc, OccupationLevel Level)
{
    public string Naics { get; init; } = Wage.CrossIndustry;
    public string IndustryLevel { get; init; } = "cross-industry";
    public string Ownership { get; init; } = "1235";
}

/// <summary>Makes a row of wage statistics from its figures in the order of <see cref="WageFigure"/>, wages in cents.</summary>
internal static class WageRow
{
    public static Wage Of(WageKey key, Figure[] figures, string title, PayTerms pay) => new()
    {
        ReleaseKey = key.ReleaseKey,
        AreaCode = key.Area,
        Soc = key.Soc,
        Level = key.Level,
        Naics = key.Naics,
        IndustryLevel = key.IndustryLevel,
        Ownership = key.Ownership,
        Title = title,
        Pay = pay,
        Employment = figures.At(WageFigure.Employment).Whole(),
        EmploymentError = figures.At(WageFigure.EmploymentError).Value,
        JobsPerThousand = figures.At(WageFigure.JobsPerThousand).Value,
        LocationQuotient = figures.At(WageFigure.LocationQuotient).Value,
        IndustryPercent = figures.At(WageFigure.IndustryPercent).Value,
        ReportingPercent = figures.At(WageFigure.ReportingPercent).Value,
        WageError = figures.At(WageFigure.WageError).Value,
        HourlyMean = figures.At(WageFigure.HourlyMean).Whole(),
        Hourly10 = figures.At(WageFigure.Hourly10).Whole(),
        Hourly25 = figures.At(WageFigure.Hourly25).Whole(),
        HourlyMedian = figures.At(WageFigure.HourlyMedian).Whole(),
        Hourly75 = figures.At(WageFigure.Hourly75).Whole(),
        Hourly90 = figures.At(WageFigure.Hourly90).Whole(),
        AnnualMean = figures.At(WageFigure.AnnualMean).Whole(),
        Annual10 = figures.At(WageFigure.Annual10).Whole(),
        Annual25 = figures.At(WageFigure.Annual25).Whole(),
        AnnualMedian = figures.At(WageFigure.AnnualMedian).Whole(),
        Annual75 = figures.At(WageFigure.Annual75).Whole(),
        Annual90 = figures.At(WageFigure.Annual90).Whole(),
        Marks = FigureMarks.Write(Array.ConvertAll(figures, f => f.State)),
    };

    private static Figure At(this Figure[] figures, WageFigure figure) => figures[(int)figure];
}
