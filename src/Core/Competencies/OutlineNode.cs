using System.Linq.Expressions;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>A node of a framework as lists and pictures show it, without what only its own page tells.</summary>
public sealed class OutlineNode
{
    public required Guid Id { get; init; }

    public Guid? ParentId { get; init; }

    public int Ordinal { get; init; }

    public int Size { get; init; }

    public int Depth { get; init; }

    public StatementKind Kind { get; init; }

    public int? Tier { get; init; }

    public string? Notation { get; init; }

    public LanguageText? Label { get; init; }

    public required LanguageText Text { get; init; }

    public string? TypeLabel { get; init; }

    /// <summary>The nodes below it that were read with it; <see cref="Size"/> tells whether there are more.</summary>
    public List<OutlineNode> Children { get; } = [];

    /// <summary>How many competencies stand in it, itself too; all nodes below it where nobody counted finer.</summary>
    public int Statements { get; internal set; }

    /// <summary>What it is called where there is room for one line.</summary>
    public LanguageText Title => Label ?? Text;

    public bool IsWithin(OutlineNode other) => Ordinal >= other.Ordinal && Ordinal <= other.Ordinal + other.Size;

    internal static Expression<Func<Statement, OutlineNode>> FromStatement { get; } = s => new()
    {
        Id = s.Id,
        ParentId = s.ParentId,
        Ordinal = s.Ordinal,
        Size = s.Size,
        Depth = s.Depth,
        Kind = s.Kind,
        Tier = s.Tier,
        Notation = s.Notation,
        Label = s.Label,
        Text = s.Text,
        TypeLabel = s.TypeLabel,
        Statements = s.Size,
    };
}
