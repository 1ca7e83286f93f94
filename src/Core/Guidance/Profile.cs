using System.Collections.Immutable;

namespace Trellis.Core.Guidance;

/// <summary>
/// What a person tells about themselves to find work that fits: jobs held, schooling, ratings of their skills, interests and what a
/// job must allow. It belongs to the person; a guest's is kept nowhere but in their own browser and files.
/// </summary>
public sealed record Profile
{
    public static readonly Profile Empty = new();

    /// <summary>The latest first, as the person put them.</summary>
    public ImmutableList<PastJob> Jobs { get; init; } = [];

    public EducationLevel? Education { get; init; }

    /// <summary>Diplomas, certificates and licenses.</summary>
    public ImmutableList<HeldCredential> Credentials { get; init; } = [];

    /// <summary>Programs and tools by name.</summary>
    public ImmutableList<string> Technologies { get; init; } = [];

    /// <summary>Languages that the person works in, in their own words.</summary>
    public ImmutableList<string> Languages { get; init; } = [];

    /// <summary>In the order in which they were given; one for each target and rater.</summary>
    public ImmutableList<SkillRating> Ratings { get; init; } = [];

    /// <summary>Answers of the interest inventory, 0 (dislike) to 4 (like), by the id of the item.</summary>
    public ImmutableSortedDictionary<string, int> Interests { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public Constraints Constraints { get; init; } = new();

    /// <summary>What counts for the person when occupations are ranked.</summary>
    public FitChoice Fit { get; init; } = new();

    public bool IsEmpty => Jobs.Count + Credentials.Count + Technologies.Count + Languages.Count + Ratings.Count + Interests.Count == 0
        && Education is null && Constraints == new Constraints() && Fit == new FitChoice();

    /// <summary>The profile with a rating; one by the same rater of the same target gives way.</summary>
    public Profile Rated(SkillRating rating) =>
        this with { Ratings = Ratings.RemoveAll(r => r.Target == rating.Target && r.Rater == rating.Rater).Add(rating) };
}

/// <summary>A job that the person has or had.</summary>
/// <param name="Title">As the person calls it.</param>
/// <param name="OnetSoc">The occupation that the person chose for it; null until they have.</param>
public sealed record PastJob(string Title, string? OnetSoc = null)
{
    /// <summary>How sure the title coder was of the occupation, 0 to 1; null where the person found it otherwise.</summary>
    public double? Confidence { get; init; }

    /// <summary>How long it was held; null where it was not said.</summary>
    public int? Months { get; init; }

    /// <summary>The year in which it ended; null where it goes on or the year was not said.</summary>
    public int? EndYear { get; init; }

    public bool IsCurrent { get; init; }
}

/// <summary>The highest schooling that was finished.</summary>
public enum EducationLevel
{
    LessThanHighSchool,
    HighSchool,
    SomeCollege,
    Certificate,
    Associate,
    Bachelor,
    Master,
    Doctorate,
}

/// <summary>A diploma, certificate or license that the person says to hold.</summary>
public sealed record HeldCredential(string Name, int? Year = null);

/// <summary>How far somebody thinks that the person can do one thing, on the scale 0 (none) to 4 (expert).</summary>
/// <param name="Target">An element of the O*NET content model ("2.A.1.a") or the id of a statement of a model.</param>
public sealed record SkillRating(string Target, int Level, Rater Rater = Rater.Self)
{
    public const int Highest = 4;

    public DateOnly? On { get; init; }

    /// <summary>What it rests on, in the rater's words.</summary>
    public string? Evidence { get; init; }
}

/// <summary>Who rates.</summary>
public enum Rater
{
    Self,
    Adviser,
    Teacher,
    Employer,
}

/// <summary>What a job must allow.</summary>
public sealed record Constraints
{
    /// <summary>A ZIP code or the name of a place.</summary>
    public string? Place { get; init; }

    public int? Miles { get; init; }

    /// <summary>In whole cents a year.</summary>
    public long? PayNeeded { get; init; }

    public Schedules Schedules { get; init; }

    public Transport? Transport { get; init; }

    public bool NeedsChildCare { get; init; }

    public DateOnly? StartOn { get; init; }
}

/// <summary>When the person can work.</summary>
[Flags]
public enum Schedules
{
    None = 0,
    Days = 1,
    Evenings = 2,
    Nights = 4,
    Weekends = 8,
    PartTime = 16,
}

/// <summary>How the person gets to work.</summary>
public enum Transport
{
    Car,
    PublicTransit,
    OnFoot,
}
