namespace Trellis.Core.Competencies;

/// <summary>
/// A row of the pyramid. <paramref name="Number"/> counts from the base; <paramref name="Tiers"/> are the stored tiers that the
/// row shows: one, or in the six-tier view those of the occupation and of management together.
/// </summary>
public sealed record PyramidRow(int Number, IReadOnlyList<OutlineNode> Tiers)
{
    /// <summary>Whether the row gathers tiers that another view shows apart.</summary>
    public bool IsGathered => Tiers.Count > 1;

    public IEnumerable<OutlineNode> Parts => Tiers.SelectMany(t => t.Children);
}

/// <summary>The two ways to look at one stored tree of tiers, as in the Building Blocks pyramid.</summary>
public static class Pyramid
{
    /// <summary>The row of the six-tier view that holds the tiers above the industry's own.</summary>
    public const int OccupationRow = 6;

    /// <summary>Nine rows, or six where <paramref name="six"/>; the base comes first.</summary>
    public static List<PyramidRow> Of(IEnumerable<OutlineNode> tops, bool six) => [.. tops
        .Where(t => t is { Kind: StatementKind.Tier, Tier: not null })
        .GroupBy(t => six ? Math.Min(t.Tier!.Value, OccupationRow) : t.Tier!.Value)
        .OrderBy(row => row.Key)
        .Select(row => new PyramidRow(row.Key, [.. row.OrderBy(t => t.Tier)]))];
}
