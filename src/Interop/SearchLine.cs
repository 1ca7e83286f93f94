using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;

namespace Trellis.Interop;

/// <summary>A statement that a search found, as scripts and programs read it: itself, where it stands, and what it was found by.</summary>
public sealed record SearchLine : StatementLine
{
    private const int Decimals = 3;

    private SearchLine(StatementLine line) : base(line) { }

    /// <summary>The model's name in addresses, and its title.</summary>
    public required string Model { get; init; }
    public required string ModelTitle { get; init; }

    /// <summary>The titles of the nodes above it, from the top.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Its rank among the results of this one search; scores of two searches cannot be compared.</summary>
    public required double Score { get; init; }
    public required IReadOnlyList<HitReason> Reasons { get; init; }

    public static SearchLine Of(SearchHit hit, SearchResult result, string language) => new(StatementLine.Of(hit.Statement, language))
    {
        Model = hit.Slug,
        ModelTitle = hit.ModelTitle.In(language),
        Path = [.. hit.Path.Select(s => (s.Label ?? s.Text).In(language))],
        Score = Math.Round(hit.Score, Decimals),
        Reasons = HitReason.Of(hit.Statement, result.Marks),
    };
}
