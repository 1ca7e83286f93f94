using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>What a customer allows, until when.</summary>
public sealed record GivenConsent(Guid CustomerId, ConsentPurpose Purpose, ConsentWay Way, DateOnly? Until)
{
    public Guid? ToPersonId { get; init; }
    public Guid? ToOrganizationId { get; init; }
}

/// <summary>Records consents and their end. A withdrawal counts with the next request of anybody.</summary>
public sealed class ConsentEditor(Db db)
{
    /// <summary>Notes a consent; an earlier one for the same purpose and reader gives way to it.</summary>
    public async Task GiveAsync(GivenConsent given, Change change, CancellationToken stop = default)
    {
        if (CustomerProblems.OfUntil(given.Until, change).ToList() is { Count: > 0 } problems)
            throw new UnusableInputException(problems);
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(given.CustomerId), stop);
        await EndAsync(db.CustomerConsents.Where(s => s.CustomerId == given.CustomerId && s.Purpose == given.Purpose
            && s.ToPersonId == given.ToPersonId && s.ToOrganizationId == given.ToOrganizationId), change, stop);
        db.Add(New(given, change));
        await write.CommitAsync(Entry("customer consent", given.CustomerId, given.Purpose, change), stop);
    }

    /// <summary>
    /// A person with an account shares the own record with one adviser, who becomes responsible where nobody is, or with an organization,
    /// of which an adviser may then take it.
    /// </summary>
    public async Task ShareAsync(GivenConsent given, Change change, CancellationToken stop = default)
    {
        var (person, organization) = (given.ToPersonId, given.ToOrganizationId);
        if ((person is null) == (organization is null)
            || (person is { } adviser && !await CaseloadSearch.Advisers(db).AnyAsync(p => p.Id == adviser, stop))
            || (organization is { } place && !await db.Organizations.AnyAsync(o => o.Id == place, stop)))
        {
            throw new UnusableInputException(Problem.Rejected("share-with", "with", "Choose an adviser or an organization."));
        }
        if (CustomerProblems.OfUntil(given.Until, change).ToList() is { Count: > 0 } problems)
            throw new UnusableInputException(problems);
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(given.CustomerId), stop);
        await EndAsync(db.CustomerConsents.Where(s => s.CustomerId == given.CustomerId && s.Purpose == given.Purpose), change, stop);
        db.Add(New(given, change));
        if (given.Purpose == ConsentPurpose.Guidance)
            await AssignAsync(given, change, stop);
        await write.CommitAsync(Entry("customer consent", given.CustomerId, given.Purpose, change), stop);
    }

    /// <summary>Ends a consent; false where there is none that holds. With the consent to guidance, nobody is responsible any more.</summary>
    public async Task<bool> WithdrawAsync(Guid customer, Guid consent, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        var purpose = await db.CustomerConsents.Where(s => s.CustomerId == customer && s.Id == consent).Select(s => (ConsentPurpose?)s.Purpose).FirstOrDefaultAsync(stop);
        if (purpose is null || await EndAsync(db.CustomerConsents.Where(s => s.Id == consent), change, stop) == 0)
            return false;
        if (purpose == ConsentPurpose.Guidance)
        {
            await AssignmentEditor.TakeBackAsync(db, customer, change, stop);
            await db.Customers.Where(c => c.Id == customer && c.PersonId != null).ExecuteUpdateAsync(c => c.SetProperty(x => x.AdviserId, (Guid?)null)
                .SetProperty(x => x.TeamId, (Guid?)null).SetProperty(x => x.OrganizationId, (Guid?)null), stop);
        }
        await write.CommitAsync(Entry("customer withdraw", customer, purpose.Value, change), stop);
        return true;
    }

    internal static CustomerConsent New(GivenConsent given, Change change) => new()
    {
        Id = Guid.NewGuid(),
        CustomerId = given.CustomerId,
        Purpose = given.Purpose,
        Way = given.Way,
        ToPersonId = given.ToPersonId,
        ToOrganizationId = given.ToOrganizationId,
        GivenAt = change.When,
        GivenBy = change.Who,
        Until = given.Until!.Value,
    };

    private async Task AssignAsync(GivenConsent given, Change change, CancellationToken stop)
    {
        var before = await db.Customers.Where(c => c.Id == given.CustomerId).Select(c => c.AdviserId).FirstOrDefaultAsync(stop);
        await AssignmentEditor.TakeBackAsync(db, given.CustomerId, change, stop);
        // Who was responsible before is not the one whom the person chose now.
        await db.Customers.Where(c => c.Id == given.CustomerId).ExecuteUpdateAsync(c => c.SetProperty(x => x.AdviserId, given.ToPersonId)
            .SetProperty(x => x.TeamId, (Guid?)null).SetProperty(x => x.OrganizationId, given.ToOrganizationId), stop);
        if (given.ToPersonId is { } adviser && adviser != before)
            db.Add(AssignmentEditor.New(given.CustomerId, before, adviser, change));
    }

    private static Task<int> EndAsync(IQueryable<CustomerConsent> consents, Change change, CancellationToken stop)
    {
        DateTimeOffset? at = change.When;
        return consents.Where(s => s.WithdrawnAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.WithdrawnAt, at).SetProperty(x => x.WithdrawnBy, change.Who), stop);
    }

    private static AuditEntry Entry(string action, Guid customer, ConsentPurpose purpose, Change change) =>
        AuditEntry.Of(change, action, Customer.SubjectOf(customer), null, JsonSerializer.Serialize(new { purpose = purpose.ToString() }, TextJson.Options));
}
