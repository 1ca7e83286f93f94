using System.Collections.Immutable;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>
/// Somebody whose profile and plan are kept here: a person with an account, or one of whom an adviser keeps a record. What tells who it is
/// is sealed; the row itself holds identifiers and days alone.
/// </summary>
public sealed class Customer
{
    public required Guid Id { get; init; }

    /// <summary>The account of the customer's own; null where there is only the adviser's record.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Who is responsible; null while nobody is.</summary>
    public Guid? AdviserId { get; init; }

    /// <summary>The team whose other members may help too.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>The organization that the customer asked for an adviser.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>A <see cref="CustomerCard"/>, sealed.</summary>
    public required string Card { get; init; }

    public CustomerState State { get; init; }
    public CloseReason? CloseReason { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The last time that an adviser noted a contact.</summary>
    public DateTimeOffset? ContactAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What the audit calls a customer.</summary>
    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Guid id) => $"customer {id:D}";
}

/// <summary>Whether somebody is being served.</summary>
public enum CustomerState
{
    Open,
    Closed,
}

/// <summary>Why a case was closed.</summary>
public enum CloseReason
{
    Employed,
    InTraining,
    Moved,
    NoContact,
    Other,
}

/// <summary>What a customer is called, and the words by which an adviser finds them again.</summary>
public sealed record CustomerCard(string Name, ImmutableList<string> Tags)
{
    public const int LongestName = 100;
    public const int LongestTag = 40;
    public const int MostTags = 10;
}
