using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>A node of a draft. It is never deleted: what was removed, with all below it, can be restored until the draft is published.</summary>
public sealed record DraftStatement
{
    public required Guid DraftId { get; init; }

    public required Guid Id { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>Its order among its siblings, with room between: <see cref="DraftRank"/>.</summary>
    public long Rank { get; init; }

    public StatementKind Kind { get; init; } = StatementKind.Item;

    /// <summary>1 to 9 for a tier, otherwise null; what stands in a tier is told by its place.</summary>
    public int? Tier { get; init; }

    public string? Notation { get; init; }

    public LanguageText? Label { get; init; }

    public required LanguageText Text { get; init; }

    public LanguageText? Notes { get; init; }

    public LanguageTerms? Keywords { get; init; }

    public string? TypeLabel { get; init; }

    public string? Uri { get; init; }

    public string? DerivedFrom { get; init; }

    public string? Extensions { get; init; }

    public bool IsRemoved { get; init; }

    /// <summary>Goes up with each change; an edit that names an older one is refused.</summary>
    public int Revision { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public string ChangedBy { get; init; } = "";

    /// <summary>What it is called where there is room for one line.</summary>
    public LanguageText Title => Label ?? Text;
}

/// <summary>What a draft's statement was at one moment, without who changed it and how often. Equal images say the same.</summary>
public sealed record StatementImage
{
    public required Guid Id { get; init; }
    public Guid? Parent { get; init; }
    public long Rank { get; init; }
    public StatementKind Kind { get; init; }
    public int? Tier { get; init; }
    public string? Notation { get; init; }
    public string? Label { get; init; }
    public required string Text { get; init; }
    public string? Notes { get; init; }
    public string? Keywords { get; init; }
    public string? DerivedFrom { get; init; }
    public bool Removed { get; init; }

    public static StatementImage Of(DraftStatement s) => new()
    {
        Id = s.Id,
        Parent = s.ParentId,
        Rank = s.Rank,
        Kind = s.Kind,
        Tier = s.Tier,
        Notation = s.Notation,
        Label = s.Label?.ToJson(),
        Text = s.Text.ToJson(),
        Notes = s.Notes?.ToJson(),
        Keywords = s.Keywords?.ToJson(),
        DerivedFrom = s.DerivedFrom,
        Removed = s.IsRemoved,
    };

    /// <summary>The statement as it is in this image.</summary>
    public DraftStatement Onto(DraftStatement now) => now with
    {
        ParentId = Parent,
        Rank = Rank,
        Kind = Kind,
        Tier = Tier,
        Notation = Notation,
        Label = Label is null ? null : LanguageText.FromJson(Label),
        Text = LanguageText.FromJson(Text),
        Notes = Notes is null ? null : LanguageText.FromJson(Notes),
        Keywords = Keywords is null ? null : LanguageTerms.FromJson(Keywords),
        DerivedFrom = DerivedFrom,
        IsRemoved = Removed,
    };
}

/// <summary>What one edit changed: each row before and after it. A new row stood before it as a removed one.</summary>
public sealed record DraftChanges(IReadOnlyList<Changed<StatementImage>> Statements, IReadOnlyList<Changed<LinkImage>> Links)
{
    public bool IsEmpty => Statements.Count == 0 && Links.Count == 0;

    public string ToJson() => JsonSerializer.Serialize(this, TextJson.Options);

    public static DraftChanges FromJson(string json) => JsonSerializer.Deserialize<DraftChanges>(json, TextJson.Options)!;

    /// <summary>The rows before or after the edit alone, for the audit.</summary>
    public string Side(Func<Changed<StatementImage>, StatementImage> statement, Func<Changed<LinkImage>, LinkImage> link) =>
        JsonSerializer.Serialize(new { Statements = Statements.Select(statement), Links = Links.Select(link) }, TextJson.Options);
}

/// <summary>A row of a draft before and after an edit.</summary>
public sealed record Changed<T>(T Before, T After);
