using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>
/// Applies an in-demand rule to one occupation: docs/formulas.md, "In-demand rules". What a missing figure could change is not
/// judged; what it cannot change is. Pure.
/// </summary>
public sealed class RuleEvaluation
{
    private readonly InDemandRule _rule;
    private readonly RuleArea _area;
    private readonly MarketFigures _occupation;
    private readonly Dictionary<string, Judgment> _findings = [];

    private RuleEvaluation(InDemandRule rule, RuleArea area, MarketFigures occupation) => (_rule, _area, _occupation) = (rule, area, occupation);

    public static RuleOutcome Of(InDemandRule rule, RuleArea area, MarketFigures occupation) => new RuleEvaluation(rule, area, occupation).Outcome();

    private RuleOutcome Outcome()
    {
        var scope = _rule.Scope is null ? null : Judge(_rule.Scope, Only);
        var findings = _rule.Findings.Select(f => new FindingOutcome(f, _findings[f.Name] = Judge(f.When, Only))).ToList();
        var marks = _rule.Marks.Select(m => new FindingOutcome(m, Judge(m.When, Only))).ToList();
        var (possible, decisions) = Decide();
        var standing = scope?.Verdict == Verdict.Failed ? RuleStanding.OutOfScope
            : scope?.Verdict == Verdict.NotJudged || possible.Count > 1 ? RuleStanding.NotJudged : RuleStanding.Labeled;
        return new(standing, standing == RuleStanding.OutOfScope ? [] : possible)
        {
            Scope = scope,
            Findings = findings,
            Decisions = decisions,
            Marks = marks,
        };
    }

    /// <summary>The projection of a rule that has only one.</summary>
    private Horizon? Only => _rule.Horizons is [var only] ? only : null;

    /// <summary>Every label that could be given: that of each decision that may hold, up to the first that does.</summary>
    private (List<DemandLabel> Possible, List<Judgment> Decisions) Decide()
    {
        var (possible, judged) = (new List<DemandLabel>(), new List<Judgment>());
        foreach (var decision in _rule.Decisions)
        {
            var judgment = decision.When is null ? null : Judge(decision.When, Only);
            if (judgment is not null)
                judged.Add(judgment);
            if (judgment?.Verdict != Verdict.Failed && !possible.Contains(decision.Label))
                possible.Add(decision.Label);
            if (judgment is null or { Verdict: Verdict.Passed })
                break;
        }
        return (possible, judged);
    }

    private Judgment Judge(Criterion criterion, Horizon? horizon) => criterion switch
    {
        Condition condition => Judge(condition, condition.Horizon ?? horizon),
        Group group => OfParts(group, group.Least, [.. group.Parts.Select(p => Judge(p, horizon))]),
        InHorizons every => OfParts(every, every.Every ? _rule.Horizons.Count : 1, [.. _rule.Horizons.Select(h => Judge(every.Part, h) with { Horizon = h })]),
        FindingHolds finding => new(finding, _findings[finding.Finding].Verdict),
        _ => throw new ArgumentException($"{criterion.GetType().Name} is no form of criterion.", nameof(criterion)),
    };

    private static Judgment OfParts(Criterion criterion, int least, List<Judgment> parts)
    {
        var passed = parts.Count(p => p.Verdict == Verdict.Passed);
        var open = parts.Count(p => p.Verdict == Verdict.NotJudged);
        return new(criterion, passed >= least ? Verdict.Passed : passed + open < least ? Verdict.Failed : Verdict.NotJudged) { Parts = parts };
    }

    private Judgment Judge(Condition condition, Horizon? horizon)
    {
        horizon = condition.Measure.IsProjected() ? horizon : null;
        var value = MeasureReading.Of(condition.Measure, horizon, _occupation, _area.Figures);
        var (threshold, norm) = Threshold(condition, horizon);
        var verdict = ConditionRule.Of(condition.Comparison, value.Figure, threshold.Figure);
        return new(condition, verdict)
        {
            Horizon = horizon,
            Value = value.Figure,
            Threshold = threshold.Figure,
            Norm = norm,
            Missing = verdict == Verdict.NotJudged ? Lacking(condition.Measure, horizon, value, threshold) : [],
        };
    }

    private (MeasureReading Threshold, OccupationNorm? Norm) Threshold(Condition condition, Horizon? horizon)
    {
        switch (condition.Yardstick)
        {
            case Yardstick.None:
                return (new(Figure.Of(condition.Value), []), null);
            case Yardstick.Area:
                var area = MeasureReading.Of(condition.Measure, horizon, _area.Figures, _area.Figures);
                return (area with { Figure = Times(area.Figure, condition.Value) }, null);
            default:
                var norm = _area.Norm(condition.Measure, horizon, condition.Yardstick);
                IReadOnlyList<MissingMeasure> missing = norm.Figure.HasValue ? [] : [new(condition.Measure, true, null, norm.Figure.State)];
                return (new(Times(norm.Figure, condition.Value), missing), norm);
        }
    }

    private static Figure Times(Figure figure, double factor) => figure with { Value = figure.Value * factor };

    /// <summary>What is missing on either side; where nothing is, the bound that leaves the condition open.</summary>
    private static List<MissingMeasure> Lacking(Measure measure, Horizon? horizon, MeasureReading value, MeasureReading threshold)
    {
        List<MissingMeasure> missing = [.. value.Missing, .. threshold.Missing];
        int? years = horizon?.Years is [var only] ? only : null;
        if (missing.Count == 0 && value.Figure.State == FigureState.TopCoded)
            missing.Add(new(measure, false, years, FigureState.TopCoded));
        if (missing.Count == 0)
            missing.Add(new(measure, true, years, FigureState.TopCoded));
        return missing;
    }
}
