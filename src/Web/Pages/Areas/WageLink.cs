using System.Globalization;
using Trellis.Core.LaborMarket;

namespace Trellis.Web.Pages.Areas;

/// <summary>The choice of a list of an area as it stands in the address; what is no such choice is passed over.</summary>
public static class WageLink
{
    public const int PageSize = 50;

    private static readonly string[] Kept = ["q", "least", "level", "sort", "years", "major"];

    public static WageQuery Read(IQueryCollection query) => new()
    {
        Text = query["q"].ToString(),
        Major = Digits(query, 2) is { } major ? major.ToString("00", CultureInfo.InvariantCulture) : null,
        LeastMedian = Number(query["least"]) is { } dollars and < 10_000_000 ? dollars * 100 : null,
        Level = query["level"] == "major" ? OccupationLevel.Major : OccupationLevel.Detailed,
        Order = Order<WageOrder>(query),
        Offset = (Page(query) - 1) * PageSize,
        Limit = PageSize,
    };

    public static ProjectionQuery ReadProjections(IQueryCollection query) => new()
    {
        Text = query["q"].ToString(),
        Years = Number(query["years"]),
        Order = Order<ProjectionOrder>(query),
        Offset = (Page(query) - 1) * PageSize,
        Limit = PageSize,
    };

    public static int Page(IQueryCollection query) => Math.Clamp(Number(query["page"]) ?? 1, 1, 10_000);

    /// <summary>The choice again, for the address of a file: beginning with a question mark, or empty.</summary>
    public static string Write(IQueryCollection query) => QueryString.Create(Kept.Where(k => query[k].ToString().Length > 0).Select(k => KeyValuePair.Create<string, string?>(k, query[k]))).Value ?? "";

    private static int? Digits(IQueryCollection query, int most) => query["major"].ToString() is { } text && text.Length <= most ? Number(text) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;

    private static T Order<T>(IQueryCollection query) where T : struct, Enum =>
        Enum.TryParse<T>(query["sort"], ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : default;
}
