using Trellis.Core.Codes;

namespace Trellis.Core.Occupations;

/// <summary>A kind of work as O*NET describes it. Source: O*NET database, Occupation Data; one row for each code and release.</summary>
public sealed class Occupation
{
    public required int ReleaseKey { get; init; }

    /// <summary>The O*NET-SOC code, "29-1141.00".</summary>
    public required string Code { get; init; }

    /// <summary>The SOC code that it belongs to, "29-1141"; several O*NET codes may share one.</summary>
    public required string Soc { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>How much preparation the work needs, 1 (little or none) to 5 (extensive); null where nobody has rated it.</summary>
    public int? JobZone { get; init; }

    /// <summary>When the zone was given, "08/2023", and by whom.</summary>
    public string? JobZoneDate { get; init; }
    public string? JobZoneSource { get; init; }

    /// <summary>Whether its skills, knowledge, abilities or activities have been rated.</summary>
    public bool HasRatings { get; init; }

    /// <summary>Whether O*NET collects data for it; the others are residual or military groups, or too new.</summary>
    public bool HasData { get; init; }
}

/// <summary>A name under which people know an occupation. Source: O*NET database, titles files.</summary>
public sealed class OccupationTitle
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required int Ordinal { get; init; }
    public required TitleKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Its short form, such as "RN".</summary>
    public string? Abbreviation { get; init; }

    /// <summary>The numbers of the sources that it was found in, as O*NET writes them.</summary>
    public string? Sources { get; init; }

    /// <summary>Whether the site for job seekers shows it; known of reported titles only.</summary>
    public bool? IsShown { get; init; }
}

/// <summary>Where a title comes from.</summary>
public enum TitleKind
{
    /// <summary>The name of the occupation itself.</summary>
    Official,

    /// <summary>Another name, collected from many sources.</summary>
    Alternate,

    /// <summary>A name that workers of the occupation gave in a survey.</summary>
    Reported,
}

/// <summary>One thing that people in an occupation do. Source: O*NET database, Task Statements and Task Ratings.</summary>
public sealed class OccupationTask
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required int TaskId { get; init; }
    public required string Text { get; init; }

    /// <summary>"Core" or "Supplemental"; null where nobody has rated it.</summary>
    public string? Type { get; init; }

    /// <summary>How many workers were asked.</summary>
    public int? Incumbents { get; init; }

    /// <summary>How important it is, 1 to 5; null where the release has no rating of it that O*NET calls certain enough.</summary>
    public double? Importance { get; init; }

    /// <summary>The share of workers for whom it is part of the job, in per cent.</summary>
    public double? Relevance { get; init; }

    public string? Date { get; init; }
    public string? Source { get; init; }
}

/// <summary>A program or a piece of equipment that people in an occupation use. Source: O*NET database, Technology Skills and Tools Used.</summary>
public sealed class OccupationTechnology
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required int Ordinal { get; init; }
    public required TechnologyKind Kind { get; init; }
    public required string Example { get; init; }

    /// <summary>The class of products, by its UNSPSC code, or by its element of the content model from O*NET 30.3 on.</summary>
    public required string CommodityCode { get; init; }
    public required string CommodityTitle { get; init; }

    /// <summary>Often named in job postings of all occupations.</summary>
    public bool IsHot { get; init; }

    /// <summary>Often named in job postings of this occupation.</summary>
    public bool IsInDemand { get; init; }
}

/// <summary>Whether it is software or a tool.</summary>
public enum TechnologyKind
{
    Software,
    Tool,
}

/// <summary>An occupation that O*NET calls near to another. Source: O*NET database, Related Occupations.</summary>
public sealed class RelatedOccupation
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required string RelatedCode { get; init; }

    /// <summary>"Primary-Short", "Primary-Long" or "Supplemental".</summary>
    public required string Tier { get; init; }

    /// <summary>1 for the nearest.</summary>
    public required int Rank { get; init; }
}
