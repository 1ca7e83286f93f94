using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Web.Pages.Demand;

/// <summary>Rules, labels and judgments in words.</summary>
public static class DemandText
{
    /// <summary>The rule's own word for a label, or ours where it has none.</summary>
    public static string Label(IStringLocalizer<Words> T, InDemandRule rule, DemandLabel label) => rule.Labels.TryGetValue(label, out var text) ? text.In(Startup.Language) : label switch
    {
        DemandLabel.InDemand => T["In demand"],
        DemandLabel.Balanced => T["Balanced"],
        _ => T["Not in demand"],
    };

    public static string Standing(IStringLocalizer<Words> T, InDemandRule rule, InDemandEntry entry) => entry switch
    {
        { Label: { } label } => Label(T, rule, label),
        { Outcome.Standing: RuleStanding.OutOfScope } => T["Outside the rule"],
        _ => T["Could not be judged"],
    };

    public static string Verdict(IStringLocalizer<Words> T, Verdict verdict) => verdict switch
    {
        Core.LaborMarket.InDemand.Verdict.Passed => T["yes"],
        Core.LaborMarket.InDemand.Verdict.Failed => T["no"],
        _ => T["cannot be told"],
    };

    /// <summary>One condition with both numbers: "Growth a year, 10 years: 0.50 %; at least 0.31 % is asked".</summary>
    public static string Condition(IStringLocalizer<Words> T, Judgment judgment)
    {
        var condition = (Condition)judgment.Criterion;
        var measure = judgment.Horizon is { } horizon ? T["{0}, {1} years", Name(T, condition.Measure), horizon.Name].Value : Name(T, condition.Measure);
        var asked = Asked(T, condition.Comparison, Show(T, condition.Measure, judgment.Threshold));
        var said = $"{T["{0}: {1}; {2}", measure, Show(T, condition.Measure, judgment.Value), asked]} – {Verdict(T, judgment.Verdict)}";
        return judgment.Missing.Count == 0 ? said : $"{said}. {T["Missing: {0}", string.Join("; ", judgment.Missing.Select(m => Missing(T, m)))]}";
    }

    public static string Name(IStringLocalizer<Words> T, Measure measure) => measure switch
    {
        Measure.Employment => T["Jobs"],
        Measure.StartEmployment => T["Jobs at the start"],
        Measure.AnnualGrowth => T["Growth a year"],
        Measure.AnnualOpenings => T["Openings a year"],
        Measure.Postings => T["Job postings a year"],
        Measure.Hires => T["Hires a year"],
        Measure.EntryWage => T["Entry wage of a year"],
        Measure.MedianWage => T["Median wage of a year"],
        Measure.MeanWage => T["Mean wage of a year"],
        Measure.LocationQuotient => T["Concentration"],
        Measure.EmploymentShare => T["Share of the area’s jobs"],
        Measure.OpeningsShare => T["Share of the area’s openings"],
        Measure.OpeningsRatio => T["Openings for each job"],
        Measure.PostingsRatio => T["Postings for each job"],
        _ => T["Hires for each job"],
    };

    private static string Missing(IStringLocalizer<Words> T, MissingMeasure missing)
    {
        var name = missing.Years is { } years ? T["{0}, {1} years", Name(T, missing.Measure), years].Value : Name(T, missing.Measure);
        return $"{(missing.OfArea ? T["{0} of the area", name].Value : name)} ({MarketText.Why(T, missing.State)})";
    }

    private static string Asked(IStringLocalizer<Words> T, Comparison comparison, string threshold) => comparison switch
    {
        Comparison.AtLeast => T["at least {0} is asked", threshold],
        Comparison.Above => T["more than {0} is asked", threshold],
        Comparison.AtMost => T["at most {0} is asked", threshold],
        _ => T["less than {0} is asked", threshold],
    };

    private static string Show(IStringLocalizer<Words> T, Measure measure, Figure figure) => measure switch
    {
        _ when measure.IsWage() => MarketText.Annual(T, figure),
        Measure.AnnualGrowth or Measure.EmploymentShare or Measure.OpeningsShare or Measure.OpeningsRatio or Measure.PostingsRatio or Measure.HiresRatio => MarketText.Rate(T, figure),
        Measure.LocationQuotient => MarketText.Quotient(T, figure),
        _ => MarketText.Count(T, figure),
    };
}
