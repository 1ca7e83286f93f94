namespace Trellis.Core.Occupations.Profile;

/// <summary>Products of one class that people in an occupation use.</summary>
public sealed record TechnologyClass(TechnologyKind Kind, string Title, IReadOnlyList<OccupationTechnology> Products)
{
    public bool IsHot => Products.Any(p => p.IsHot);

    public bool IsInDemand => Products.Any(p => p.IsInDemand);

    /// <summary>Classes with what employers ask for first, then by name; within a class the same.</summary>
    internal static List<TechnologyClass> Of(IEnumerable<OccupationTechnology> products) =>
        [.. products.GroupBy(p => (p.Kind, p.CommodityTitle))
            .Select(g => new TechnologyClass(g.Key.Kind, g.Key.CommodityTitle,
                [.. g.OrderByDescending(p => p.IsInDemand).ThenByDescending(p => p.IsHot).ThenBy(p => p.Example, StringComparer.OrdinalIgnoreCase)]))
            .OrderBy(c => c.Kind).ThenByDescending(c => c.IsInDemand).ThenByDescending(c => c.IsHot).ThenBy(c => c.Title, StringComparer.OrdinalIgnoreCase)];
}
