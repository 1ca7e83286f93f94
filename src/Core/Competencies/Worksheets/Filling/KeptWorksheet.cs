namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>A worksheet over a version of a framework that is kept here and filled in by one person or several.</summary>
public sealed record KeptWorksheet
{
    public const int LongestTitle = 200;
    public const int LongestNote = 4000;

    public required Guid Id { get; init; }

    public required WorksheetKind Kind { get; init; }

    public required int VersionKey { get; init; }

    /// <summary>The parts of the version that are rated, each by code, title or identifier; all where there are none.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    public required string Title { get; init; }

    /// <summary>What it is for, as its maker tells those who fill it in.</summary>
    public string? Note { get; init; }

    /// <summary>The person who made it; null where nobody has an account yet.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The organization whose people see it; null where only its maker does.</summary>
    public Guid? OrganizationId { get; init; }

    public WorksheetState State { get; init; }

    /// <summary>Goes up with each saved change of anything in it.</summary>
    public int Revision { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public required string ChangedBy { get; init; }

    public bool IsOpen => State == WorksheetState.Open;
}

/// <summary>Whether a worksheet still takes values.</summary>
public enum WorksheetState
{
    Open,
    Closed,
}
