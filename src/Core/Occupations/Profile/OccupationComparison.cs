namespace Trellis.Core.Occupations.Profile;

/// <summary>
/// The ratings of two to four occupations side by side, part by part, the widest differences first: docs/formulas.md, "Difference of
/// occupations". Pure.
/// </summary>
public sealed record OccupationComparison(IReadOnlyList<OccupationProfile> Occupations, IReadOnlyList<ComparedGroup> Groups)
{
    public static OccupationComparison Of(IReadOnlyList<OccupationProfile> occupations) => new(
        occupations,
        [.. Enum.GetValues<ElementGroup>().Select(g => ComparedGroup.Of(g, [.. occupations.Select(o => o.Of(g))])).OfType<ComparedGroup>()]);
}

/// <summary>One part of the content model for all compared occupations.</summary>
/// <param name="ByLevel">Whether the scores are levels, which tell more of a gap than importance does; else they are of the part's own scale.</param>
public sealed record ComparedGroup(ElementGroup Group, bool ByLevel, IReadOnlyList<ComparedElement> Elements)
{
    internal static ComparedGroup? Of(ElementGroup group, List<RatedGroup?> sides)
    {
        var known = sides.OfType<RatedGroup>().ToList();
        if (known.Count < 2)
            return null;
        var byLevel = known.TrueForAll(s => s.Elements.Any(e => e.LevelScore is not null));
        var maps = sides.ConvertAll(s => s?.Elements.ToDictionary(e => e.Id));
        var elements = known.SelectMany(s => s.Elements).DistinctBy(e => e.Id)
            .Select(e => ComparedElement.Of(e, [.. maps.Select(m => Score(m?.GetValueOrDefault(e.Id), byLevel))]))
            .OrderByDescending(e => e.Difference ?? -1).ThenBy(e => e.Id, StringComparer.Ordinal);
        return new(group, byLevel, [.. elements]);
    }

    /// <summary>An element that matters and has no level is not needed at all.</summary>
    private static double? Score(RatedElement? element, bool byLevel) => element is null ? null : byLevel ? element.LevelScore ?? 0 : element.Score;
}

/// <summary>One element with the score of each occupation from 0 to 100, null where it has none.</summary>
/// <param name="Difference">Between the highest and the lowest; null where fewer than two have a score.</param>
public sealed record ComparedElement(string Id, string Name, IReadOnlyList<double?> Scores, double? Difference)
{
    internal static ComparedElement Of(RatedElement element, List<double?> scores)
    {
        var known = scores.OfType<double>().ToList();
        return new(element.Id, element.Name, scores, known.Count < 2 ? null : known.Max() - known.Min());
    }
}
