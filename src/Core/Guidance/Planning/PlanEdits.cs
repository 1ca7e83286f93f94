namespace Trellis.Core.Guidance.Planning;

/// <summary>
/// The changes of a plan. The first after somebody has signed begins a new version; from then on each is recorded, so that both can agree to
/// it and sign again. What was reached, and re-assessments, are progress: they change no agreement. Pure.
/// </summary>
public static class PlanEdits
{
    public static Plan WithPeople(this Plan plan, string? participant, string? adviser, DateOnly on) =>
        plan.Participant == participant && plan.Adviser == adviser ? plan
        : plan.Changed(on, PlanChangeKind.People, string.Join(", ", new[] { participant, adviser }.OfType<string>())) with { Participant = participant, Adviser = adviser };

    /// <summary>Sets the goal and the snapshot that belongs to it; snapshots of another goal go.</summary>
    public static Plan WithGoal(this Plan plan, PlanGoal goal, GapSnapshot gap) =>
        plan.Goal?.Code == goal.Code ? plan : plan.Changed(gap.On, PlanChangeKind.Goal, goal.Title) with { Goal = goal, Gaps = [gap] };

    public static Plan Reassessed(this Plan plan, GapSnapshot gap) =>
        plan with { Gaps = plan.Gaps.Count < PlanReader.MostGaps ? plan.Gaps.Add(gap) : plan.Gaps.SetItem(plan.Gaps.Count - 1, gap) };

    public static Plan With(this Plan plan, PlanEntry entry, DateOnly on) =>
        plan.Changed(on, PlanChangeKind.Added, entry.Text) with { Entries = plan.Entries.Add(entry) };

    public static Plan WithoutEntry(this Plan plan, int place, DateOnly on) =>
        plan.Changed(on, PlanChangeKind.Removed, plan.Entries[place].Text) with { Entries = plan.Entries.RemoveAt(place) };

    /// <summary>Says that something was reached on this day, or, said again, that it was not.</summary>
    public static Plan WithDone(this Plan plan, int place, DateOnly on) =>
        plan with { Entries = plan.Entries.SetItem(place, plan.Entries[place] with { Done = plan.Entries[place].Done is null ? on : null }) };

    /// <summary>Takes a program into the comparison; one that is there already stays as it was.</summary>
    public static Plan With(this Plan plan, ConsideredProgram program, DateOnly on) =>
        plan.Programs.Exists(p => p.Id == program.Id) ? plan : plan.Changed(on, PlanChangeKind.Added, program.Name) with { Programs = plan.Programs.Add(program) };

    public static Plan WithoutProgram(this Plan plan, int place, DateOnly on) =>
        plan.Changed(on, PlanChangeKind.Removed, plan.Programs[place].Name) with { Programs = plan.Programs.RemoveAt(place) };

    public static Plan Choosing(this Plan plan, int place, string? reason, DateOnly on) =>
        plan.Changed(on, PlanChangeKind.Chosen, plan.Programs[place].Name) with
        {
            Programs = [.. plan.Programs.Select((p, i) => p with { IsChosen = i == place, Reason = i == place ? reason : null })],
        };

    public static Plan With(this Plan plan, PlanMoney money, DateOnly on) =>
        plan.Changed(on, PlanChangeKind.Added, money.Text) with { Money = plan.Money.Add(money) };

    public static Plan WithoutMoney(this Plan plan, int place, DateOnly on) =>
        plan.Changed(on, PlanChangeKind.Removed, plan.Money[place].Text) with { Money = plan.Money.RemoveAt(place) };

    /// <summary>Signs the plan as it is; who signs the same version again only changes the name.</summary>
    public static Plan SignedBy(this Plan plan, PlanSigner signer, string name, DateOnly on) =>
        plan with { Signatures = plan.Signatures.RemoveAll(s => s.Signer == signer && s.Version == plan.Version).Add(new(signer, name, on, plan.Version)) };

    private static Plan Changed(this Plan plan, DateOnly on, PlanChangeKind kind, string about)
    {
        var version = plan.IsSigned ? plan.Version + 1 : plan.Version;
        return version == 1 ? plan : plan with { Version = version, Changes = plan.Changes.Add(new(version, on, kind, about)) };
    }
}
