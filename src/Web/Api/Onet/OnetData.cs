using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>The other way round: the elements of a part of the content model, and for one of them the occupations that need it most.</summary>
internal static class OnetData
{
    private static readonly Dictionary<string, (string Section, ElementGroup? Only)> Lists = new(StringComparer.Ordinal)
    {
        ["abilities"] = ("abilities", null),
        ["knowledge"] = ("knowledge", null),
        ["skills_basic"] = ("skills", ElementGroup.EssentialSkills),
        ["skills_cf"] = ("skills", ElementGroup.TransferableSkills),
        ["work_activities"] = ("work_activities", null),
        ["work_context"] = ("work_context", null),
        ["work_styles"] = ("work_styles", null),
        ["interests"] = ("interests", null),
    };

    public static void Map(IEndpointRouteBuilder services)
    {
        OnetApi.Map(services, "/online/onet_data/{list}", ElementsAsync);
        OnetApi.Map(services, "/online/onet_data/{list}/{id}", call => call.Route("list") == "interests" ? OnetInterests.ListAsync(call, call.Route("id")) : OccupationsAsync(call));
    }

    private static async Task<IResult> ElementsAsync(OnetCall call)
    {
        if (!Lists.TryGetValue(call.Route("list"), out var list))
            return Unknown(call);
        var section = OnetElements.Find(list.Section)!;
        var rated = await call.Db.OccupationRatings.Where(r => r.ReleaseKey == call.Key && section.Scales.Contains(r.Scale)).Select(r => r.ElementId).Distinct().ToListAsync(call.Stop);
        var elements = await call.Db.ContentElements.Where(e => e.ReleaseKey == call.Key && rated.Contains(e.Id)).ToListAsync(call.Stop);
        return call.List("element", elements.Where(e => section.Holds(e.Id) && (list.Only is null || ElementGroups.Of(e.Id) == list.Only))
            .OrderBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => new { Href = call.Address($"/online/onet_data/{call.Route("list")}/{(list.Section == "interests" ? e.Name[..1] : e.Id)}"), e.Id, e.Name, e.Description }).ToList());
    }

    private static async Task<IResult> OccupationsAsync(OnetCall call)
    {
        var id = call.Route("id");
        if (!Lists.TryGetValue(call.Route("list"), out var list))
            return Unknown(call);
        if (OnetElements.Find(list.Section) is not { } section || !section.Holds(id) || await call.Db.ContentElements.FirstOrDefaultAsync(e => e.ReleaseKey == call.Key && e.Id == id, call.Stop) is not { } element)
            return OnetCall.Refuse($"There is no element '{id}' in this list.");
        var rows = await RowsAsync(call, section, id);
        var sorted = call.Query("sort") switch
        {
            "code" => rows.OrderBy(r => r.Code, StringComparer.Ordinal),
            "title" => rows.OrderBy(r => r.Title, StringComparer.Ordinal),
            "level" => rows.OrderByDescending(r => r.Level ?? -1).ThenBy(r => r.Title, StringComparer.Ordinal),
            _ => rows.OrderByDescending(r => r.Importance ?? r.Context ?? -1).ThenByDescending(r => r.Level ?? -1).ThenBy(r => r.Title, StringComparer.Ordinal),
        };
        return call.List("occupation", sorted.ToList(), ("summary", new { element.Id, element.Name, element.Description }), ("example", await ExamplesAsync(call, id)));
    }

    private static async Task<List<RankedLink>> RowsAsync(OnetCall call, OnetElements section, string id)
    {
        var ratings = await call.Db.OccupationRatings.Where(r => r.ReleaseKey == call.Key && r.ElementId == id && r.Category == 0 && r.IsUncertain != true).ToListAsync(call.Stop);
        var levels = ratings.Where(r => r.Scale == "LV").ToDictionary(r => r.Code);
        var (scales, zones) = (await OnetElements.ScalesAsync(call), await ZonesAsync(call));
        var occupations = await call.Db.Occupations.Where(o => o.ReleaseKey == call.Key).ToDictionaryAsync(o => o.Code, call.Stop);
        return ratings.FindAll(r => section.Scales.Contains(r.Scale)).ConvertAll(r =>
        {
            var (level, score) = (levels.GetValueOrDefault(r.Code), OnetElements.ScoreOf(scales, r));
            return new RankedLink(call.Link(occupations[r.Code]))
            {
                JobZone = zones.Of(occupations[r.Code]),
                Importance = section.Score == "importance" ? score : null,
                Context = section.Score == "context" ? score : null,
                Level = level is { IsNotRelevant: not true } ? OnetElements.ScoreOf(scales, level) : null,
                LevelNotRelevant = level?.IsNotRelevant == true ? true : null,
            };
        });
    }

    private static async Task<List<object>?> ExamplesAsync(OnetCall call, string id)
    {
        var anchors = await call.Db.ScalePoints.Where(p => p.ReleaseKey == call.Key && p.ElementId == id && p.Scale == "LV" && !p.IsCategory).OrderBy(p => p.Value).ToListAsync(call.Stop);
        var scale = (await OnetElements.ScalesAsync(call)).GetValueOrDefault("LV");
        return anchors.Count == 0 || scale is null ? null : anchors.ConvertAll(a => (object)new { Level = OnetSections.Whole(scale.Standard(a.Value)), a.Description });
    }

    public static async Task<OnetZones> ZonesAsync(OnetCall call) =>
        new(await call.Db.JobZones.Where(z => z.ReleaseKey == call.Key).ToDictionaryAsync(z => z.Zone, z => z.Name, call.Stop));

    private static IResult Unknown(OnetCall call) => OnetCall.Refuse($"There is no list '{call.Route("list")}'. Lists: {string.Join(", ", Lists.Keys)}.");
}

/// <summary>What the job zones of the release are called. From 30.2 on zones 1 and 2 are described as one.</summary>
internal sealed record OnetZones(IReadOnlyDictionary<int, string> Names)
{
    public object? Of(Occupation occupation) =>
        occupation.JobZone is { } code ? new { Code = code, Title = Names.GetValueOrDefault(code) ?? Names.GetValueOrDefault(2) ?? "" } : null;
}

/// <summary>An occupation in a list that is sorted by a rating.</summary>
internal sealed record RankedLink(string Href, string Code, string Title) : OccupationLink(Href, Code, Title)
{
    public RankedLink(OccupationLink link) : this(link.Href, link.Code, link.Title) { }

    public string? InterestCode { get; init; }
    public object? JobZone { get; init; }
    public int? Level { get; init; }
    public bool? LevelNotRelevant { get; init; }
    public int? Importance { get; init; }
    public int? Context { get; init; }
}
