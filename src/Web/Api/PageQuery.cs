using System.ComponentModel;

namespace Trellis.Web.Api;

/// <summary>Which part of a list is asked for.</summary>
public sealed record PageQuery(
    [property: Description("How many entries to pass over; 0 without it.")] int? Offset,
    [property: Description("How many entries at most, 1 to 500; 100 without it.")] int? Limit)
{
    private const int Usual = 100;
    private const int Largest = 500;

    internal int From => Offset ?? 0;

    internal int Most => Limit ?? Usual;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal IResult? Fault => Offset < 0 ? ApiProblem.Wrong("offset", "The offset is 0 or more.")
        : Limit is < 1 or > Largest ? ApiProblem.Wrong("limit", $"The limit is 1 to {Largest}.")
        : null;

    internal void Announce(HttpContext http, int total) =>
        new Paging(From, Most, total).Announce(http.Response, http.RequestServices.GetRequiredService<PublicAddress>().Of(http.Request) + http.Request.Path, http.Request.Query);
}

/// <summary>Bad questions of programs, as problem details (RFC 9457).</summary>
internal static class ApiProblem
{
    public static IResult Wrong(string parameter, string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The question cannot be answered.", extensions: new Dictionary<string, object?> { ["parameter"] = parameter });

    public static IResult NoArea(string code) => Results.Problem($"There is no area '{code}'. GET /api/v1/areas lists those there are.", statusCode: StatusCodes.Status404NotFound, title: "No such area.");
}
