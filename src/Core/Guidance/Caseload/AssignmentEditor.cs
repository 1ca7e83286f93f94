using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>Gives customers into other hands: by an offer that the other adviser accepts, or by an administrator, who reads nothing of them.</summary>
public sealed class AssignmentEditor(Db db, PersonalSeal seal)
{
    /// <summary>Offers a customer to a colleague, with a note for them.</summary>
    public async Task OfferAsync(Actor adviser, Customer customer, Guid to, string? note, Change change, CancellationToken stop = default)
    {
        if (!await CaseloadSearch.Colleagues(db, adviser).AnyAsync(p => p.Id == to, stop))
            throw new UnusableInputException(Problem.Rejected("hand-over-adviser", "to", "Choose another adviser of one of your organizations."));
        if (!await AllowsAsync(customer.Id, to, change, stop))
            throw new UnusableInputException(Problem.Rejected("hand-over-consent", "to", "The customer allowed one adviser alone to read this, and has to share it with the other first."));
        var text = string.IsNullOrWhiteSpace(note) ? null : seal.Seal(CustomerProblems.Text(note, CustomerAssignment.LongestNote, "hand-over-note", "Write a note of at most {0} characters."));
        await using var write = await AuditedWrite.BeginAsync(db, customer.Subject, stop);
        if (await db.CustomerAssignments.AnyAsync(a => a.CustomerId == customer.Id && a.Answer == null, stop))
            throw new UnusableInputException(Problem.Rejected("hand-over-open", "to", "This customer is offered to somebody already. Take that back first."));
        db.Add(new CustomerAssignment { Id = Guid.NewGuid(), CustomerId = customer.Id, FromId = customer.AdviserId, ToId = to, Note = text, AskedAt = change.When, AskedBy = change.Who });
        await write.CommitAsync(Entry("customer offer", customer.Id, to, change), stop);
    }

    /// <summary>Takes an offer back; false where none waits.</summary>
    public async Task<bool> TakeBackAsync(Guid customer, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        if (await TakeBackAsync(db, customer, change, stop) == 0)
            return false;
        await write.CommitAsync(AuditEntry.Of(change, "customer keep on", Customer.SubjectOf(customer), null, null), stop);
        return true;
    }

    /// <summary>Answers an offer; accepting makes the actor responsible, and the one before no longer. False where it does not wait any more.</summary>
    public async Task<bool> AnswerAsync(Actor actor, Guid offer, bool isAccepted, Change change, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(change.When.UtcDateTime);
        if (await CaseloadSearch.Offered(db, actor, today).FirstOrDefaultAsync(a => a.Id == offer, stop) is not { } asked)
            return false;
        DateTimeOffset? at = change.When;
        AssignmentAnswer? answer = isAccepted ? AssignmentAnswer.Accepted : AssignmentAnswer.Declined;
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(asked.CustomerId), stop);
        if (await db.CustomerAssignments.Where(a => a.Id == offer && a.Answer == null)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Answer, answer).SetProperty(x => x.AnsweredAt, at), stop) == 0)
        {
            return false;
        }
        if (isAccepted)
            await MoveAsync(asked.CustomerId, actor.Id, stop);
        await write.CommitAsync(Entry(isAccepted ? "customer accept" : "customer decline", asked.CustomerId, actor.Id, change), stop);
        return true;
    }

    /// <summary>Takes a customer who asked an organization of the actor's for an adviser; false where somebody else was faster.</summary>
    public async Task<bool> TakeAsync(Actor actor, Guid customer, Change change, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(change.When.UtcDateTime);
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        if (!await CaseloadSearch.Waiting(db, actor, today).AnyAsync(c => c.Id == customer, stop))
            return false;
        await MoveAsync(customer, actor.Id, stop);
        db.Add(New(customer, null, actor.Id, change));
        await write.CommitAsync(Entry("customer take", customer, actor.Id, change), stop);
        return true;
    }

    /// <summary>Gives all customers of one adviser, or all adviser's records without one (null), to another adviser, as when somebody leaves. Tells how many.</summary>
    public async Task<int> MoveAllAsync(Guid? from, Guid to, Change change, CancellationToken stop = default)
    {
        if (from == to || !await CaseloadSearch.Advisers(db).AnyAsync(p => p.Id == to, stop))
            throw new UnusableInputException(Problem.Rejected("assign-adviser", "to", "Choose another adviser."));
        var moved = await db.Customers.Where(c => c.AdviserId == from && c.PersonId == null).Select(c => c.Id).ToListAsync(stop);
        foreach (var id in moved)
        {
            await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
            await TakeBackAsync(db, id, change, stop);
            await MoveAsync(id, to, stop);
            db.Add(New(id, from, to, change));
            await write.CommitAsync(Entry("customer assign", id, to, change), stop);
        }
        // Somebody who asked an organization waits for another of its advisers again.
        if (from is not null)
            await db.Customers.Where(c => c.AdviserId == from && c.OrganizationId != null).ExecuteUpdateAsync(c => c.SetProperty(x => x.AdviserId, (Guid?)null), stop);
        return moved.Count;
    }

    internal static CustomerAssignment New(Guid customer, Guid? from, Guid to, Change change) => new()
    {
        Id = Guid.NewGuid(),
        CustomerId = customer,
        FromId = from,
        ToId = to,
        AskedAt = change.When,
        AskedBy = change.Who,
        Answer = AssignmentAnswer.Accepted,
        AnsweredAt = change.When,
    };

    internal static Task<int> TakeBackAsync(Db db, Guid customer, Change change, CancellationToken stop)
    {
        DateTimeOffset? at = change.When;
        AssignmentAnswer? answer = AssignmentAnswer.TakenBack;
        return db.CustomerAssignments.Where(a => a.CustomerId == customer && a.Answer == null)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Answer, answer).SetProperty(x => x.AnsweredAt, at), stop);
    }

    private Task<int> MoveAsync(Guid customer, Guid to, CancellationToken stop)
    {
        Guid? adviser = to;
        return db.Customers.Where(c => c.Id == customer).ExecuteUpdateAsync(c => c.SetProperty(x => x.AdviserId, adviser).SetProperty(x => x.TeamId, (Guid?)null), stop);
    }

    private Task<bool> AllowsAsync(Guid customer, Guid to, Change change, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(change.When.UtcDateTime);
        return db.CustomerConsents.AnyAsync(s => s.CustomerId == customer && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null && s.Until >= today
            && (s.ToPersonId == null || s.ToPersonId == to)
            && (s.ToOrganizationId == null || db.Memberships.Any(m => m.PersonId == to && m.OrganizationId == s.ToOrganizationId)), stop);
    }

    private static AuditEntry Entry(string action, Guid customer, Guid to, Change change) =>
        AuditEntry.Of(change, action, Customer.SubjectOf(customer), null, JsonSerializer.Serialize(new { to = Actor.WhoOf(to) }, TextJson.Options));
}
