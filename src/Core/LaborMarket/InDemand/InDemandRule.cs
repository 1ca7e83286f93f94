using Trellis.Core.Text;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>What a rule says of an occupation in an area. Each rule has its own words for it.</summary>
public enum DemandLabel
{
    InDemand,
    Balanced,
    NotInDemand,
}

/// <summary>
/// A published definition of when an occupation counts as in demand in an area: data, named and versioned, with its formula in words.
/// docs/formulas.md, "In-demand rules"; the form of the file: docs/in-demand-rules.md.
/// </summary>
public sealed record InDemandRule
{
    /// <summary>The name of the rule in files and addresses; it stays the same from version to version.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required LanguageText Title { get; init; }

    /// <summary>The formula as a person would say it.</summary>
    public required LanguageText Words { get; init; }

    /// <summary>What a reader should know: oddities of the source, and what was decided where it is silent.</summary>
    public LanguageText? Note { get; init; }

    /// <summary>Who published the definition, and where.</summary>
    public required string Citation { get; init; }

    /// <summary>From when on its publisher used this version: a year, month or day (2017, 2017-06, 2017-06-30), as far as it tells.</summary>
    public required string Effective { get; init; }

    /// <summary>The projections it looks at, in its order.</summary>
    public IReadOnlyList<Horizon> Horizons { get; init; } = [];

    /// <summary>Which occupations are on the list at all; null for all.</summary>
    public Criterion? Scope { get; init; }

    /// <summary>What is worked out first, each once.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How the rule calls its labels.</summary>
    public required IReadOnlyDictionary<DemandLabel, LanguageText> Labels { get; init; }

    /// <summary>The first that holds gives the label; the last holds always.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Labels that stand beside, such as high wage.</summary>
    public IReadOnlyList<Finding> Marks { get; init; } = [];
}

/// <summary>Something a rule finds out about an occupation and gives a name to.</summary>
public sealed record Finding(string Name, LanguageText Title, Criterion When);

/// <summary>A label and when it is given; null for always.</summary>
public sealed record Decision(DemandLabel Label, Criterion? When);
