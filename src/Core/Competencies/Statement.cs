using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>
/// A node of a framework's tree: a competency, or the tier, block or heading that holds competencies. Its
/// <see cref="Id"/> lasts over all versions; everything else belongs to one version.
/// </summary>
public sealed class Statement
{
    public int VersionKey { get; set; }

    /// <summary>The lasting identifier: a UUID of version 1 to 5.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its one place in the tree. Further parents are <see cref="Alignment"/>s of type isChildOf.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Rank among its siblings, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Rank in the whole tree read from top to bottom, from 0. Its descendants follow it without a gap.</summary>
    public int Ordinal { get; set; }

    /// <summary>How many nodes stand below it at any depth: ordinals Ordinal + 1 to Ordinal + Size.</summary>
    public int Size { get; set; }

    /// <summary>0 at the top.</summary>
    public int Depth { get; set; }

    public StatementKind Kind { get; set; } = StatementKind.Item;

    /// <summary>1 to 9 inside a tiered model, otherwise null.</summary>
    public int? Tier { get; set; }

    /// <summary>The number or code that people see ("4.2.7"). For display only, never a key.</summary>
    public string? Notation { get; set; }

    /// <summary>A short title, where it has one beside its text.</summary>
    public LanguageText? Label { get; set; }

    public required LanguageText Text { get; set; }

    public LanguageText? Notes { get; set; }

    public LanguageTerms? Keywords { get; set; }

    /// <summary>What its source calls this sort of node: "Standard", "Cluster", "Domain".</summary>
    public string? TypeLabel { get; set; }

    /// <summary>The address by which its publisher names it, where there is one.</summary>
    public string? Uri { get; set; }

    /// <summary>The identifier or address of the statement whose words it took.</summary>
    public string? DerivedFrom { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What the source says and this type does not model, as a JSON object; it goes out again.</summary>
    public string? Extensions { get; set; }
}

/// <summary>What a node of the tree is.</summary>
public enum StatementKind
{
    Tier,
    Block,

    /// <summary>A heading over key behaviors, in tiers 1 to 3 and 9.</summary>
    BehaviorGroup,

    /// <summary>What a person does that others can see.</summary>
    KeyBehavior,

    /// <summary>A heading over the main duties of an industry or sector, in tiers 4 and 5.</summary>
    CriticalWorkFunction,

    /// <summary>A heading over bodies of knowledge, in tiers 4 and 5.</summary>
    TechnicalContentArea,

    /// <summary>A competency, a standard, a skill, a task: any statement without a narrower kind.</summary>
    Item,

    /// <summary>A pointer to an occupation, which fills the occupation tiers 6 to 8.</summary>
    Occupation,
}

/// <summary>Facts about <see cref="StatementKind"/>s.</summary>
public static class StatementKinds
{
    /// <summary>Whether a node of this kind says what a person knows or does, rather than naming a place in the tree.</summary>
    public static bool StatesCompetency(this StatementKind kind) => kind is StatementKind.KeyBehavior or StatementKind.Item;
}
