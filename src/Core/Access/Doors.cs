using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>All ways in that a person has open: sessions, keys and links.</summary>
internal static class Doors
{
    /// <summary>Closes them all, inside the caller's transaction.</summary>
    public static async Task CloseAsync(Db db, Guid person, DateTimeOffset now, CancellationToken stop)
    {
        await db.SignInSessions.Where(s => s.PersonId == person).ExecuteDeleteAsync(stop);
        await db.ApiKeys.Where(k => k.PersonId == person && k.RevokedAt == null).ExecuteUpdateAsync(k => k.SetProperty(x => x.RevokedAt, now), stop);
        await OneTimeLinks.WithdrawAsync(db, person, now, stop);
    }
}
