using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>An occupation on an in-demand list: what the rule says, and what the board put in its place.</summary>
public sealed record InDemandEntry(SocCode Occupation, RuleOutcome Outcome, InDemandOverride? Override)
{
    /// <summary>The label that holds: the board's where there is one. Null where neither gives one.</summary>
    public DemandLabel? Label => Override is null ? Outcome.Label : Override.Label;
}

/// <summary>
/// A rule applied to all occupations of an area, with local overrides: docs/formulas.md, "In-demand rules". Nothing is left out: what
/// could not be judged and what is out of scope stand in it too. Pure.
/// </summary>
/// <param name="Unused">Overrides in force for occupations of which the area has no figures.</param>
public sealed record InDemandList(InDemandRule Rule, AreaCode Area, IReadOnlyList<InDemandEntry> Entries, IReadOnlyList<InDemandOverride> Unused)
{
    public int Count(DemandLabel label) => Entries.Count(e => e.Label == label);

    /// <summary>Occupations that have no label for lack of data.</summary>
    public IEnumerable<InDemandEntry> NotJudged => Entries.Where(e => e.Label is null && e.Outcome.Standing == RuleStanding.NotJudged);

    public IEnumerable<InDemandEntry> OutOfScope => Entries.Where(e => e.Label is null && e.Outcome.Standing == RuleStanding.OutOfScope);

    /// <summary>The list of an area under a rule.</summary>
    /// <param name="rule">The rule to apply.</param>
    /// <param name="area">The area, with its own figures.</param>
    /// <param name="occupations">Its detailed occupations.</param>
    /// <param name="overrides">Those of any rule, area and time; which are in force is found here.</param>
    public static InDemandList Of(
        InDemandRule rule, (AreaCode Code, MarketFigures Figures) area, IReadOnlyDictionary<SocCode, MarketFigures> occupations,
        IEnumerable<InDemandOverride> overrides)
    {
        var inForce = overrides.Where(o => o.Rule == rule.Name && o.Area == area.Code.ToString()).GroupBy(o => o.Occupation)
            .Select(g => g.OrderBy(o => o.When).ThenBy(o => o.Id).Last()).Where(o => o.Label is not null).ToDictionary(o => o.Occupation);
        var listed = occupations.Keys.Select(k => k.Value).ToHashSet();
        var ruleArea = new RuleArea(area.Figures, [.. occupations.Values]);
        var entries = occupations.OrderBy(o => o.Key.Value, StringComparer.Ordinal)
            .Select(o => new InDemandEntry(o.Key, RuleEvaluation.Of(rule, ruleArea, o.Value), inForce.GetValueOrDefault(o.Key.Value)));
        return new(rule, area.Code, [.. entries], [.. inForce.Values.Where(o => !listed.Contains(o.Occupation))]);
    }
}
