using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>The figures of a row of industry employment, in the order of its marks.</summary>
public enum IndustryFigure
{
    Establishments,

    /// <summary>Jobs in an average month.</summary>
    Employment,

    /// <summary>Pay of all workers over the year, in cents.</summary>
    Payroll,
}

/// <summary>
/// Establishments, jobs and pay of an industry in an area. Which edition of NAICS its codes belong to, the release says. Source: BLS,
/// Quarterly Census of Employment and Wages, or tables made from the Census Bureau's County Business Patterns.
/// </summary>
public sealed class IndustryJobs
{
    /// <summary>The code of all industries together.</summary>
    public const string AllIndustries = "10";

    public required int ReleaseKey { get; init; }
    public required string AreaCode { get; init; }
    public required string Naics { get; init; }

    /// <summary>"0" for all establishments, "5" for private ones, "1", "2" and "3" for those of federal, state and local government.</summary>
    public required string Ownership { get; init; }

    /// <summary>The year that the figures speak of; 0 where the file does not tell.</summary>
    public required int Year { get; init; }
    public string Title { get; init; } = "";

    /// <summary>How many digits the industry has; 0 for all together.</summary>
    public required int Level { get; init; }
    public double? Establishments { get; init; }
    public double? Employment { get; init; }
    public long? Payroll { get; init; }

    /// <summary>Jobs as somebody estimated them where the source withheld them; never mixed with <see cref="Employment"/> in silence.</summary>
    public double? EstimatedEmployment { get; init; }

    /// <summary>Which estimate it is, by the name that its file gives it.</summary>
    public string? Estimate { get; init; }
    public required string Marks { get; init; }

    public Figure Of(IndustryFigure figure) => Figure.From(figure switch
    {
        IndustryFigure.Establishments => Establishments,
        IndustryFigure.Employment => Employment,
        _ => Payroll,
    }, FigureMarks.At(Marks, (int)figure));
}

/// <summary>An industry of the classification. Source: NAICS 2022, U.S. Census Bureau.</summary>
public sealed class Industry
{
    public required int ReleaseKey { get; init; }

    /// <summary>Two digits, or a range such as 31-33, to six.</summary>
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required int Level { get; init; }
}
