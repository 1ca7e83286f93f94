using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>
/// Deletes everything personal of an account: name, address, password, second factor, sessions, keys, memberships and roles. What
/// stays is an identifier without meaning, because the audit names it and never changes.
/// </summary>
public sealed class PersonRetirement(Db db)
{
    /// <summary>Retires one account; false where there is none that is not retired.</summary>
    public async Task<bool> RetireAsync(Guid id, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == id && p.State != PersonState.Retired, stop);
        if (person is null)
            return false;
        await Administrators.CheckOthersAsync(db, id, stop);
        await db.People.Where(p => p.Id == id).ExecuteDeleteAsync(stop);
        db.Add(new Person { Id = id, State = PersonState.Retired, SecurityStamp = "", MadeAt = person.MadeAt, IsDemo = person.IsDemo });
        await write.CommitAsync(AuditEntry.Of(change, "person retire", Actor.WhoOf(id), null, null), stop);
        return true;
    }

    /// <summary>The accounts that nobody has used since that day. Administrators stay, so that an installation is never without.</summary>
    public Task<List<Guid>> UnusedSinceAsync(DateTimeOffset day, CancellationToken stop = default) =>
        db.People.Where(p => p.State != PersonState.Retired && p.MadeAt < day && (p.LastSeenAt == null || p.LastSeenAt < day)
                && !db.PersonRoles.Any(r => r.PersonId == p.Id && r.Role == Role.Administrator))
            .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
}
