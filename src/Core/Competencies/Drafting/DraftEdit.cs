namespace Trellis.Core.Competencies.Drafting;

/// <summary>One saved edit of a draft, by its number in the draft, with what it takes to undo it.</summary>
public sealed record DraftEdit
{
    public required Guid DraftId { get; init; }

    public required int Sequence { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The command's name: "reword", "move".</summary>
    public required string Act { get; init; }

    /// <summary>The statement it was about; null where it was about many.</summary>
    public Guid? StatementId { get; init; }

    /// <summary><see cref="DraftChanges"/> as JSON.</summary>
    public required string Changes { get; init; }

    public bool IsUndone { get; init; }
}

/// <summary>What became of an edit.</summary>
/// <param name="Outcome">Whether it was saved.</param>
/// <param name="Edits">The number of the draft's last edit.</param>
/// <param name="Statement">The statement it was about, as it is now; null where it was about none.</param>
public sealed record EditResult(EditOutcome Outcome, int Edits, DraftStatement? Statement);

/// <summary>Whether an edit was saved.</summary>
public enum EditOutcome
{
    Saved,

    /// <summary>All was already as the edit wants it.</summary>
    Unchanged,

    /// <summary>Somebody else changed the statement since it was read; nothing was written.</summary>
    Stale,
}
