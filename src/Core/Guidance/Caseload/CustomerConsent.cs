namespace Trellis.Core.Guidance.Caseload;

/// <summary>
/// That a customer allows something to be kept and read, for one purpose, until a day, and perhaps by one adviser or one organization alone.
/// It ends at once where it is withdrawn.
/// </summary>
public sealed class CustomerConsent
{
    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }
    public required ConsentPurpose Purpose { get; init; }
    public required ConsentWay Way { get; init; }

    /// <summary>The one adviser who may read; null where whoever is responsible may.</summary>
    public Guid? ToPersonId { get; init; }

    /// <summary>The organization whose advisers may read; null where it is not limited so.</summary>
    public Guid? ToOrganizationId { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
    public required string GivenBy { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Until { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawnBy { get; init; }

    public bool Holds(DateOnly today) => WithdrawnAt is null && Until >= today;
}

/// <summary>What a consent is for.</summary>
public enum ConsentPurpose
{
    /// <summary>Keeping profile, plan and notes, and reading them to advise.</summary>
    Guidance,

    /// <summary>Telling training providers who is coming and why.</summary>
    Training,

    /// <summary>Telling employers of a candidate.</summary>
    Jobs,

    /// <summary>Getting in touch after the case was closed.</summary>
    FollowUp,
}

/// <summary>How a consent was given.</summary>
public enum ConsentWay
{
    Spoken,

    /// <summary>Signed on paper.</summary>
    OnPaper,

    /// <summary>By the person, signed in.</summary>
    Online,
}
