using System.Collections.Immutable;

namespace Trellis.Core.Guidance.Planning;

/// <summary>
/// An individual employment plan: what a person aims at, what is missing, and who does what until when. It belongs to the person; a guest's
/// is kept nowhere but in their own browser and files.
/// </summary>
public sealed record Plan
{
    public static readonly Plan Empty = new();

    /// <summary>1 at first; one more with the first change after somebody has signed.</summary>
    public int Version { get; init; } = 1;

    public string? Participant { get; init; }

    public string? Adviser { get; init; }

    public PlanGoal? Goal { get; init; }

    /// <summary>How the person stood to the goal: when the plan began, and at each re-assessment since.</summary>
    public ImmutableList<GapSnapshot> Gaps { get; init; } = [];

    /// <summary>In the order in which they were put in.</summary>
    public ImmutableList<PlanEntry> Entries { get; init; } = [];

    /// <summary>The programs that were compared; at most one of them is chosen.</summary>
    public ImmutableList<ConsideredProgram> Programs { get; init; } = [];

    public ImmutableList<PlanMoney> Money { get; init; } = [];

    public ImmutableList<PlanSignature> Signatures { get; init; } = [];

    /// <summary>What was changed after somebody had signed, the oldest first.</summary>
    public ImmutableList<PlanChange> Changes { get; init; } = [];

    public bool IsEmpty => Goal is null && Participant is null && Adviser is null && Entries.Count + Programs.Count + Money.Count + Signatures.Count == 0;

    /// <summary>Whether anybody has signed the plan as it is now.</summary>
    public bool IsSigned => Signatures.Exists(s => s.Version == Version);

    public ConsideredProgram? Chosen => Programs.Find(p => p.IsChosen);

    /// <summary>The first day, past or to come, on which something is due that is not done; null where nothing has a day.</summary>
    public DateOnly? NextDue => Entries.Where(e => e.Done is null).Min(e => e.Due);
}

/// <summary>The occupation that a plan aims at, and the competency model that it is measured by besides.</summary>
/// <param name="Code">O*NET-SOC.</param>
public sealed record PlanGoal(string Code, string Title)
{
    /// <summary>The model that names the occupation; null where none does.</summary>
    public string? Model { get; init; }

    /// <summary>The version of the model that was in force.</summary>
    public string? ModelVersion { get; init; }
}

/// <summary>Something that a plan holds, by its kind.</summary>
public enum PlanEntryKind
{
    Objective,
    Service,
    Support,
    Barrier,
    FollowUp,
}

/// <summary>Who has to see to something.</summary>
public enum PlanParty
{
    Participant,
    Adviser,
    Provider,
    Partner,
}

/// <summary>An objective, a service, a support, a barrier or a meeting.</summary>
public sealed record PlanEntry(PlanEntryKind Kind, string Text, PlanParty Who)
{
    public DateOnly? Due { get; init; }

    /// <summary>The day on which it was reached or settled.</summary>
    public DateOnly? Done { get; init; }
}

/// <summary>A cost of the plan, or money that pays for it. In whole cents.</summary>
public sealed record PlanMoney(string Text, long Cents, bool IsFunding)
{
    /// <summary>Whether the money has been granted; of no meaning for a cost.</summary>
    public bool IsGranted { get; init; }
}

/// <summary>Who signs a plan.</summary>
public enum PlanSigner
{
    Participant,
    Adviser,
}

/// <summary>A typed signature under one version of a plan.</summary>
public sealed record PlanSignature(PlanSigner Signer, string Name, DateOnly On, int Version);

/// <summary>What happened to a part of a plan.</summary>
public enum PlanChangeKind
{
    Added,
    Removed,
    Chosen,
    Goal,
    People,
}

/// <summary>A change that was made after somebody had signed.</summary>
/// <param name="About">What was changed, in the words of the plan.</param>
public sealed record PlanChange(int Version, DateOnly On, PlanChangeKind Kind, string About);
