namespace Trellis.Core.Guidance.Caseload;

/// <summary>What an adviser wrote down of a customer. Notes are not changed, only pinned and removed.</summary>
public sealed class CustomerNote
{
    public const int LongestText = 4000;

    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }
    public required NoteKind Kind { get; init; }

    /// <summary>Sealed.</summary>
    public required string Text { get; init; }
    public bool IsPinned { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
}

/// <summary>What a note is about. A meeting, a call and a message count as contacts.</summary>
public enum NoteKind
{
    Meeting,
    Call,
    Message,
    Note,
    Outcome,
}

/// <summary>Something to do for a customer until a day; one that a rule made has the rule's text.</summary>
public sealed class CustomerTask
{
    public const int LongestText = 200;

    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }

    /// <summary>Sealed; null where a rule made it.</summary>
    public string? Text { get; init; }

    /// <summary>The name of the <see cref="FollowUpRule"/>; null where a person made it.</summary>
    public string? Rule { get; init; }
    public required DateOnly Due { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string Who { get; init; }
}
