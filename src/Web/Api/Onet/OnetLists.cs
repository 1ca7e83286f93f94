using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>Lists of occupations: all of them, those found by a word, those of a job zone or a job family.</summary>
internal static class OnetLists
{
    public static void Map(IEndpointRouteBuilder services)
    {
        OnetApi.Map(services, "/online/search", SearchAsync);
        OnetApi.Map(services, "/online/occupations", async call => Sorted(call, await AllAsync(call), "code"));
        OnetApi.Map(services, "/online/job_zones/{code}", JobZoneAsync);
        OnetApi.Map(services, "/online/job_families/{code}", JobFamilyAsync);
    }

    private static async Task<IResult> SearchAsync(OnetCall call) => call.Query("keyword") is { } keyword
        ? call.List("occupation", (await OnetSearch.FindAsync(call, keyword)).ConvertAll(call.Link))
        : OnetCall.Refuse("The parameter keyword is missing.");

    private static async Task<IResult> JobZoneAsync(OnetCall call)
    {
        if (!int.TryParse(call.Route("code"), NumberStyles.None, CultureInfo.InvariantCulture, out var zone) || zone is < 1 or > 5)
            return OnetCall.Refuse("A job zone is a number from 1 to 5.");
        return Sorted(call, (await AllAsync(call)).FindAll(o => o.JobZone == zone), "title");
    }

    private static async Task<IResult> JobFamilyAsync(OnetCall call) => SocCode.TryParse(call.Route("code"), out var family) && family.Value == family.Major
        ? Sorted(call, (await AllAsync(call)).FindAll(o => o.Code.StartsWith(family.Value[..3], StringComparison.Ordinal)), "title")
        : OnetCall.Refuse("A job family is a major group of the SOC, such as 29-0000.");

    private static IResult Sorted(OnetCall call, List<Occupation> occupations, string otherwise) => (call.Query("sort") ?? otherwise) switch
    {
        "code" => call.List("occupation", occupations.OrderBy(o => o.Code, StringComparer.Ordinal).Select(call.Link).ToList()),
        "title" => call.List("occupation", occupations.OrderBy(o => o.Title, StringComparer.OrdinalIgnoreCase).Select(call.Link).ToList()),
        _ => OnetCall.Refuse("Occupations are sorted by title or by code."),
    };

    private static Task<List<Occupation>> AllAsync(OnetCall call) => call.Db.Occupations.Where(o => o.ReleaseKey == call.Key).ToListAsync(call.Stop);
}
