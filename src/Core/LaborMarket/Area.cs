using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// A place that figures can be about. Nation, states and counties ship with the program (FIPS codes and names, U.S. Census Bureau),
/// imports add the metropolitan and other areas they have figures for (BLS), and people save regions. Belongs to no release.
/// </summary>
public sealed class Area
{
    /// <summary>An <see cref="AreaCode"/>: "us", "state-53", "region-north".</summary>
    public required string Code { get; init; }
    public required AreaKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>The state that it is in, or of which it has the largest part, "state-53"; null for the nation and where nobody said.</summary>
    public string? State { get; set; }

    /// <summary>Of a region: who saved it last, and when.</summary>
    public string? SavedBy { get; set; }
    public DateTimeOffset? SavedAt { get; set; }
}

/// <summary>That a county belongs to a region that somebody saved.</summary>
public sealed class AreaMember
{
    public required string AreaCode { get; init; }
    public required string CountyCode { get; init; }
}

/// <summary>That a county, or a part of it, belongs to an area of the wage statistics. Source: BLS, OEWS area definitions.</summary>
public sealed class AreaCounty
{
    public required int ReleaseKey { get; init; }
    public required string AreaCode { get; init; }
    public required string CountyCode { get; init; }

    /// <summary>The town, where only towns of the county belong to the area, as in New England; empty for all of the county.</summary>
    public string Part { get; init; } = "";
}
