using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>Notes who opened a customer's record, once each day, so that the customer can be told.</summary>
public sealed class CustomerReads(Db db)
{
    public async Task NoteAsync(Guid customer, Actor reader, Change change, CancellationToken stop = default)
    {
        var day = DateOnly.FromDateTime(change.When.UtcDateTime);
        if (await db.CustomerReads.AnyAsync(r => r.CustomerId == customer && r.ReaderId == reader.Id && r.Day == day, stop))
            return;
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        if (await db.CustomerReads.AnyAsync(r => r.CustomerId == customer && r.ReaderId == reader.Id && r.Day == day, stop))
            return;
        db.Add(new CustomerRead { CustomerId = customer, ReaderId = reader.Id, Day = day, At = change.When });
        await write.CommitAsync(AuditEntry.Of(change, "customer read", Customer.SubjectOf(customer), null, null), stop);
    }
}
