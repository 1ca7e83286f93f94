namespace Trellis.Core.Guidance.Caseload;

/// <summary>That somebody became, or was asked to become, responsible for a customer.</summary>
public sealed class CustomerAssignment
{
    public const int LongestNote = 1000;

    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }

    /// <summary>Who was responsible before; null for the first.</summary>
    public Guid? FromId { get; init; }
    public required Guid ToId { get; init; }

    /// <summary>What the one tells the other, sealed.</summary>
    public string? Note { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string AskedBy { get; init; }

    /// <summary>Null while the other has not answered.</summary>
    public AssignmentAnswer? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>What became of a hand-over.</summary>
public enum AssignmentAnswer
{
    Accepted,
    Declined,

    /// <summary>Taken back by the one who offered it.</summary>
    TakenBack,
}
