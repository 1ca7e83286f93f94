using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>Interest codes of up to three letters, such as "IRC": the interests that fit an occupation most, by the high points of the release.</summary>
internal static class OnetInterests
{
    /// <summary>The letters in the order of O*NET's numbers; 0 is none.</summary>
    private const string Letters = " RIASEC";

    private const string HighPoint = "IH";

    public static async Task<string> CodeAsync(OnetCall call, string code) =>
        Code(await HighPoints(call).Where(r => r.Code == code).ToListAsync(call.Stop));

    /// <summary>Occupations whose code begins with the one asked for.</summary>
    public static async Task<IResult> ListAsync(OnetCall call, string interests)
    {
        if (interests.Length is 0 or > 3 || interests.Any(c => !Letters[1..].Contains(c)))
            return OnetCall.Refuse("An interest code is one to three of the letters R, I, A, S, E and C.");
        var codes = (await HighPoints(call).ToListAsync(call.Stop)).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => Code([.. g]), StringComparer.Ordinal);
        var occupations = await call.Db.Occupations.Where(o => o.ReleaseKey == call.Key && o.JobZone != null).ToListAsync(call.Stop);
        var zones = await OnetData.ZonesAsync(call);
        var elements = await call.Db.ContentElements.Where(e => e.ReleaseKey == call.Key && e.Id.StartsWith("1.B.1.")).ToListAsync(call.Stop);
        var rows = occupations.Where(o => codes.GetValueOrDefault(o.Code, "").StartsWith(interests, StringComparison.Ordinal));
        var sorted = call.Query("sort") switch
        {
            "code" => rows.OrderBy(o => o.Code, StringComparer.Ordinal),
            "title" => rows.OrderBy(o => o.Title, StringComparer.Ordinal),
            "interest_code" => rows.OrderBy(o => codes[o.Code], StringComparer.Ordinal).ThenBy(o => o.Title, StringComparer.Ordinal),
            _ => rows.OrderBy(o => o.JobZone).ThenBy(o => o.Title, StringComparer.Ordinal),
        };
        return call.List("occupation", sorted.Select(o => new RankedLink(call.Link(o)) { InterestCode = codes[o.Code], JobZone = zones.Of(o) }).ToList(),
            ("summary", interests.Select(letter => elements.FirstOrDefault(e => e.Id.Length == "1.B.1.a".Length && e.Name.StartsWith(letter))).OfType<ContentElement>()
                .Select(e => new { e.Id, InterestCode = e.Name[..1], e.Name, e.Description }).ToList()));
    }

    private static IQueryable<OccupationRating> HighPoints(OnetCall call) => call.Db.OccupationRatings.Where(r => r.ReleaseKey == call.Key && r.Scale == HighPoint);

    private static string Code(List<OccupationRating> points) => string.Concat(points.OrderBy(p => p.ElementId, StringComparer.Ordinal)
        .Select(p => (int)p.Value).Where(n => n > 0 && n < Letters.Length).Select(n => Letters[n]));
}
