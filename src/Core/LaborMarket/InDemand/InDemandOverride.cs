namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>
/// What a local board put in place of a rule's label for an occupation in its area, by whom, when and why. Never changed: a later one
/// stands in its place, and all are kept.
/// </summary>
public sealed class InDemandOverride
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The name of the rule, over all its versions.</summary>
    public required string Rule { get; init; }

    /// <summary>The version of the rule that the board looked at.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>The board's area, "region-north" or "state-53".</summary>
    public required string Area { get; init; }

    /// <summary>The SOC code, "29-1141".</summary>
    public required string Occupation { get; init; }

    /// <summary>The label from now on; null gives the rule its say back.</summary>
    public required DemandLabel? Label { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset When { get; init; }

    public required string Why { get; init; }
}
