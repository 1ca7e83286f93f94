using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>The sections that consist of rated elements: their name in addresses, their parts of the content model, and their scale.</summary>
internal sealed record OnetElements(string Section, string Title, IReadOnlyList<ElementGroup> Groups, IReadOnlyList<string> Scales, string Score)
{
    public static IReadOnlyList<OnetElements> All { get; } =
    [
        new("knowledge", "Knowledge", [ElementGroup.Knowledge], ["IM"], "importance"),
        new("skills", "Skills", [ElementGroup.EssentialSkills, ElementGroup.TransferableSkills], ["IM"], "importance"),
        new("abilities", "Abilities", [ElementGroup.Abilities], ["IM"], "importance"),
        new("work_activities", "Work Activities", [ElementGroup.WorkActivities], ["IM"], "importance"),
        new("work_styles", "Work Styles", [ElementGroup.WorkStyles], ["WI", "IM"], "importance"),
        new("work_context", "Work Context", [ElementGroup.WorkContext], ["CX", "CT"], "context"),
        new("interests", "Interests", [ElementGroup.Interests], ["OI"], "occupational_interest"),
    ];

    public static OnetElements? Find(string section) => All.FirstOrDefault(s => s.Section == section);

    public bool Holds(string elementId) => ElementGroups.Of(elementId) is { } group && Groups.Contains(group);

    /// <summary>An occupation's ratings on this scale that O*NET does not advise against, each with its element, the highest first.</summary>
    public async Task<List<ScoredElement>> ReadAsync(OnetCall call, string code)
    {
        var ratings = (await call.Db.OccupationRatings
            .Where(r => r.ReleaseKey == call.Key && r.Code == code && r.Category == 0 && Scales.Contains(r.Scale) && r.IsUncertain != true).ToListAsync(call.Stop))
            .FindAll(r => Holds(r.ElementId));
        if (ratings.Count == 0)
            return [];
        var ids = ratings.ConvertAll(r => r.ElementId);
        var elements = await call.Db.ContentElements.Where(e => e.ReleaseKey == call.Key && ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, call.Stop);
        var scales = await ScalesAsync(call);
        return [.. ratings.Where(r => elements.ContainsKey(r.ElementId))
            .Select(r => new ScoredElement(elements[r.ElementId], ScoreOf(scales, r)))
            .OrderByDescending(e => e.Score ?? -1).ThenBy(e => e.Element.Name, StringComparer.Ordinal)];
    }

    public static Task<Dictionary<string, RatingScale>> ScalesAsync(OnetCall call) =>
        call.Db.RatingScales.Where(s => s.ReleaseKey == call.Key).ToDictionaryAsync(s => s.Id, call.Stop);

    /// <summary>From 0 to 100 as a whole number; null where the release does not tell the ends of the scale.</summary>
    public static int? ScoreOf(Dictionary<string, RatingScale> scales, OccupationRating rating) =>
        scales.TryGetValue(rating.Scale, out var scale) ? (int)Math.Round(scale.Standard(rating.Value), MidpointRounding.AwayFromZero) : null;
}

/// <summary>An element with its rating from 0 to 100.</summary>
internal sealed record ScoredElement(ContentElement Element, int? Score);
