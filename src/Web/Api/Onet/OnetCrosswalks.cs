using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Api.Onet;

/// <summary>Occupations by the codes of other lists: the SOC and the Occupational Outlook Handbook; and the taxonomy of the release itself.</summary>
internal static class OnetCrosswalks
{
    public static void Map(IEndpointRouteBuilder services)
    {
        OnetApi.Map(services, "/online/crosswalks/{list}", FindAsync);
        OnetApi.Map(services, "/taxonomy/{from}/{to}/{code}", TaxonomyAsync);
    }

    private static async Task<IResult> FindAsync(OnetCall call)
    {
        if (call.Query("keyword") is not { } keyword)
            return OnetCall.Refuse("The parameter keyword is missing.");
        var matches = call.Route("list") switch
        {
            "soc" => await SocAsync(call),
            "ooh" => await HandbookAsync(call),
            _ => null,
        };
        return matches is null
            ? OnetCall.Refuse($"There is no crosswalk '{call.Route("list")}' here. Crosswalks: soc, ooh.")
            : call.List("match", matches.FindAll(m => m.Code.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) || m.Title.Contains(keyword, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<List<CrosswalkMatch>> SocAsync(OnetCall call)
    {
        var release = await ReleaseCatalog.CurrentAsync(call.Db, ReleaseKinds.Soc, stop: call.Stop);
        var titles = release is null ? [] : await call.Db.SocOccupations.Where(s => s.ReleaseKey == release.Key).ToDictionaryAsync(s => s.Soc, s => s.Title, call.Stop);
        var occupations = await call.Db.Occupations.Where(o => o.ReleaseKey == call.Key).OrderBy(o => o.Code).ToListAsync(call.Stop);
        return [.. occupations.GroupBy(o => o.Soc).Select(g => new CrosswalkMatch(g.Key, titles.GetValueOrDefault(g.Key, g.First().Title), [.. g.Select(call.Link)]))];
    }

    private static async Task<List<CrosswalkMatch>> HandbookAsync(OnetCall call)
    {
        var release = await ReleaseCatalog.CurrentAsync(call.Db, ReleaseKinds.OnetSoc, stop: call.Stop);
        if (release is null)
            return [];
        var links = await call.Db.OnetSocLinks.Where(l => l.ReleaseKey == release.Key && l.HandbookTitle != null).OrderBy(l => l.Code).ToListAsync(call.Stop);
        var occupations = await call.Db.Occupations.Where(o => o.ReleaseKey == call.Key).ToDictionaryAsync(o => o.Code, call.Stop);
        return [.. links.GroupBy(l => l.HandbookTitle!).Select(g => new CrosswalkMatch(g.First().MatrixCode, g.Key,
            [.. g.Where(l => occupations.ContainsKey(l.Code)).Select(l => call.Link(occupations[l.Code]))]))];
    }

    /// <summary>Codes of the release's own taxonomy lead to themselves; to another edition of it no crosswalk is loaded.</summary>
    private static async Task<IResult> TaxonomyAsync(OnetCall call)
    {
        var own = call.Release.Taxonomy?.Split(' ')[^1] ?? "";
        string[] known = ["active", own];
        foreach (var side in new[] { call.Route("from"), call.Route("to") })
        {
            if (!known.Contains(side))
                return OnetCall.Refuse($"There is no crosswalk with the taxonomy '{side}' here. Taxonomies: active, {own}.");
        }
        if (!OnetSocCode.TryParse(call.Route("code"), out _) || await OnetReports.OccupationAsync(call) is not { } occupation)
            return OnetReports.NoOccupation(call);
        return OnetCall.Json(new { occupation.Code, occupation.Title, occupation.Description, Occupation = new[] { new { occupation.Code, occupation.Title } } });
    }

    private sealed record CrosswalkMatch(string Code, string Title, IReadOnlyList<OccupationLink> Occupation);
}
