namespace Trellis.Core.Occupations.Profile;

/// <summary>
/// How one element of the content model was rated for an occupation, on the scale that tells most of it. Scores run from 0 to 100:
/// docs/formulas.md, "Standardised rating".
/// </summary>
/// <param name="Value">On the scale of the source.</param>
/// <param name="Score">The value from 0 to 100.</param>
/// <param name="LevelScore">How much of it the work needs, from 0 to 100; null where the release has no level or most raters called it not relevant.</param>
public sealed record RatedElement(string Id, string Name, string Description, double Value, double Score, double? Level, double? LevelScore);

/// <summary>The ratings of one part of the content model, the highest first.</summary>
/// <param name="Scale">The scale that <see cref="RatedElement.Value"/> is on.</param>
/// <param name="Uncertain">Ratings that are left out because the source advises not to use them.</param>
public sealed record RatedGroup(ElementGroup Group, RatingScale Scale, IReadOnlyList<RatedElement> Elements, int Uncertain);

/// <summary>Makes rated groups of rows. Pure.</summary>
public static class RatedGroups
{
    private const string Level = "LV";

    /// <summary>The scales that say how much an element matters, the most telling first: importance, interests, impact of styles, extent of values, context.</summary>
    private static readonly string[] Main = ["IM", "OI", "WI", "EX", "CX", "CT"];

    /// <summary>Parts of which only the leaves are shown; the first interests and values stand beside rows that only rank them.</summary>
    public static List<RatedGroup> Of(
        IReadOnlyList<OccupationRating> ratings, IReadOnlyDictionary<string, ContentElement> elements, IReadOnlyDictionary<string, RatingScale> scales) =>
        [.. ratings.Where(r => r.Category == 0 && elements.ContainsKey(r.ElementId)).GroupBy(r => ElementGroups.Of(r.ElementId))
            .Where(g => g.Key is not null).OrderBy(g => g.Key).Select(g => Group(g.Key!.Value, [.. g], elements, scales)).OfType<RatedGroup>()];

    private static RatedGroup? Group(
        ElementGroup group, List<OccupationRating> rows, IReadOnlyDictionary<string, ContentElement> elements, IReadOnlyDictionary<string, RatingScale> scales)
    {
        if (Array.Find(Main, s => scales.ContainsKey(s) && rows.Exists(r => r.Scale == s)) is not { } main)
            return null;
        var levels = rows.Where(r => r.Scale == Level && r.IsUncertain != true && r.IsNotRelevant != true).ToDictionary(r => r.ElementId);
        var (scale, level) = (scales[main], scales.GetValueOrDefault(Level));
        var shown = rows.Where(r => r.Scale == main && r.IsUncertain != true).Select(Rated)
            .OrderByDescending(e => e.Score).ThenByDescending(e => e.LevelScore ?? -1).ThenBy(e => e.Id, StringComparer.Ordinal);
        return new(group, scale, [.. shown], rows.Count(r => r.Scale == main && r.IsUncertain == true));

        RatedElement Rated(OccupationRating row)
        {
            var (element, needed) = (elements[row.ElementId], levels.GetValueOrDefault(row.ElementId)?.Value);
            return new(row.ElementId, element.Name, element.Description, row.Value, scale.Standard(row.Value), needed,
                needed is { } known && level is not null ? level.Standard(known) : null);
        }
    }
}
