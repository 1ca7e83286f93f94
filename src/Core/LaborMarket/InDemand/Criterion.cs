namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>What an in-demand rule asks: a condition, or several put together. There are no other forms.</summary>
public abstract record Criterion;

/// <summary>A measure held against a threshold: "annual growth is at least 0.9 times that of the area".</summary>
/// <param name="Value">The threshold, or by what the yardstick is multiplied.</param>
public sealed record Condition(Measure Measure, Comparison Comparison, double Value, Yardstick Yardstick) : Criterion
{
    /// <summary>The projection; null where the criterion around it tells, or the rule has only one.</summary>
    public Horizon? Horizon { get; init; }
}

/// <summary>So many of its parts hold at least; all of them, or one of them, are cases of it.</summary>
public sealed record Group(int Least, IReadOnlyList<Criterion> Parts) : Criterion
{
    public bool IsAll => Least == Parts.Count;
}

/// <summary>A criterion holds in any projection of the rule, or in every one.</summary>
public sealed record InHorizons(bool Every, Criterion Part) : Criterion;

/// <summary>A finding of the rule holds that was worked out before.</summary>
public sealed record FindingHolds(string Finding) : Criterion;

/// <summary>How a measure is held against a threshold.</summary>
public enum Comparison
{
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// <summary>What a threshold is measured by.</summary>
public enum Yardstick
{
    /// <summary>Nothing: the threshold is a number.</summary>
    None,

    /// <summary>The same measure of the area over all its occupations.</summary>
    Area,

    /// <summary>The mean of the measure over the area's occupations, each counting the same.</summary>
    OccupationMean,

    /// <summary>The median of the measure over the area's occupations, each counting the same.</summary>
    OccupationMedian,
}

/// <summary>How a criterion came out.</summary>
public enum Verdict
{
    Passed,
    Failed,

    /// <summary>A figure is missing that could have decided it.</summary>
    NotJudged,
}
