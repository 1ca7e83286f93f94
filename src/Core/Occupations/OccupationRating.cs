namespace Trellis.Core.Occupations;

/// <summary>
/// How an element of the content model (a skill, an interest, a level of education …) was rated for an occupation on one scale.
/// Source: O*NET database; the files of skills, knowledge, abilities, activities, context, interests, styles, values and education.
/// </summary>
public sealed class OccupationRating
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required string ElementId { get; init; }

    /// <summary>The scale by its id: "IM" importance 1–5, "LV" level 0–7, "OI" interests 1–7, "RL" shares in per cent …</summary>
    public required string Scale { get; init; }

    /// <summary>The answer that the value is the share of, from 1; 0 where the scale has no categories.</summary>
    public int Category { get; init; }

    public required double Value { get; init; }

    /// <summary>How many people rated.</summary>
    public int? Raters { get; init; }
    public double? StandardError { get; init; }
    public double? LowerBound { get; init; }
    public double? UpperBound { get; init; }

    /// <summary>
    /// O*NET advises not to use it, as it is too uncertain; null where it says nothing. Such values are kept, and left out of displays
    /// and of matching.
    /// </summary>
    public bool? IsUncertain { get; init; }

    /// <summary>Most raters said that the element plays no part; known of levels only.</summary>
    public bool? IsNotRelevant { get; init; }

    /// <summary>When it was collected, "08/2023", and from whom.</summary>
    public string? Date { get; init; }
    public string? Source { get; init; }
}

/// <summary>A node of the O*NET content model. Source: O*NET database, Content Model Reference.</summary>
public sealed class ContentElement
{
    public required int ReleaseKey { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";
}

/// <summary>A scale of ratings with its ends. Source: O*NET database, Scales Reference.</summary>
public sealed class RatingScale
{
    public required int ReleaseKey { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required double Lowest { get; init; }
    public required double Highest { get; init; }

    /// <summary>A value of the scale from 0 to 100: docs/formulas.md, "Standardised rating".</summary>
    public double Standard(double value) => Highest <= Lowest ? 0 : Math.Clamp(100 * (value - Lowest) / (Highest - Lowest), 0, 100);
}

/// <summary>
/// What a point of a scale means for one element: an anchor of a level, or an answer of a question with categories. Source: O*NET
/// database, Level Scale Anchors and the files of categories.
/// </summary>
public sealed class ScalePoint
{
    public required int ReleaseKey { get; init; }

    /// <summary>Empty where the scale means the same for all elements, as that of task frequency.</summary>
    public required string ElementId { get; init; }
    public required string Scale { get; init; }
    public required int Value { get; init; }
    public required string Description { get; init; }

    /// <summary>Whether it is an answer to choose, and not an example on a line of levels.</summary>
    public required bool IsCategory { get; init; }
}

/// <summary>What a job zone asks of people. Source: O*NET database, Job Zone Reference.</summary>
public sealed class JobZone
{
    public required int ReleaseKey { get; init; }
    public required int Zone { get; init; }
    public required string Name { get; init; }
    public string Experience { get; init; } = "";
    public string Education { get; init; } = "";
    public string Training { get; init; } = "";
    public string Examples { get; init; } = "";

    /// <summary>Specific vocational preparation, "7.0 to &lt; 8.0".</summary>
    public string SvpRange { get; init; } = "";
}
