using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations;

namespace Trellis.Web.Pages.Occupations;

/// <summary>What a reader of the list of occupations chose, as the address says it. Read forgivingly: what makes no sense is left out.</summary>
public sealed record BrowseChoice
{
    private const int MostDollars = 1_000_000;

    public string? Family { get; init; }
    public string? Cluster { get; init; }
    public int? Zone { get; init; }
    public string? Model { get; init; }
    public string? Education { get; init; }
    public string? Interest { get; init; }

    /// <summary>The least median pay of a year, in dollars.</summary>
    public int? Dollars { get; init; }

    /// <summary>Only occupations with more jobs at the end of the projection than at its start.</summary>
    public bool Growing { get; init; }
    public string Area { get; init; } = "us";
    public string Sort { get; init; } = "";
    public int Page { get; init; } = 1;

    public bool IsFiltered => Family is not null || Cluster is not null || Zone is not null || Model is not null || Education is not null || Interest is not null || Dollars is not null || Growing;

    public static BrowseChoice Of(IQueryCollection query) => new()
    {
        Family = Array.Find(OccupationLabels.Families, f => f == query["family"]),
        Cluster = Text(query["cluster"]),
        Zone = Number(query["zone"]) is >= 1 and <= 5 and var zone ? zone : null,
        Model = Text(query["model"]),
        Education = Text(query["education"]),
        Interest = Text(query["interest"]),
        Dollars = Number(query["pay"]) is > 0 and <= MostDollars and var dollars ? dollars : null,
        Growing = query["growing"] == "yes",
        Area = AreaCode.TryParse(query["area"], out var area) ? area.ToString() : "us",
        Sort = Text(query["sort"]) ?? "",
        Page = Math.Clamp(Number(query["page"]) ?? 1, 1, 1000),
    };

    /// <summary>The address of the same list with this order, and as a file where an ending is given.</summary>
    public string Address(string? sort = null, string ending = "") => QueryHelpers.AddQueryString(Links.Occupations + ending, Parts(sort).Where(p => p.Value is not null));

    /// <summary>The occupations that the choice leaves, in its order. <paramref name="named"/> are the codes that the chosen model names, and those of the chosen interest.</summary>
    public List<DirectoryEntry> Apply(IEnumerable<DirectoryEntry> entries, CareerClusters clusters, IReadOnlySet<string>? named, IReadOnlySet<string>? interested) => Sorted(entries.Where(e =>
        (Cluster is null || clusters.Of(e.Occupation.Code) == Cluster)
        && (Family is null || e.Family == Family)
        && (Zone is null || e.Occupation.JobZone == Zone || (Zone == 2 && e.Occupation.JobZone == 1))
        && (named is null || named.Contains(e.Occupation.Code))
        && (interested is null || interested.Contains(e.Occupation.Code))
        && (Education is null || e.Education == Education)
        && (Dollars is null || e.MedianWage.Value >= Dollars * 100.0)
        && (!Growing || e.GrowthPercent.Value > 0)));

    private List<DirectoryEntry> Sorted(IEnumerable<DirectoryEntry> entries) => [.. (Sort switch
    {
        "pay" => entries.OrderByDescending(e => e.MedianWage.Value ?? -1),
        "growth" => entries.OrderByDescending(e => e.GrowthPercent.Value ?? double.MinValue),
        "openings" => entries.OrderByDescending(e => e.Openings.Value ?? -1),
        "jobs" => entries.OrderByDescending(e => e.Employment.Value ?? -1),
        "code" => entries.OrderBy(e => e.Occupation.Code, StringComparer.Ordinal),
        _ => entries.OrderBy(e => e.Occupation.Title, StringComparer.OrdinalIgnoreCase),
    }).ThenBy(e => e.Occupation.Code, StringComparer.Ordinal)];

    private IEnumerable<KeyValuePair<string, string?>> Parts(string? sort) =>
    [
        new("family", Family), new("cluster", Cluster), new("zone", Zone?.ToString(CultureInfo.InvariantCulture)), new("model", Model), new("education", Education), new("interest", Interest),
        new("pay", Dollars?.ToString(CultureInfo.InvariantCulture)), new("growing", Growing ? "yes" : null), new("area", Area == "us" ? null : Area),
        new("sort", (sort ?? Sort) is { Length: > 0 } order ? order : null),
    ];

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > 100 ? null : value.Trim();

    private static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
