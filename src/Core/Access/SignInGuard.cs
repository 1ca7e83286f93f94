using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>Counts tries to sign in before they are looked at, so that many at once are no more than many one after the other.</summary>
public sealed class SignInGuard(Db db)
{
    /// <summary>Takes one try; false where the account waits. A good sign-in, which begins a session, gives all tries back.</summary>
    public async Task<bool> TakeAsync(Guid person, DateTimeOffset now, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var taken = await db.People.Where(p => p.Id == person && (p.LockedUntil == null || p.LockedUntil <= now))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Failures, x => x.Failures + 1), stop);
        if (taken == 1)
        {
            var failures = await db.People.Where(p => p.Id == person).Select(p => p.Failures).SingleAsync(stop);
            if (LockoutRule.WaitAfter(failures) is { Ticks: > 0 } wait)
            {
                DateTimeOffset? until = now + wait;
                await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.LockedUntil, until), stop);
                db.Add(AuditEntry.Of(new("sign-in", now, "page", "Too many failed tries"), "person lock", Actor.WhoOf(person), null, null));
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }
        }
        await transaction.CommitAsync(stop);
        return taken == 1;
    }

    /// <summary>Gives all tries back after a good one that began no session.</summary>
    public Task<int> GiveBackAsync(Guid person, CancellationToken stop = default) => db.People.Where(p => p.Id == person)
        .ExecuteUpdateAsync(p => p.SetProperty(x => x.Failures, 0).SetProperty(x => x.LockedUntil, (DateTimeOffset?)null), stop);

    /// <summary>Notes that a code was accepted; false where it was the last one already, which somebody may have looked at.</summary>
    public async Task<bool> NoteCodeAsync(Guid person, string code, CancellationToken stop = default)
    {
        var hash = SecretToken.HashOf(code);
        return await db.People.Where(p => p.Id == person && (p.LastCode == null || p.LastCode != hash))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.LastCode, hash), stop) == 1;
    }
}
