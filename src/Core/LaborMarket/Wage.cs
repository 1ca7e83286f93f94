using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>The figures of a row of wage statistics, in the order of its marks.</summary>
public enum WageFigure
{
    /// <summary>Jobs, rounded to ten; the self-employed are not in it.</summary>
    Employment,

    /// <summary>Relative standard error of employment, in per cent.</summary>
    EmploymentError,
    JobsPerThousand,

    /// <summary>Share of the area's jobs by share of the nation's.</summary>
    LocationQuotient,

    /// <summary>Per cent of the jobs of the industry.</summary>
    IndustryPercent,

    /// <summary>Per cent of the establishments that reported the occupation; a share below half a per cent is published as such and held as suppressed.</summary>
    ReportingPercent,

    /// <summary>Relative standard error of the mean wage, in per cent.</summary>
    WageError,
    HourlyMean,
    Hourly10,
    Hourly25,
    HourlyMedian,
    Hourly75,
    Hourly90,
    AnnualMean,
    Annual10,
    Annual25,
    AnnualMedian,
    Annual75,
    Annual90,
}

/// <summary>Which wages there are of an occupation.</summary>
public enum PayTerms
{
    HourlyAndAnnual,

    /// <summary>Paid by the year for fewer hours than a full year has, as teachers are.</summary>
    AnnualOnly,

    /// <summary>Paid by the hour without a full year of work, as actors are.</summary>
    HourlyOnly,
}

/// <summary>How fine an occupation of the statistics is. Rows of different levels overlap and are never added.</summary>
public enum OccupationLevel
{
    Total,
    Major,
    Minor,
    Broad,

    /// <summary>The finest that is published: a detailed occupation, or a group that is published only as a whole.</summary>
    Detailed,
}

/// <summary>
/// Employment and wages of an occupation in an area, and in an industry where it is not all of them. Wages are whole cents, by the
/// hour or the year. Source: BLS, Occupational Employment and Wage Statistics.
/// </summary>
public sealed class Wage
{
    /// <summary>All industries together.</summary>
    public const string CrossIndustry = "000000";

    public required int ReleaseKey { get; init; }
    public required string AreaCode { get; init; }

    /// <summary>A SOC code, or one that only these statistics have; 00-0000 for all occupations.</summary>
    public required string Soc { get; init; }
    public required OccupationLevel Level { get; init; }
    public string Naics { get; init; } = CrossIndustry;

    /// <summary>"cross-industry", "sector", "3-digit" … as the source writes it; one code can stand on two levels.</summary>
    public string IndustryLevel { get; init; } = "cross-industry";

    /// <summary>Whose establishments: "1235" for all, "5" for private ones; digits as the source combines them.</summary>
    public string Ownership { get; init; } = "1235";
    public required string Title { get; init; }
    public PayTerms Pay { get; init; }
    public int? Employment { get; init; }
    public double? EmploymentError { get; init; }
    public double? JobsPerThousand { get; init; }
    public double? LocationQuotient { get; init; }
    public double? IndustryPercent { get; init; }
    public double? ReportingPercent { get; init; }
    public double? WageError { get; init; }
    public int? HourlyMean { get; init; }
    public int? Hourly10 { get; init; }
    public int? Hourly25 { get; init; }
    public int? HourlyMedian { get; init; }
    public int? Hourly75 { get; init; }
    public int? Hourly90 { get; init; }
    public int? AnnualMean { get; init; }
    public int? Annual10 { get; init; }
    public int? Annual25 { get; init; }
    public int? AnnualMedian { get; init; }
    public int? Annual75 { get; init; }
    public int? Annual90 { get; init; }
    public required string Marks { get; init; }

    /// <summary>A figure with its state; wages in cents.</summary>
    public Figure Of(WageFigure figure) => Figure.From(Column(figure), FigureMarks.At(Marks, (int)figure));

    private double? Column(WageFigure figure) => figure switch
    {
        WageFigure.Employment => Employment,
        WageFigure.EmploymentError => EmploymentError,
        WageFigure.JobsPerThousand => JobsPerThousand,
        WageFigure.LocationQuotient => LocationQuotient,
        WageFigure.IndustryPercent => IndustryPercent,
        WageFigure.ReportingPercent => ReportingPercent,
        WageFigure.WageError => WageError,
        WageFigure.HourlyMean => HourlyMean,
        WageFigure.Hourly10 => Hourly10,
        WageFigure.Hourly25 => Hourly25,
        WageFigure.HourlyMedian => HourlyMedian,
        WageFigure.Hourly75 => Hourly75,
        WageFigure.Hourly90 => Hourly90,
        WageFigure.AnnualMean => AnnualMean,
        WageFigure.Annual10 => Annual10,
        WageFigure.Annual25 => Annual25,
        WageFigure.AnnualMedian => AnnualMedian,
        WageFigure.Annual75 => Annual75,
        _ => Annual90,
    };
}
