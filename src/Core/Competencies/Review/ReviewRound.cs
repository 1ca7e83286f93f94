namespace Trellis.Core.Competencies.Review;

/// <summary>A time in which invited people judge the statements of a draft one by one.</summary>
public sealed record ReviewRound
{
    public required Guid Id { get; init; }
    public required Guid DraftId { get; init; }
    public required string Title { get; init; }

    /// <summary>What reviewers are told first.</summary>
    public string? Message { get; init; }
    public RoundStatus Status { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required string OpenedBy { get; init; }

    /// <summary>After this no answer is taken.</summary>
    public required DateTimeOffset ClosesAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => Status == RoundStatus.Open && now < ClosesAt;
}

/// <summary>Whether a round still takes answers.</summary>
public enum RoundStatus
{
    Open,
    Closed,
}

/// <summary>
/// One reviewer of a round, known by a secret link alone, of which only the hash is kept, or by an account. Of a person with a link
/// nothing is stored but the organization, where the inviting person wrote one.
/// </summary>
public sealed record ReviewInvitation
{
    public required Guid Id { get; init; }
    public required Guid RoundId { get; init; }

    /// <summary>"Reviewer 3": the order of invitation within the round, from 1.</summary>
    public required int Number { get; init; }
    public required string TokenHash { get; init; }

    /// <summary>Whose account lets the reviewer in; null for a link, and after the account was deleted.</summary>
    public Guid? PersonId { get; init; }
    public string? Organization { get; init; }

    /// <summary>Whether the reviewer allows the version to name the organization.</summary>
    public bool MayBeNamed { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? FirstAnswerAt { get; init; }
    public DateTimeOffset? LastAnswerAt { get; init; }
    public bool IsRevoked { get; init; }
}

/// <summary>What one reviewer says of one statement.</summary>
public sealed record ReviewRating
{
    public const int HighestAnswer = 5;
    public const int HighestLevel = 4;
    public const int LongestComment = 2000;

    public required Guid InvitationId { get; init; }
    public required Guid StatementId { get; init; }
    public required Guid RoundId { get; init; }

    /// <summary>The revision of the statement that was read.</summary>
    public int Revision { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>1 of little importance to 5 critical.</summary>
    public int? Importance { get; init; }

    /// <summary>1 yearly or less to 5 daily.</summary>
    public int? Frequency { get; init; }

    /// <summary>Needed at entry, 0 to 4 on the default scale.</summary>
    public int? Level { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a reviewer wants to become of a statement.</summary>
public enum Verdict
{
    Keep,
    Change,
    Drop,
}

/// <summary>A competency that a reviewer misses.</summary>
public sealed record ReviewProposal
{
    public required Guid Id { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid InvitationId { get; init; }
    public Guid? ParentId { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null while nobody decided.</summary>
    public ProposalDecision? Decision { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
}

/// <summary>What became of a proposal.</summary>
public enum ProposalDecision
{
    Taken,
    Declined,
}

/// <summary>What the model's writers decided on a statement after a round, and why.</summary>
public sealed record ReviewDecision
{
    public required Guid RoundId { get; init; }
    public required Guid StatementId { get; init; }
    public required Verdict Decision { get; init; }
    public string? Why { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
}
