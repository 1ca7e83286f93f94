using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Pages.Caseload;

/// <summary>A customer's record as the page shows it, with sealed texts opened and people by their names.</summary>
public sealed record CustomerRecord(Customer Customer, CustomerCard Card)
{
    private const int MostHistory = 60;

    public required List<CustomerConsent> Consents { get; init; }
    public required List<(CustomerNote Note, string Text)> Notes { get; init; }
    public required List<(CustomerTask Task, string? Text)> Tasks { get; init; }
    public required List<CustomerAssignment> Assignments { get; init; }
    public required List<AuditEntry> History { get; init; }
    public required Profile Profile { get; init; }

    /// <summary>The plan as each of its versions ended; the last is the present one.</summary>
    public required List<WorkPlan> Plans { get; init; }
    public required Dictionary<Guid, string> Names { get; init; }

    public WorkPlan Plan => Plans.LastOrDefault() ?? WorkPlan.Empty;

    public CustomerAssignment? Offer => Assignments.Find(a => a.Answer is null);

    public static async Task<CustomerRecord> ReadAsync(Db db, PersonalSeal seal, Customer customer, CancellationToken stop)
    {
        var (id, subject, documents) = (customer.Id, customer.Subject, new DocumentEditor(db, seal));
        var assignments = await db.CustomerAssignments.Where(a => a.CustomerId == id).OrderBy(a => a.AskedAt).ToListAsync(stop);
        var history = await db.AuditEntries.Where(a => a.Subject == subject).OrderByDescending(a => a.When).Take(MostHistory).ToListAsync(stop);
        var notes = await db.CustomerNotes.Where(n => n.CustomerId == id).OrderByDescending(n => n.IsPinned).ThenByDescending(n => n.At).ToListAsync(stop);
        var people = history.Select(h => h.Who).Concat(notes.Select(n => n.Who)).Select(Actor.PersonOf).Concat(assignments.SelectMany(a => new[] { a.FromId, a.ToId }))
            .Append(customer.AdviserId).OfType<Guid>().Distinct().ToList();
        return new(customer, seal.OpenCard(customer.Card))
        {
            Consents = await db.CustomerConsents.Where(s => s.CustomerId == id).OrderBy(s => s.WithdrawnAt != null).ThenByDescending(s => s.GivenAt).ToListAsync(stop),
            Notes = [.. notes.Select(n => (n, seal.Open(n.Text)))],
            Tasks = [.. (await db.CustomerTasks.Where(t => t.CustomerId == id).OrderBy(t => t.DoneAt != null).ThenBy(t => t.Due).ToListAsync(stop)).Select(t => (t, t.Text is { } text ? seal.Open(text) : null))],
            Assignments = assignments,
            History = history,
            Profile = (await documents.ProfileAsync(id, stop)).Value,
            Plans = await documents.PlansAsync(id, stop),
            Names = await db.People.Where(p => people.Contains(p.Id) && p.Name != null).ToDictionaryAsync(p => p.Id, p => p.Name!, stop),
        };
    }
}
