namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>
/// What a job asks of a person: statements of one version of a framework with the level and importance of each. Once published it never
/// changes; a newer one takes its place.
/// </summary>
public sealed record RequirementProfile
{
    public required Guid Id { get; init; }
    public required RequirementKind Kind { get; init; }
    public RequirementStatus Status { get; init; }

    /// <summary>The version whose statements it names.</summary>
    public required int VersionKey { get; init; }
    public required string Title { get; init; }

    /// <summary>What readers should know of it, such as how the employers were chosen.</summary>
    public string? Note { get; init; }

    /// <summary>The O*NET-SOC code of the occupation, where one was named.</summary>
    public string? OnetSoc { get; init; }

    /// <summary>The employer worksheet it was made from.</summary>
    public Guid? WorksheetId { get; init; }

    /// <summary>How many employers rated the worksheet; null where it was made without one.</summary>
    public int? Employers { get; init; }

    /// <summary>1 for the first, 2 for the one that takes its place.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The profile in whose place this one comes once it is published.</summary>
    public Guid? ReplacesId { get; init; }
    public Guid? OwnerId { get; init; }
    public Guid? OrganizationId { get; init; }

    /// <summary>How many statements it asks for.</summary>
    public int Items { get; init; }

    /// <summary>How often it was saved.</summary>
    public int Revision { get; init; } = 1;
    public string? Employer { get; init; }
    public string? JobTitle { get; init; }
    public string? Place { get; init; }
    public long? PayFrom { get; init; }
    public long? PayTo { get; init; }
    public PayUnit? PayPer { get; init; }
    public int? Openings { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The job of a job order; null for every other kind.</summary>
    public JobFacts? Job => Kind == RequirementKind.JobOrder ? new(Employer, JobTitle, Place, new(PayFrom, PayTo, PayPer), Openings, ClosesOn) : null;

    /// <summary>Whether a person may set themselves beside it on a day: a job order ends with its last day.</summary>
    public bool IsOpen(DateOnly today) => Status == RequirementStatus.Published && !(ClosesOn < today);
}

/// <summary>Where a requirement profile comes from.</summary>
public enum RequirementKind
{
    /// <summary>From the answers of employers on a worksheet.</summary>
    Consensus,

    /// <summary>What one employer asks of whoever fills one job.</summary>
    JobOrder,

    /// <summary>Chosen by whoever made it.</summary>
    OwnChoice,
}

/// <summary>Where a requirement profile stands between its first writing and its end.</summary>
public enum RequirementStatus
{
    /// <summary>Seen by its organization alone.</summary>
    Draft,
    Published,

    /// <summary>A newer one took its place.</summary>
    Superseded,

    /// <summary>Withdrawn; links to it still lead somewhere.</summary>
    Retired,
}

/// <summary>A statement that a requirement profile asks for.</summary>
public sealed record RequirementItem
{
    public required Guid ProfileId { get; init; }
    public required Guid StatementId { get; init; }

    /// <summary>0 to 4; null where nobody said.</summary>
    public int? Importance { get; init; }

    /// <summary>1 to 4 on the default scale.</summary>
    public required int Level { get; init; }

    /// <summary>How many employers stand behind the level; null where none was asked.</summary>
    public int? Employers { get; init; }
}
