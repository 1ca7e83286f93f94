using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>What the search index reads of a node.</summary>
public sealed record IndexedStatement
{
    public required Guid Id { get; init; }
    public required int Depth { get; init; }
    public required StatementKind Kind { get; init; }
    public int? Tier { get; init; }
    public string? Notation { get; init; }

    /// <summary>Whether it took its words from a statement elsewhere, which should be found before it.</summary>
    public bool IsCopy { get; init; }

    public LanguageText? Label { get; init; }
    public required LanguageText Text { get; init; }
    public LanguageText? Notes { get; init; }
    public LanguageTerms? Keywords { get; init; }

    public static IndexedStatement Of(Statement s) => new()
    {
        Id = s.Id,
        Depth = s.Depth,
        Kind = s.Kind,
        Tier = s.Tier,
        Notation = s.Notation,
        IsCopy = s.DerivedFrom is not null,
        Label = s.Label,
        Text = s.Text,
        Notes = s.Notes,
        Keywords = s.Keywords,
    };
}

/// <summary>The published framework version that a part of the index was built from.</summary>
public sealed record IndexedVersion(int VersionKey, string Slug, LanguageText Title, IReadOnlyList<string> Sectors);
