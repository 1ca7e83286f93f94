using Trellis.Core.Guidance.Planning;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>What is known of one customer on the morning of a day, as far as a desk needs it.</summary>
/// <param name="LastContact">The day of the last contact; of who has had none, the day on which the record was begun.</param>
/// <param name="ConsentUntil">The last day of the consent to guidance.</param>
public sealed record DeskCase(Guid Customer, DateOnly LastContact, DateOnly ConsentUntil)
{
    public CustomerState State { get; init; }

    /// <summary>Tasks that are not done.</summary>
    public IReadOnlyList<CustomerTask> Tasks { get; init; } = [];

    /// <summary>Entries of the plan that have a day and are not done.</summary>
    public IReadOnlyList<PlanEntry> Steps { get; init; } = [];
}

/// <summary>Something that an adviser should know of a customer: a task, a step of the plan, or, where it is neither, the day itself.</summary>
/// <param name="Day">On which it is, was or will be due; where nobody was in touch, the day of the last contact.</param>
public sealed record DeskLine(Guid Customer, DateOnly Day)
{
    public CustomerTask? Task { get; init; }
    public PlanEntry? Step { get; init; }
}

/// <summary>What an adviser's day begins with. docs/formulas.md, "An adviser's day". Pure.</summary>
/// <param name="Today">Tasks and steps of plans that are due today.</param>
/// <param name="Overdue">Those of earlier days, the oldest first.</param>
/// <param name="FollowUps">Questions after the end of a case that are due today or were before.</param>
/// <param name="Ending">Consents that end soon or have ended, the earliest first.</param>
/// <param name="Quiet">Open cases in which nobody was in touch for long, the longest first.</param>
public sealed record Desk(
    IReadOnlyList<DeskLine> Today, IReadOnlyList<DeskLine> Overdue, IReadOnlyList<DeskLine> FollowUps, IReadOnlyList<DeskLine> Ending, IReadOnlyList<DeskLine> Quiet)
{
    public static Desk Of(IReadOnlyCollection<DeskCase> cases, DateOnly today, int quietDays)
    {
        // Nothing is read of a record whose consent has run out, other than that it has.
        var readable = cases.Where(c => c.ConsentUntil >= today).ToList();
        var tasks = readable.SelectMany(c => c.Tasks.Where(t => t.DoneAt is null && t.Due <= today).Select(t => new DeskLine(c.Customer, t.Due) { Task = t })).ToList();
        var steps = readable.Where(c => c.State == CustomerState.Open)
            .SelectMany(c => c.Steps.Where(s => s.Done is null && s.Due <= today).Select(s => new DeskLine(c.Customer, s.Due!.Value) { Step = s }));
        var due = tasks.Where(l => l.Task!.Rule is null).Concat(steps).ToList();
        var open = cases.Where(c => c.State == CustomerState.Open).ToList();
        return new(
            Ordered(due.Where(l => l.Day == today)),
            Ordered(due.Where(l => l.Day < today)),
            Ordered(tasks.Where(l => l.Task!.Rule is not null)),
            Ordered(open.Where(c => c.ConsentUntil <= today.AddDays(CaseloadFilter.EndingDays)).Select(c => new DeskLine(c.Customer, c.ConsentUntil))),
            Ordered(open.Where(c => c.ConsentUntil >= today && today.DayNumber - c.LastContact.DayNumber > quietDays).Select(c => new DeskLine(c.Customer, c.LastContact))));
    }

    private static List<DeskLine> Ordered(IEnumerable<DeskLine> lines) => [.. lines.OrderBy(l => l.Day).ThenBy(l => l.Customer).ThenBy(l => l.Task?.Id)];
}
