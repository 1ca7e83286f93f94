using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>How many hits each choice of a facet would show; the counts of a facet ignore its own filter.</summary>
public sealed record SearchFacets(
    IReadOnlyList<FacetValue<string>> Industries,
    IReadOnlyList<FacetValue<int>> Tiers,
    IReadOnlyList<FacetValue<StatementKind>> Kinds,
    IReadOnlyList<FrameworkCount> Frameworks);

/// <summary>A choice and how many hits it has.</summary>
public readonly record struct FacetValue<T>(T Value, int Count);

/// <summary>A framework and how many hits it has.</summary>
public sealed record FrameworkCount(string Slug, LanguageText Title, int Count);

/// <summary>Collects hits by segment and cell, and says which pass the filter.</summary>
internal sealed class FacetCounter
{
    private readonly SearchFilter _filter;
    private readonly bool[] _cellPasses = new bool[FacetCell.Count];
    private readonly List<(IndexedVersion Version, int[] Cells)> _counts = [];

    public FacetCounter(SearchFilter filter)
    {
        _filter = filter;
        for (var cell = 0; cell < FacetCell.Count; cell++)
            _cellPasses[cell] = TierPasses(cell) && KindPasses(cell);
    }

    public ReadOnlySpan<bool> CellPasses => _cellPasses;

    public bool Passes(IndexedVersion version) => IndustryPasses(version) && FrameworkPasses(version);

    /// <summary>The counts of a segment, to be filled by the caller.</summary>
    public int[] CellsOf(IndexedVersion version)
    {
        var cells = new int[FacetCell.Count];
        _counts.Add((version, cells));
        return cells;
    }

    public SearchFacets Facets() => new(Industries(), Tiers(), Kinds(), Frameworks());

    private List<FacetValue<string>> Industries() => [.. _counts.Where(c => FrameworkPasses(c.Version))
        .SelectMany(c => c.Version.Sectors.Select(s => (Sector: s, Count: Passing(c.Cells))))
        .GroupBy(s => s.Sector, (sector, all) => new FacetValue<string>(sector, all.Sum(a => a.Count)))
        .Where(v => v.Count > 0).OrderBy(v => v.Value, StringComparer.Ordinal)];

    private List<FrameworkCount> Frameworks() => [.. _counts.Where(c => IndustryPasses(c.Version))
        .Select(c => new FrameworkCount(c.Version.Slug, c.Version.Title, Passing(c.Cells)))
        .Where(f => f.Count > 0).OrderByDescending(f => f.Count).ThenBy(f => f.Slug, StringComparer.Ordinal)];

    private List<FacetValue<int>> Tiers() => ByCell(KindPasses, FacetCell.TierOf).Where(v => v.Value > 0).ToList();

    private List<FacetValue<StatementKind>> Kinds() => ByCell(TierPasses, FacetCell.KindOf);

    private List<FacetValue<T>> ByCell<T>(Func<int, bool> passes, Func<int, T> value)
    {
        var cells = new int[FacetCell.Count];
        foreach (var (version, counts) in _counts.Where(c => Passes(c.Version)))
        {
            for (var cell = 0; cell < cells.Length; cell++)
                cells[cell] += counts[cell];
        }
        return [.. Enumerable.Range(0, cells.Length).Where(passes).GroupBy(value, (v, all) => new FacetValue<T>(v, all.Sum(c => cells[c])))
            .Where(v => v.Count > 0).OrderBy(v => v.Value)];
    }

    private int Passing(int[] cells)
    {
        var sum = 0;
        for (var cell = 0; cell < cells.Length; cell++)
            sum += _cellPasses[cell] ? cells[cell] : 0;
        return sum;
    }

    private bool TierPasses(int cell) => _filter.Tier is null || _filter.Tier == FacetCell.TierOf(cell);

    private bool KindPasses(int cell) => _filter.Kind is null || _filter.Kind == FacetCell.KindOf(cell);

    private bool IndustryPasses(IndexedVersion version) => _filter.Industry is null || version.Sectors.Contains(_filter.Industry);

    private bool FrameworkPasses(IndexedVersion version) => _filter.Framework is null || version.Slug == _filter.Framework;
}
