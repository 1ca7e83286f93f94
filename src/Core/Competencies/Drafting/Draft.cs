using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// The next version of a framework while people still write it. It stands apart from the versions that readers get, and becomes
/// one of them when it is published.
/// </summary>
public sealed record Draft
{
    public required Guid Id { get; init; }

    public required int FrameworkKey { get; init; }

    /// <summary>The version whose content it began with; null for a new framework.</summary>
    public int? BasedOn { get; init; }

    /// <summary>Draft or in review while it is open; published, or retired where it was given up.</summary>
    public VersionStatus Status { get; init; }

    public Numbering Numbering { get; init; }

    /// <summary>What the edition is to be called; empty for the next number.</summary>
    public string Number { get; init; } = "";

    public required LanguageText Title { get; init; }

    public LanguageText? Description { get; init; }

    public LanguageText? Notice { get; init; }

    /// <summary>The language its statements are written in first: a BCP 47 tag.</summary>
    public required string Language { get; init; }

    public FrameworkKind Kind { get; init; }

    public string Publisher { get; init; } = "";

    public IReadOnlyList<string> Industries { get; init; } = [];

    public IReadOnlyList<string> Champions { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What its writers say of the changes; empty for the summary that is made of them.</summary>
    public string? ChangeSummary { get; init; }

    public string? Extensions { get; init; }

    /// <summary>How many edits were saved: the number of the last one.</summary>
    public int Edits { get; init; }

    /// <summary>Goes up with each change of the fields above, so that two people do not overwrite one another.</summary>
    public int Revision { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The version that it became.</summary>
    public int? PublishedKey { get; init; }

    public bool IsOpen => Status is VersionStatus.Draft or VersionStatus.InReview;
}

/// <summary>Where the numbers of a draft's statements come from.</summary>
public enum Numbering
{
    /// <summary>From their place: docs/building.md, "Numbers".</summary>
    Automatic,

    /// <summary>As they were given; new statements have none.</summary>
    Kept,
}
