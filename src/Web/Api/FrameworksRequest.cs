using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Competencies;

namespace Trellis.Web.Api;

/// <summary>What a caller of /api/v1/frameworks asks for. What cannot be read is a fault, named with what would be right.</summary>
public sealed partial record FrameworksRequest
{
    [Description("Words that all stand in the title, description, publisher or slug")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("A part of the publisher's name")]
    [FromQuery(Name = "publisher")]
    public string? Publisher { get; init; }

    [Description("A NAICS code of two to six digits, or a range: 62, 31-33, 3327")]
    [FromQuery(Name = "industry")]
    public string? Industry { get; init; }

    [Description("The status of the current version: published, superseded or retired")]
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [Description("Only those changed or published here at this time or later: 2026-01-31 or 2026-01-31T12:00:00Z")]
    [FromQuery(Name = "updatedSince")]
    public string? UpdatedSince { get; init; }

    [Description("kind, title, publisher, updated (the latest first) or statements (the most first); kind where not given")]
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    internal Dictionary<string, string[]> Faults()
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Industry is not null && !IndustryCode().IsMatch(Industry))
            faults["industry"] = ["Expected: a NAICS code of two to six digits such as 62 or 3327, or a range such as 31-33."];
        if (Status is not null && Read<VersionStatus>(Status) is null or VersionStatus.Draft or VersionStatus.InReview)
            faults["status"] = ["Expected: published, superseded or retired."];
        if (!IsInstant(UpdatedSince, out _))
            faults["updatedSince"] = [InstantSentence];
        if (Sort is not null && Read<FrameworkOrder>(Sort) is null)
            faults["sort"] = ["Expected: kind, title, publisher, updated or statements."];
        return faults;
    }

    internal FrameworkQuery Query() => new()
    {
        Text = Q,
        Publisher = Publisher,
        Industry = Industry,
        Status = Read<VersionStatus>(Status),
        UpdatedSince = IsInstant(UpdatedSince, out var since) ? since : null,
        Order = Read<FrameworkOrder>(Sort) ?? FrameworkOrder.Kind,
    };

    internal const string InstantSentence = "Expected: a day or an instant such as 2026-01-31 or 2026-01-31T12:00:00Z.";

    /// <summary>Whether the text is a day, which begins in UTC, or an instant; nothing is right too.</summary>
    internal static bool IsInstant(string? text, out DateTimeOffset? instant)
    {
        instant = DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var read) ? read : null;
        return text is null || instant is not null;
    }

    /// <summary>A member of an enumeration by its name in any case; never by its number.</summary>
    internal static T? Read<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) && !char.IsAsciiDigit(text![0]) ? member : null;

    [GeneratedRegex(@"^(\d{2,6}|\d\d-\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IndustryCode();
}
