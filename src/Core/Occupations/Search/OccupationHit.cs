namespace Trellis.Core.Occupations.Search;

/// <summary>What of an occupation a search text was found in.</summary>
public enum HitKind
{
    /// <summary>Its code.</summary>
    Code,

    /// <summary>Its own name.</summary>
    Title,

    /// <summary>Another name of it.</summary>
    AlternateTitle,

    /// <summary>A name that its workers gave.</summary>
    ReportedTitle,

    /// <summary>A short form of a name.</summary>
    Abbreviation,

    /// <summary>A program that its workers use.</summary>
    Software,

    /// <summary>A tool that its workers use.</summary>
    Tool,

    /// <summary>Something that its workers do.</summary>
    Task,
}

/// <summary>An occupation that a search text may mean, and why.</summary>
public sealed record OccupationHit
{
    /// <summary>The O*NET-SOC code.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required HitKind Kind { get; init; }

    /// <summary>The text that fits best: a title, the name of a tool, a task, or the code.</summary>
    public required string Found { get; init; }

    /// <summary>How many texts of the occupation fit.</summary>
    public required int Texts { get; init; }

    /// <summary>How well it fits beside the other hits of the same search; without unit.</summary>
    public required double Score { get; init; }
}
