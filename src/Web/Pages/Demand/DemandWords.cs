using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Web.Pages.Demand;

/// <summary>Conditions of in-demand rules and what became of them, in the words of the page.</summary>
public static class DemandWords
{
    /// <summary>What a rule calls a label.</summary>
    public static string Label(InDemandRule rule, DemandLabel label) => rule.Labels.TryGetValue(label, out var words) ? words.In(Startup.Language) : label.ToString();

    public static string Measure(IStringLocalizer<Words> T, Measure measure) => measure switch
    {
        Core.LaborMarket.InDemand.Measure.Employment => T["Jobs"],
        Core.LaborMarket.InDemand.Measure.StartEmployment => T["Jobs at the start"],
        Core.LaborMarket.InDemand.Measure.AnnualGrowth => T["Growth a year"],
        Core.LaborMarket.InDemand.Measure.AnnualOpenings => T["Openings a year"],
        Core.LaborMarket.InDemand.Measure.Postings => T["Job postings a year"],
        Core.LaborMarket.InDemand.Measure.Hires => T["People hired a year"],
        Core.LaborMarket.InDemand.Measure.EntryWage => T["Entry wage a year"],
        Core.LaborMarket.InDemand.Measure.MedianWage => T["Median wage a year"],
        Core.LaborMarket.InDemand.Measure.MeanWage => T["Mean wage a year"],
        Core.LaborMarket.InDemand.Measure.LocationQuotient => T["Location quotient"],
        Core.LaborMarket.InDemand.Measure.EmploymentShare => T["Share of the area’s jobs"],
        Core.LaborMarket.InDemand.Measure.OpeningsShare => T["Share of the area’s openings"],
        Core.LaborMarket.InDemand.Measure.OpeningsRatio => T["Openings for each job"],
        Core.LaborMarket.InDemand.Measure.PostingsRatio => T["Postings for each job"],
        _ => T["Hires for each job"],
    };

    /// <summary>The measure and the years of the projection.</summary>
    public static string Measure(IStringLocalizer<Words> T, Measure measure, Horizon? horizon) => horizon is null
        ? Measure(T, measure)
        : T["{0}, over {1} years", Measure(T, measure), horizon.Name.Replace("+", " + ", StringComparison.Ordinal)];

    /// <summary>"Growth a year, over 10 years: at least 90% of that of the area".</summary>
    public static string Asked(IStringLocalizer<Words> T, Judgment judgment)
    {
        var condition = (Condition)judgment.Criterion;
        var (measure, standard) = (Measure(T, condition.Measure, judgment.Horizon), Standard(T, condition));
        return condition.Comparison switch
        {
            Comparison.AtLeast => T["{0}: at least {1}", measure, standard],
            Comparison.Above => T["{0}: above {1}", measure, standard],
            Comparison.AtMost => T["{0}: at most {1}", measure, standard],
            _ => T["{0}: below {1}", measure, standard],
        };
    }

    public static string Value(IStringLocalizer<Words> T, Measure measure, Figure figure) => measure switch
    {
        _ when measure.IsWage() => FigureWords.Dollars(T, figure),
        Core.LaborMarket.InDemand.Measure.AnnualGrowth => Said(T, figure, "P2"),
        Core.LaborMarket.InDemand.Measure.EmploymentShare or Core.LaborMarket.InDemand.Measure.OpeningsShare => Said(T, figure, "P3"),
        Core.LaborMarket.InDemand.Measure.LocationQuotient => Said(T, figure, "N2"),
        Core.LaborMarket.InDemand.Measure.OpeningsRatio or Core.LaborMarket.InDemand.Measure.PostingsRatio or Core.LaborMarket.InDemand.Measure.HiresRatio => Said(T, figure, "N4"),
        _ => Said(T, figure, "#,0.#"),
    };

    public static string Of(IStringLocalizer<Words> T, Verdict verdict) => verdict switch
    {
        Verdict.Passed => T["Yes"],
        Verdict.Failed => T["No"],
        _ => T["Could not be judged"],
    };

    /// <summary>"Openings a year, over 5 years, of the area: not reported".</summary>
    public static string Missing(IStringLocalizer<Words> T, MissingMeasure missing)
    {
        var measure = missing.Years is { } years ? T["{0}, over {1} years", Measure(T, missing.Measure), years] : Measure(T, missing.Measure);
        var why = missing.State == FigureState.TopCoded ? T["only a lower bound is published"] : FigureWords.Why(T, missing.State);
        return missing.OfArea ? T["{0}, of the area: {1}", measure, why] : T["{0}, of the occupation: {1}", measure, why];
    }

    private static string Standard(IStringLocalizer<Words> T, Condition condition)
    {
        var share = condition.Value.ToString("P0", CultureInfo.CurrentCulture);
        return (condition.Yardstick, condition.Value is 1) switch
        {
            (Yardstick.Area, true) => T["that of the area"],
            (Yardstick.Area, _) => T["{0} of that of the area", share],
            (Yardstick.OccupationMean, true) => T["the mean of the area’s occupations"],
            (Yardstick.OccupationMean, _) => T["{0} of the mean of the area’s occupations", share],
            (Yardstick.OccupationMedian, true) => T["the median of the area’s occupations"],
            (Yardstick.OccupationMedian, _) => T["{0} of the median of the area’s occupations", share],
            _ => Value(T, condition.Measure, Figure.Of(condition.Value)),
        };
    }

    private static string Said(IStringLocalizer<Words> T, Figure figure, string format) => FigureWords.Said(T, figure, v => v.ToString(format, CultureInfo.CurrentCulture));
}
