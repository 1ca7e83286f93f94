using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>What one rule found: how many records, or how many records' notes, are past their time.</summary>
public sealed record SweptRule(RetentionRule Rule, int Count);

/// <summary>
/// Deletes what is kept of customers longer than the rules say. A person's own record in the own account is not an adviser's to delete: of
/// it only the notes go. The audit keeps the bare fact.
/// </summary>
public sealed class RetentionSweep(Db db)
{
    public async Task<List<SweptRule>> RunAsync(IEnumerable<RetentionRule> rules, bool isDryRun, Change change, CancellationToken stop = default)
    {
        var swept = new List<SweptRule>();
        foreach (var rule in rules)
        {
            var due = await Due(rule, change.When).Select(c => new { c.Id, IsOwn = c.PersonId != null }).ToListAsync(stop);
            swept.Add(new(rule, due.Count));
            foreach (var customer in isDryRun ? [] : due)
                await SweepAsync(customer.Id, rule.Part == RetainedPart.Record && !customer.IsOwn, rule, change, stop);
        }
        return swept;
    }

    /// <summary>The customers of whom the rule wants something gone and has not had it yet.</summary>
    private IQueryable<Customer> Due(RetentionRule rule, DateTimeOffset now)
    {
        var before = now.AddDays(-rule.Days);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var day = today.AddDays(-rule.Days);
        var consents = db.CustomerConsents.Where(s => s.Purpose == ConsentPurpose.Guidance);
        var due = rule.After switch
        {
            RetentionEvent.Closed => db.Customers.Where(c => c.State == CustomerState.Closed && c.ClosedAt < before),
            RetentionEvent.Withdrawn => db.Customers.Where(c => consents.Any(s => s.CustomerId == c.Id)
                && consents.Where(s => s.CustomerId == c.Id).All(s => s.WithdrawnAt != null && s.WithdrawnAt < before)),
            _ => db.Customers.Where(c => consents.Any(s => s.CustomerId == c.Id && s.WithdrawnAt == null)
                && consents.Where(s => s.CustomerId == c.Id && s.WithdrawnAt == null).All(s => s.Until < day)),
        };
        return rule.Part == RetainedPart.Notes
            ? due.Where(c => db.CustomerNotes.Any(n => n.CustomerId == c.Id))
            : due.Where(c => c.PersonId == null || db.CustomerNotes.Any(n => n.CustomerId == c.Id) || db.CustomerTasks.Any(t => t.CustomerId == c.Id));
    }

    private async Task SweepAsync(Guid id, bool isWhole, RetentionRule rule, Change change, CancellationToken stop)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(id), stop);
        await db.CustomerNotes.Where(n => n.CustomerId == id).ExecuteDeleteAsync(stop);
        if (rule.Part == RetainedPart.Record)
            await db.CustomerTasks.Where(t => t.CustomerId == id).ExecuteDeleteAsync(stop);
        if (isWhole)
            await db.Customers.Where(c => c.Id == id).ExecuteDeleteAsync(stop);
        var after = JsonSerializer.Serialize(new { rule = rule.Name }, TextJson.Options);
        await write.CommitAsync(AuditEntry.Of(change, isWhole ? "customer expire" : "customer notes expire", Customer.SubjectOf(id), null, after), stop);
    }
}
