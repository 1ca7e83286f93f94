using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>How a criterion came out for one occupation, with everything it rests on.</summary>
public sealed record Judgment(Criterion Criterion, Verdict Verdict)
{
    /// <summary>The projection that was looked at, where one was.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>Of a condition: what the occupation has.</summary>
    public Figure Value { get; init; } = Figure.NotApplicable;

    /// <summary>Of a condition: what it was held against, already multiplied.</summary>
    public Figure Threshold { get; init; } = Figure.NotApplicable;

    /// <summary>Of a condition against a mean or median: what that is and over how many occupations.</summary>
    public OccupationNorm? Norm { get; init; }

    /// <summary>Of a condition: the figures that it lacks. A top-coded figure that leaves it open is among them.</summary>
    public IReadOnlyList<MissingMeasure> Missing { get; init; } = [];

    /// <summary>What a criterion of several parts is made of.</summary>
    public IReadOnlyList<Judgment> Parts { get; init; } = [];

    /// <summary>All conditions in it, in order.</summary>
    public IEnumerable<Judgment> Conditions => Criterion is Condition ? [this] : Parts.SelectMany(p => p.Conditions);
}

/// <summary>What became of an occupation under a rule, before any override.</summary>
public enum RuleStanding
{
    Labeled,

    /// <summary>Too small for the rule, or outside it for another reason that the rule states.</summary>
    OutOfScope,

    /// <summary>Figures are missing, so that more than one outcome is possible.</summary>
    NotJudged,
}

/// <summary>What a rule says of one occupation in one area, and all that led there.</summary>
public sealed record RuleOutcome(RuleStanding Standing, IReadOnlyList<DemandLabel> Possible)
{
    /// <summary>The label; null where there is none or several are possible.</summary>
    public DemandLabel? Label => Standing == RuleStanding.Labeled ? Possible[0] : null;

    /// <summary>Whether it is on the list at all; null where the rule takes every occupation.</summary>
    public Judgment? Scope { get; init; }

    public IReadOnlyList<FindingOutcome> Findings { get; init; } = [];

    /// <summary>The decisions that were come to, in order; those behind the first that holds were not.</summary>
    public IReadOnlyList<Judgment> Decisions { get; init; } = [];

    public IReadOnlyList<FindingOutcome> Marks { get; init; } = [];

    /// <summary>The figures for the lack of which a condition could not be judged, each once.</summary>
    public IEnumerable<MissingMeasure> Missing => Findings.Select(f => f.Judgment).Concat(Decisions).Concat(Scope is null ? [] : [Scope])
        .SelectMany(j => j.Conditions).Where(c => c.Verdict == Verdict.NotJudged).SelectMany(c => c.Missing).Distinct();
}

/// <summary>A finding or mark of a rule, and how it came out.</summary>
public sealed record FindingOutcome(Finding Finding, Judgment Judgment);
