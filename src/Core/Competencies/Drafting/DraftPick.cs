using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// A heading or statement of another source on the shopping list of a draft: where it came from, whether it is wanted, and what
/// already says the same.
/// </summary>
public sealed record DraftPick
{
    public required Guid DraftId { get; init; }

    /// <summary>Its place in the list, from 0; what stands below a heading follows it.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The identifier that it will have in the draft.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number of its source in the list, from 1.</summary>
    public required int Source { get; init; }

    /// <summary>What its source is called: "Energy 2", "a pasted text".</summary>
    public required string SourceTitle { get; init; }

    /// <summary>The ordinal of the pick that it stands under.</summary>
    public int? Parent { get; init; }

    public StatementKind Kind { get; init; }

    public int? Tier { get; init; }

    public string? Notation { get; init; }

    public LanguageText? Label { get; init; }

    public required LanguageText Text { get; init; }

    public LanguageText? Notes { get; init; }

    public LanguageTerms? Keywords { get; init; }

    public string? DerivedFrom { get; init; }

    /// <summary>What it is aligned to at its source: a JSON list of <see cref="PickLink"/>.</summary>
    public string? Links { get; init; }

    public bool IsChosen { get; init; } = true;

    /// <summary>What already says the same; null where nothing does.</summary>
    public TwinKind? Twin { get; init; }

    /// <summary>The statement of the draft that says the same.</summary>
    public Guid? TwinId { get; init; }

    /// <summary>The earlier pick that says the same.</summary>
    public int? TwinOrdinal { get; init; }

    /// <summary>How alike the two are, 0 to 1: docs/formulas.md, "Statement likeness".</summary>
    public double? Score { get; init; }

    /// <summary>What a person chose to do about the twin; null while nobody has.</summary>
    public PickChoice? Choice { get; init; }

    public LanguageText Title => Label ?? Text;

    /// <summary>Whether a person still has to say what becomes of it.</summary>
    public bool IsOpen => IsChosen && Twin == TwinKind.Near && Choice is null;
}

/// <summary>A link that a picked statement brings along.</summary>
public sealed record PickLink(string Type, NodeRef Destination);

/// <summary>How a pick is like what stands in the draft, or earlier on the list.</summary>
public enum TwinKind
{
    /// <summary>Equal but for case, accents and punctuation, or known to be the same statement.</summary>
    Same,

    /// <summary>The same meaning in other words.</summary>
    Near,
}

/// <summary>What is to become of a pick that has a twin.</summary>
public enum PickChoice
{
    /// <summary>Both stay, as two statements.</summary>
    KeepBoth,

    /// <summary>One statement, in the words that are there already.</summary>
    MergeKeepingTwin,

    /// <summary>One statement, in the words of the pick.</summary>
    MergeTakingPick,
}
