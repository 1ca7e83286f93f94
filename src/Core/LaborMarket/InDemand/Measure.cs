namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>
/// What an in-demand rule may ask about an occupation in an area. Counts are jobs, people or openings, wages cents a year, rates and
/// shares parts of one (0.02 for 2 percent). docs/formulas.md, "In-demand rules".
/// </summary>
public enum Measure
{
    /// <summary>Jobs now, from the wage survey.</summary>
    Employment,

    /// <summary>Jobs in the first year of a projection.</summary>
    StartEmployment,

    /// <summary>Projected growth of employment a year.</summary>
    AnnualGrowth,

    /// <summary>Projected openings a year.</summary>
    AnnualOpenings,

    /// <summary>Job postings in a year.</summary>
    Postings,

    /// <summary>People hired in a year.</summary>
    Hires,
    EntryWage,
    MedianWage,
    MeanWage,
    LocationQuotient,

    /// <summary>Employment of all employment of the area.</summary>
    EmploymentShare,

    /// <summary>Annual openings of all annual openings of the area.</summary>
    OpeningsShare,

    /// <summary>Annual openings for each job there is.</summary>
    OpeningsRatio,

    /// <summary>Job postings for each job there is.</summary>
    PostingsRatio,

    /// <summary>Hires for each job there is.</summary>
    HiresRatio,
}

/// <summary>What is true of each measure.</summary>
public static class Measures
{
    /// <summary>Whether it comes from a projection, so that one must be named.</summary>
    public static bool IsProjected(this Measure measure) => measure is Measure.StartEmployment or Measure.AnnualGrowth or Measure.AnnualOpenings
        or Measure.OpeningsShare or Measure.OpeningsRatio;

    public static bool IsWage(this Measure measure) => measure is Measure.EntryWage or Measure.MedianWage or Measure.MeanWage;

    /// <summary>Whether it says which part of the area an occupation is; the area itself has no such figure.</summary>
    public static bool IsPartOfArea(this Measure measure) =>
        measure is Measure.EmploymentShare or Measure.OpeningsShare or Measure.LocationQuotient;

    /// <summary>What is divided by what, where a measure is a quotient of others.</summary>
    internal static Quotient? Parts(this Measure measure) => measure switch
    {
        Measure.EmploymentShare => new(Measure.Employment, Measure.Employment, OfArea: true),
        Measure.OpeningsShare => new(Measure.AnnualOpenings, Measure.AnnualOpenings, OfArea: true),
        Measure.OpeningsRatio => new(Measure.AnnualOpenings, Measure.Employment, OfArea: false),
        Measure.PostingsRatio => new(Measure.Postings, Measure.Employment, OfArea: false),
        Measure.HiresRatio => new(Measure.Hires, Measure.Employment, OfArea: false),
        _ => null,
    };

    /// <summary>A measure divided by another one, of the same occupation or of its area.</summary>
    internal sealed record Quotient(Measure Above, Measure Below, bool OfArea);
}
