using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Api.Onet;

/// <summary>
/// Reads that answer like version 2 of O*NET Web Services, so that programs written for those work by changing the address. Every
/// answer comes from the release that is current here. A key sent along is not asked for and not looked at. Source of the shapes:
/// O*NET Web Services, OpenAPI document of version 2.0.
/// </summary>
public static class OnetApi
{
    public static void MapOnetApi(this WebApplication app)
    {
        var services = app.MapGroup(Links.OnetServices).AllowAnonymous();
        Map(services, "/about", call => Task.FromResult(About(call)));
        OnetReports.Map(services);
        OnetLists.Map(services);
        OnetSections.Map(services);
        OnetTechnology.Map(services);
        OnetRelated.Map(services);
        OnetData.Map(services);
        OnetCrosswalks.Map(services);
        OnetDatabase.Map(services);
        services.MapGet("/{**path}", () => OnetCall.Json(new { error = "There is no such service." }, StatusCodes.Status404NotFound));
    }

    /// <summary>Maps a service that needs a release.</summary>
    internal static void Map(IEndpointRouteBuilder services, string pattern, Func<OnetCall, Task<IResult>> answer) => services.MapGet(pattern, async (Db db, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-cache";
        return await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: http.RequestAborted) is { } release
            ? await answer(new(db, release, http))
            : OnetCall.Refuse("No O*NET data is loaded on this server.");
    });

    private static IResult About(OnetCall call) => OnetCall.Json(new
    {
        ApiVersion = "2.0",
        Title = "O*NET data on Trellis",
        DatabaseVersion = call.Release.Edition,
        DatabaseTitle = call.Release.Title,
        DatabasePeriod = call.Release.Period,
        call.Release.Taxonomy,
        call.Release.Attribution,
        Missing = call.Release.Gaps,
        call.Release.IsStarter,
    });
}
