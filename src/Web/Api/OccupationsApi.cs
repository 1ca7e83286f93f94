using System.ComponentModel;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations.Profile;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Api;

/// <summary>Occupations for programs of others, to read by anybody.</summary>
public static class OccupationsApi
{
    private const int Fewest = 2;
    private const int Most = 4;

    public static void MapOccupationsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1/occupations").AllowAnonymous().RequireCors(PublicReads.Policy).WithTags("Occupations");
        api.MapGet("", ListAsync).WithName("listOccupations").WithSummary("Occupations with wages and outlook of an area")
            .Produces<ListResource<OccupationItem>>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/compare", CompareAsync).WithName("compareOccupations").WithSummary("What two to four occupations ask of people, the widest differences first")
            .Produces<OccupationComparisonResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{code}", OneAsync).WithName("getOccupation").WithSummary("One occupation, with wages and outlook of an area")
            .Produces<OccupationResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync([AsParameters] OccupationsRequest request, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await MarketApi.FindAsync(db, request.Area, http.RequestAborted) is not { } area || !AreaCode.TryParse(area.Code, out var code))
            return MarketApi.UnknownArea;
        var directory = await OccupationDirectory.ReadAsync(db, code, http.RequestAborted);
        if (ApiAnswer.IsFresh(http, [.. new[] { directory.Release, directory.Wages, directory.Projections }.OfType<DataRelease>()]))
            return Results.Empty;
        var found = directory.Entries.Where(e => request.Fits(e.Occupation)).ToList();
        window = window with { Total = found.Count };
        var part = found.Skip(window.Offset).Take(window.Limit).ToList();
        return ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, OccupationItem.Table(part), window) : ApiAnswer.List(http, part.Select(OccupationItem.Of), window);
    }

    private static async Task<IResult> OneAsync(string code, [Description("The code of an area; us where not given")] string? area, HttpContext http, Db db)
    {
        if (await MarketApi.FindAsync(db, area, http.RequestAborted) is not { } place || !AreaCode.TryParse(place.Code, out var asked))
            return MarketApi.UnknownArea;
        if (await OccupationProfile.ReadAsync(db, code, http.RequestAborted) is not { } profile)
            return NotFound(code);
        var market = await MarketProfile.ReadAsync(db, code, asked, http.RequestAborted);
        var releases = new[] { profile.Release, market?.Wage?.Release, market?.Projection?.Release }.OfType<DataRelease>();
        return ApiAnswer.IsFresh(http, [.. releases]) ? Results.Empty : Results.Json(OccupationResource.Of(profile, market), ApiAnswer.Json);
    }

    private static async Task<IResult> CompareAsync([Description("The code of an occupation, 29-1141.00; two to four times")] string[]? o, HttpContext http, Db db)
    {
        if (o is null || o.Length is < Fewest or > Most)
            return ApiAnswer.Fault("o", "Give two to four codes of occupations: ?o=29-1141.00&o=29-2061.00");
        var profiles = new List<OccupationProfile>();
        foreach (var code in o)
        {
            if (await OccupationProfile.ReadAsync(db, code, http.RequestAborted) is not { } profile)
                return NotFound(code);
            profiles.Add(profile);
        }
        return ApiAnswer.IsFresh(http, [profiles[0].Release]) ? Results.Empty : Results.Json(OccupationComparisonResource.Of(OccupationComparison.Of(profiles)), ApiAnswer.Json);
    }

    private static IResult NotFound(string code) =>
        Results.Problem($"The loaded data has no occupation with the code '{code}'. Codes look like 29-1141.00; /api/v1/occupations?q=29-1141 finds them.", statusCode: StatusCodes.Status404NotFound);
}
