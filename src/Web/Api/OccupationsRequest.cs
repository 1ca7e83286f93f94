using System.ComponentModel;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api;

/// <summary>What a caller of /api/v1/occupations asks for.</summary>
public sealed record OccupationsRequest
{
    [Description("Words of the title, or the beginning of a code")]
    public string? Q { get; init; }

    [Description("The first two digits of the occupations, 29")]
    public string? Family { get; init; }

    [Description("How much preparation is needed, 1 to 5")]
    public int? JobZone { get; init; }

    [Description("The area whose wages and outlook are given; us where not given")]
    public string? Area { get; init; }

    internal bool Fits(Occupation occupation) =>
        (Family is null || occupation.Code.StartsWith(Family, StringComparison.Ordinal)) && (JobZone is null || occupation.JobZone == JobZone)
        && (string.IsNullOrWhiteSpace(Q) || occupation.Code.StartsWith(Q.Trim(), StringComparison.Ordinal) || occupation.Title.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase));
}
