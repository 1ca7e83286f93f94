using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop.Training;

namespace Trellis.Web.Api;

/// <summary>Programs, providers, the crosswalk and credentials for programs of others, to read by anybody.</summary>
public static class TrainingApi
{
    public static void MapTrainingApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AllowAnonymous().WithTags("Training");
        api.MapGet("/programs", ProgramsAsync).WithName("listPrograms").WithSummary("Find training programs")
            .Produces<ListResource<ProgramResource>>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/programs/compare", CompareAsync).WithName("comparePrograms").WithSummary("Two to four programs side by side")
            .Produces<ListResource<ProgramResource>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/programs/{id}", ProgramAsync).WithName("getProgram").WithSummary("One training program")
            .Produces<ProgramResource>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/providers", ProvidersAsync).WithName("listProviders").WithSummary("Training providers")
            .Produces<ListResource<ProviderResource>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/providers/{id}", ProviderAsync).WithName("getProvider").WithSummary("One training provider")
            .Produces<ProviderResource>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/crosswalks/cip-soc", CrosswalkAsync).WithName("listCipSoc").WithSummary("Which fields of study lead to which occupations")
            .Produces<ListResource<CipSocResource>>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ProgramsAsync([AsParameters] ProgramsRequest request, HttpContext http, Db db, ZipPlaces places)
    {
        if (request.Faults() is { Count: > 0 } faults)
            return Results.ValidationProblem(faults);
        var releases = await TrainingReleases.CurrentAsync(db, http.RequestAborted);
        if (ApiAnswer.IsFresh(http, [.. releases.Programs, .. releases.Results, .. releases.Crosswalk is { } crosswalk ? [crosswalk] : Array.Empty<Core.Storage.Releases.DataRelease>()]))
            return Results.Empty;
        var window = request.Window;
        var result = await new TrainingSearch(db, places).FindAsync(request.Query(), http.RequestAborted);
        if (ApiAnswer.WantsCsv(http))
            return ApiAnswer.Csv(http, ProgramTable.Of(result.Programs.Select(p => p.Profile)), window with { Total = result.Total });
        return ApiAnswer.List(http, result.Programs.Select(p => ProgramResource.Of(p.Profile, p.Reasons, p.Miles)), window with { Total = result.Total });
    }

    private static async Task<IResult> CompareAsync(string[]? p, HttpContext http, Db db)
    {
        if (p is null || p.Length is < ProgramComparison.Fewest or > ProgramComparison.Most)
            return Results.ValidationProblem(new Dictionary<string, string[]> { ["p"] = ["Give two to four ids of programs: ?p=…&p=…"] });
        var comparison = await ProgramComparison.ReadAsync(db, p, http.RequestAborted);
        if (comparison.Unknown.Count > 0)
            return Results.Problem($"No list in force has these programs: {string.Join(", ", comparison.Unknown)}.", statusCode: StatusCodes.Status404NotFound);
        if (ApiAnswer.WantsCsv(http))
            return ApiAnswer.Csv(http, ProgramTable.Of(comparison.Programs), new(0, ProgramComparison.Most, comparison.Programs.Count));
        return ApiAnswer.List(http, comparison.Programs.Select(c => ProgramResource.Of(c)), new(0, ProgramComparison.Most, comparison.Programs.Count));
    }

    private static async Task<IResult> ProgramAsync(string id, HttpContext http, Db db) =>
        await ProgramProfile.FindAsync(db, id, http.RequestAborted) is not { } profile ? NotFound("program", id)
        : ApiAnswer.IsFresh(http, profile.ResultsRelease is { } results ? [profile.Release, results] : [profile.Release]) ? Results.Empty
        : Results.Json(ProgramResource.Of(profile), ApiAnswer.Json);

    private static async Task<IResult> ProvidersAsync(string? state, string? county, int? limit, int? offset, HttpContext http, Db db)
    {
        if (ApiAnswer.Window(limit, offset) is not { } window)
            return ApiAnswer.BadWindow;
        var keys = (await TrainingReleases.CurrentAsync(db, http.RequestAborted)).ProgramKeys;
        var providers = db.Providers.AsNoTracking().Where(p => keys.Contains(p.ReleaseKey) && (state == null || p.State == state) && (county == null || p.County == county));
        var page = await providers.OrderBy(p => p.Name).ThenBy(p => p.Id).Skip(window.Offset).Take(window.Limit).ToListAsync(http.RequestAborted);
        return ApiAnswer.List(http, page.Select(ProviderResource.Of), window with { Total = await providers.CountAsync(http.RequestAborted) });
    }

    private static async Task<IResult> ProviderAsync(string id, HttpContext http, Db db)
    {
        var keys = (await TrainingReleases.CurrentAsync(db, http.RequestAborted)).ProgramKeys;
        var provider = await db.Providers.AsNoTracking().Where(p => keys.Contains(p.ReleaseKey) && p.Id == id).OrderByDescending(p => p.ReleaseKey).FirstOrDefaultAsync(http.RequestAborted);
        return provider is null ? NotFound("provider", id) : Results.Json(ProviderResource.Of(provider), ApiAnswer.Json);
    }

    private static async Task<IResult> CrosswalkAsync(string? cip, string? soc, int? limit, int? offset, HttpContext http, Db db)
    {
        if (ApiAnswer.Window(limit, offset) is not { } window)
            return ApiAnswer.BadWindow;
        if ((cip is not null && !CipCode.TryParse(cip, out _)) || (soc is not null && !SocCode.TryParse(soc, out _)))
            return Results.ValidationProblem(new Dictionary<string, string[]> { [cip is not null && !CipCode.TryParse(cip, out _) ? "cip" : "soc"] = ["Expected: a code such as 51.3801 for cip, 29-1141 for soc."] });
        var releases = await TrainingReleases.CurrentAsync(db, http.RequestAborted);
        if (releases.Crosswalk is { } crosswalk && ApiAnswer.IsFresh(http, [crosswalk]))
            return Results.Empty;
        var (field, occupation) = (CipCode.TryParse(cip, out var c) ? c.Value : null, SocCode.TryParse(soc, out var s) ? s.Value : null);
        var rows = db.CipSocs.AsNoTracking().Where(r => r.ReleaseKey == releases.CrosswalkKey && (field == null || r.Cip == field) && (occupation == null || r.Soc == occupation));
        var page = await rows.OrderBy(r => r.Cip).ThenBy(r => r.Soc).Skip(window.Offset).Take(window.Limit).ToListAsync(http.RequestAborted);
        var total = window with { Total = await rows.CountAsync(http.RequestAborted) };
        return ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, CipSocResource.Table(page), total) : ApiAnswer.List(http, page.Select(CipSocResource.Of), total);
    }

    private static IResult NotFound(string what, string id) =>
        Results.Problem($"No list in force has the {what} '{id}'.", statusCode: StatusCodes.Status404NotFound);
}
