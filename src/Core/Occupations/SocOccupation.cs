namespace Trellis.Core.Occupations;

/// <summary>A code of the Standard Occupational Classification with its place in it. Source: BLS, SOC structure and definitions.</summary>
public sealed class SocOccupation
{
    public required int ReleaseKey { get; init; }
    public required string Soc { get; init; }
    public required string Title { get; init; }
    public required SocLevel Level { get; init; }
    public string Definition { get; init; } = "";
}

/// <summary>How fine a code of the classification is.</summary>
public enum SocLevel
{
    Major,
    Minor,
    Broad,
    Detailed,
}

/// <summary>Where an occupation of SOC 2010 went in SOC 2018; one may go to several. Source: BLS, 2010 to 2018 crosswalk.</summary>
public sealed class SocChange
{
    public required int ReleaseKey { get; init; }
    public required string FromSoc { get; init; }
    public required string FromTitle { get; init; }
    public required string ToSoc { get; init; }
    public required string ToTitle { get; init; }
}

/// <summary>
/// Which code of the employment projections, and which page of the Occupational Outlook Handbook, an O*NET occupation belongs to.
/// Source: BLS, O*NET-SOC to National Employment Matrix crosswalk.
/// </summary>
public sealed class OnetSocLink
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>SOC-like; some are aggregates that only the projections have.</summary>
    public required string MatrixCode { get; init; }
    public required string MatrixTitle { get; init; }
    public string? HandbookTitle { get; init; }
}
