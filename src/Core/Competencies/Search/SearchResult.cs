using System.Collections.Frozen;

namespace Trellis.Core.Competencies.Search;

/// <summary>What a search found: one page of hits, how many there are, and how they fall into facets.</summary>
public sealed record SearchResult
{
    public static SearchResult Nothing { get; } = new()
    {
        Total = 0,
        Hits = [],
        Facets = new([], [], [], []),
        Corrections = [],
        Suggestions = [],
        Marks = FrozenSet<string>.Empty,
    };

    /// <summary>All hits under the filter, not only those of the page.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<RankedNode> Hits { get; init; }

    public required SearchFacets Facets { get; init; }

    public required IReadOnlyList<Correction> Corrections { get; init; }

    public required IReadOnlyList<Correction> Suggestions { get; init; }

    /// <summary>No node has all the words; these have at least half of them.</summary>
    public bool HasSomeWordsOnly { get; init; }

    /// <summary>The terms that were looked for, for <see cref="Highlight"/>.</summary>
    public required FrozenSet<string> Marks { get; init; }
}

/// <summary>A node that was found, by its place in the index.</summary>
public readonly record struct RankedNode(StatementSegment Segment, int Doc, float Score)
{
    public Guid Id => Segment.IdOf(Doc);
}
