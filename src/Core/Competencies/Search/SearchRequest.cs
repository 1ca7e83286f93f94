namespace Trellis.Core.Competencies.Search;

/// <summary>What a person looks for, and which part of the result to show.</summary>
public sealed record SearchRequest
{
    /// <summary>Hits beyond this rank are counted but not listed: nobody reads them, and sorting them costs time.</summary>
    public const int LastRank = 2000;

    /// <summary>Words, "quoted phrases", -words to leave out, beginnings*, or a notation.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the reader, which decides what a word such as "sea" is.</summary>
    public string Language { get; init; } = "en";

    public SearchFilter Filter { get; init; } = new();

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;

    /// <summary>How many hits to pass over, where that is not a whole number of pages.</summary>
    public int? Offset { get; init; }

    internal int First => Offset ?? (Page - 1) * PageSize;
}

/// <summary>What hits must be; null is any.</summary>
public sealed record SearchFilter
{
    /// <summary>A NAICS sector, see <see cref="IndustrySector"/>.</summary>
    public string? Industry { get; init; }
    public int? Tier { get; init; }
    public StatementKind? Kind { get; init; }

    /// <summary>The slug of a framework.</summary>
    public string? Framework { get; init; }
}
