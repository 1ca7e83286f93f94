namespace Trellis.Core.Access;

/// <summary>What an organization is to the workforce system.</summary>
public enum OrganizationKind
{
    Board,
    JobCenter,
    Association,
    Employer,
    TrainingProvider,
    Other,
}

/// <summary>A board, job center, association, employer or college whose people work here. Names are told apart without regard to case.</summary>
public sealed class Organization
{
    public const int LongestName = 150;

    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string NameKey { get; set; }
    public required OrganizationKind Kind { get; set; }
    public bool IsDemo { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    public static string KeyOf(string name) => name.Trim().ToUpperInvariant();
}

/// <summary>Some people of one organization who share rows.</summary>
public sealed class Team
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public required string NameKey { get; set; }
}

/// <summary>That a person belongs to an organization.</summary>
public sealed class Membership
{
    public required Guid PersonId { get; init; }
    public required Guid OrganizationId { get; init; }
}

/// <summary>That a person belongs to a team; such a person belongs to its organization too.</summary>
public sealed class TeamMember
{
    public required Guid TeamId { get; init; }
    public required Guid PersonId { get; init; }
}
