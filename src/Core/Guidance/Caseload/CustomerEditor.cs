using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>What an adviser's record of a new customer begins with.</summary>
public sealed record NewCustomer(CustomerCard Card, ConsentWay? Consent, DateOnly? Until)
{
    public Guid? TeamId { get; init; }
}

/// <summary>Makes, closes and deletes records of customers. The audit learns which parts changed, and never what they say.</summary>
public sealed class CustomerEditor(Db db, PersonalSeal seal)
{
    /// <summary>A record that an adviser keeps of somebody who consented to it.</summary>
    public async Task<Guid> MakeAsync(Actor adviser, NewCustomer wanted, Change change, CancellationToken stop = default)
    {
        var problems = CustomerProblems.Of(wanted.Card);
        if (wanted.Consent is null)
            problems.Add(Problem.Rejected("consent-missing", "consent", "Ask the customer first: without consent nothing is kept."));
        problems.AddRange(CustomerProblems.OfUntil(wanted.Until, change));
        if (problems.Count > 0)
            throw new UnusableInputException(problems);
        var team = wanted.TeamId is { } told && adviser.Teams.Contains(told) ? told : (Guid?)null;
        var customer = new Customer { Id = Guid.NewGuid(), AdviserId = adviser.Id, TeamId = team, Card = seal.SealCard(wanted.Card), MadeAt = change.When, ContactAt = change.When };
        await using var write = await AuditedWrite.BeginAsync(db, customer.Subject, stop);
        db.Add(customer);
        await db.SaveChangesAsync(stop);
        db.Add(ConsentEditor.New(new(customer.Id, ConsentPurpose.Guidance, wanted.Consent!.Value, wanted.Until!.Value), change));
        db.Add(AssignmentEditor.New(customer.Id, null, adviser.Id, change));
        await write.CommitAsync(AuditEntry.Of(change, "customer make", customer.Subject, null, JsonSerializer.Serialize(new { consent = wanted.Consent.ToString(), until = wanted.Until }, TextJson.Options)), stop);
        return customer.Id;
    }

    /// <summary>A record in which a person with an account keeps the own profile and plan; the one that is there already where there is one.</summary>
    public async Task<Guid> KeepOwnAsync(Actor person, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Actor.WhoOf(person.Id), stop);
        if (await db.Customers.Where(c => c.PersonId == person.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(stop) is { } there)
            return there;
        var customer = new Customer { Id = Guid.NewGuid(), PersonId = person.Id, Card = seal.SealCard(new(person.Name, [])), MadeAt = change.When };
        db.Add(customer);
        await write.CommitAsync(AuditEntry.Of(change, "customer keep", customer.Subject, null, null), stop);
        return customer.Id;
    }

    /// <summary>Changes the name and the tags.</summary>
    public async Task RenameAsync(Guid id, CustomerCard card, Change change, CancellationToken stop = default)
    {
        if (CustomerProblems.Of(card) is { Count: > 0 } problems)
            throw new UnusableInputException(problems);
        var closed = seal.SealCard(card);
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
        await db.Customers.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Card, closed), stop);
        await write.CommitAsync(AuditEntry.Of(change, "customer rename", Customer.SubjectOf(id), null, null), stop);
    }

    /// <summary>Shares the record with a team of the adviser's, or with none.</summary>
    public async Task ShareAsync(Guid id, Guid? team, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
        await db.Customers.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.TeamId, team), stop);
        await write.CommitAsync(AuditEntry.Of(change, "customer team", Customer.SubjectOf(id), null, JsonSerializer.Serialize(new { team }, TextJson.Options)), stop);
    }

    /// <summary>Closes a case; where the customer allowed to be asked afterwards, the rules say when, and each time becomes a task.</summary>
    public async Task CloseAsync(Guid id, CloseReason reason, IEnumerable<FollowUpRule> rules, Change change, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(change.When.UtcDateTime);
        DateTimeOffset? at = change.When;
        CloseReason? why = reason;
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
        if (await db.Customers.Where(c => c.Id == id && c.State == CustomerState.Open).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.State, CustomerState.Closed).SetProperty(x => x.ClosedAt, at).SetProperty(x => x.CloseReason, why), stop) == 0)
        {
            return;
        }
        var consents = await db.CustomerConsents.Where(s => s.CustomerId == id && s.Purpose == ConsentPurpose.FollowUp).ToListAsync(stop);
        db.AddRange(rules.Select(r => (r.Name, Due: today.AddDays(r.Days))).Where(r => consents.Exists(s => s.Holds(r.Due)))
            .Select(r => new CustomerTask { Id = Guid.NewGuid(), CustomerId = id, Rule = r.Name, Due = r.Due, MadeAt = change.When, Who = change.Who }));
        await write.CommitAsync(AuditEntry.Of(change, "customer close", Customer.SubjectOf(id), null, JsonSerializer.Serialize(new { reason = reason.ToString() }, TextJson.Options)), stop);
    }

    /// <summary>Opens a closed case again; what was to be asked after its end is taken back.</summary>
    public async Task ReopenAsync(Guid id, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
        await db.Customers.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.State, CustomerState.Open)
            .SetProperty(x => x.ClosedAt, (DateTimeOffset?)null).SetProperty(x => x.CloseReason, (CloseReason?)null), stop);
        await db.CustomerTasks.Where(t => t.CustomerId == id && t.Rule != null && t.DoneAt == null).ExecuteDeleteAsync(stop);
        await write.CommitAsync(AuditEntry.Of(change, "customer reopen", Customer.SubjectOf(id), null, null), stop);
    }

    /// <summary>Deletes all that is kept of a customer. The audit's bare fact stays.</summary>
    public async Task DeleteAsync(Guid id, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
        if (await db.Customers.Where(c => c.Id == id).ExecuteDeleteAsync(stop) > 0)
            await write.CommitAsync(AuditEntry.Of(change, "customer delete", Customer.SubjectOf(id), null, null), stop);
    }
}
