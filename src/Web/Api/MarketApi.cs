using System.ComponentModel;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>Areas, wages and projections for programs of others, to read by anybody.</summary>
public static class MarketApi
{
    private const string AreaSentence = "Expected: the code of an area such as us, state-53, metro-42660, county-53033 or region-north; /api/v1/areas lists them.";

    public static void MapMarketApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AllowAnonymous().RequireCors(PublicReads.Policy).WithTags("Labor market");
        api.MapGet("/areas", AreasAsync).WithName("listAreas").WithSummary("Places that figures are about")
            .Produces<ListResource<AreaResource>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/areas/{code}", AreaAsync).WithName("getArea").WithSummary("One area").Produces<AreaResource>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/wages", WagesAsync).WithName("listWages").WithSummary("Employment and wages of the occupations of an area")
            .Produces<ListResource<WageResource>>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/projections", ProjectionsAsync).WithName("listProjections").WithSummary("Projected employment and openings of the occupations of an area")
            .Produces<ListResource<ProjectionResource>>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>The area with this code; null where there is none.</summary>
    internal static Task<Area?> FindAsync(Db db, string? code, CancellationToken stop) => AreaSearch.OneAsync(db, code ?? "us", stop);

    internal static IResult UnknownArea => ApiAnswer.Fault("area", AreaSentence);

    private static async Task<IResult> AreasAsync(
        [Description("Words of the name")] string? q, [Description("nation, state, metro, nonmetro, county or region")] string? kind,
        [Description("The state that they are in, state-53")] string? state, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        AreaKind? asked = Enum.TryParse<AreaKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        if (kind is not null && asked is null)
            return ApiAnswer.Fault("kind", "Expected: nation, state, metro, nonmetro, county or region.");
        var found = await AreaSearch.FindAsync(db, new(q, asked, state) { Offset = window.Offset, Limit = window.Limit }, http.RequestAborted);
        return ApiAnswer.List(http, found.Areas.Select(AreaResource.Of), window with { Total = found.Total });
    }

    private static async Task<IResult> AreaAsync(string code, HttpContext http, Db db) =>
        await FindAsync(db, code, http.RequestAborted) is { } area ? Results.Json(AreaResource.Of(area), ApiAnswer.Json)
        : Results.Problem($"There is no area with the code '{code}'.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> WagesAsync([AsParameters] MarketRequest request, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await FindAsync(db, request.Area, http.RequestAborted) is not { } area)
            return UnknownArea;
        if (request.Order<WageOrder>() is not { } order)
            return MarketRequest.BadOrder<WageOrder>();
        var found = await AreaWages.ReadAsync(db, area.Code, new() { Text = request.Q, Major = request.Family, Order = order, Offset = window.Offset, Limit = window.Limit }, http.RequestAborted);
        if (found.Release is null)
            return ApiAnswer.List<WageResource>(http, [], window);
        if (ApiAnswer.IsFresh(http, [found.Release]))
            return Results.Empty;
        return ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, WageResource.Table(found.Wages, found.Release), window with { Total = found.Total })
            : ApiAnswer.List(http, found.Wages.Select(w => WageResource.Of(w, found.Release)), window with { Total = found.Total });
    }

    private static async Task<IResult> ProjectionsAsync(
        [AsParameters] MarketRequest request, [Description("Over how many years; the longest where not given")] int? years, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await FindAsync(db, request.Area, http.RequestAborted) is not { } area)
            return UnknownArea;
        if (request.Order<ProjectionOrder>() is not { } order)
            return MarketRequest.BadOrder<ProjectionOrder>();
        var query = new ProjectionQuery { Text = request.Q, Major = request.Family, Order = order, Years = years, Offset = window.Offset, Limit = window.Limit };
        var found = await AreaProjections.ReadAsync(db, area.Code, query, http.RequestAborted);
        if (found.Release is null)
            return ApiAnswer.List<ProjectionResource>(http, [], window);
        if (ApiAnswer.IsFresh(http, [found.Release]))
            return Results.Empty;
        return ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, ProjectionResource.Table(found.Projections, found.Release), window with { Total = found.Total })
            : ApiAnswer.List(http, found.Projections.Select(p => ProjectionResource.Of(p, found.Release)), window with { Total = found.Total });
    }
}
