using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>What an adviser wants on the desk.</summary>
/// <param name="WithTeam">Also the customers of colleagues who shared them with a team of the adviser's.</param>
/// <param name="QuietDays">After how many days without contact a customer is named.</param>
public sealed record DeskChoice(bool WithTeam = false, int QuietDays = CaseloadFilter.QuietDays);

/// <summary>
/// A desk with the sealed cards of the customers that it names. One query for each part; of plans only those are opened in which something
/// is due, and names not before they are shown.
/// </summary>
public sealed record DeskRead(Desk Desk, IReadOnlyDictionary<Guid, Customer> Customers)
{
    /// <summary>How many open cases there are, whether something is to be done or not.</summary>
    public int Open => Customers.Values.Count(c => c.State == CustomerState.Open);

    public static async Task<DeskRead> ReadAsync(Db db, PersonalSeal seal, Actor actor, DeskChoice choice, DateTimeOffset now, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (me, organizations) = (actor.Id, actor.Organizations.ToList());
        var listed = CaseloadSearch.Listed(db, actor);
        if (!choice.WithTeam)
            listed = listed.Where(c => c.AdviserId == me);
        var found = await listed.AsNoTracking().Select(c => new
        {
            Customer = c,
            Until = db.CustomerConsents.Where(s => s.CustomerId == c.Id && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null && (s.ToPersonId == null || s.ToPersonId == me)
                && (s.ToOrganizationId == null || organizations.Contains(s.ToOrganizationId.Value))).Max(s => (DateOnly?)s.Until),
        }).ToListAsync(stop);
        var ids = listed.Select(c => c.Id);
        var tasks = (await db.CustomerTasks.AsNoTracking().Where(t => t.DoneAt == null && t.Due <= today && ids.Contains(t.CustomerId)).ToListAsync(stop)).ToLookup(t => t.CustomerId);
        var plans = (await db.CustomerDocuments.Where(d => d.Kind == DocumentKind.Plan && d.NextDue <= today && ids.Contains(d.CustomerId)
                && !db.CustomerDocuments.Any(o => o.CustomerId == d.CustomerId && o.Kind == DocumentKind.Plan && o.Revision > d.Revision))
            .Select(d => new { d.CustomerId, d.Content }).ToListAsync(stop)).ToDictionary(d => d.CustomerId, d => d.Content);
        var cases = found.Where(f => f.Until is not null).Select(f => new DeskCase(f.Customer.Id, Day(f.Customer.ContactAt ?? f.Customer.MadeAt), f.Until!.Value)
        {
            State = f.Customer.State,
            Tasks = [.. tasks[f.Customer.Id]],
            Steps = f.Until >= today && f.Customer.State == CustomerState.Open && plans.TryGetValue(f.Customer.Id, out var plan) ? PlanReader.Read(Utf8.Strict.GetBytes(seal.Open(plan))).Entries : [],
        }).ToList();
        return new(Desk.Of(cases, today, choice.QuietDays), found.ToDictionary(f => f.Customer.Id, f => f.Customer));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
