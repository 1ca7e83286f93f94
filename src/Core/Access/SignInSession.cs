using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>That somebody is signed in at one browser. It ends half an hour after the last page, or twelve hours after it began.</summary>
public sealed class SignInSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The kind of browser and system, for the person to tell sessions apart: "Firefox, Windows".</summary>
    public required string Device { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>Begins, finds and ends sessions.</summary>
public sealed class SignInSessions(Db db)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    public async Task<Guid> BeginAsync(Guid person, string device, Change change, CancellationToken stop = default)
    {
        var session = new SignInSession { Id = Guid.NewGuid(), PersonId = person, Device = device, MadeAt = change.When, SeenAt = change.When };
        await using var transaction = await db.BeginWriteAsync(stop);
        var begun = change.When - SignInSession.Longest;
        await db.SignInSessions.Where(s => s.MadeAt < begun).ExecuteDeleteAsync(stop);
        await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.Failures, 0).SetProperty(x => x.LockedUntil, (DateTimeOffset?)null).SetProperty(x => x.LastSeenAt, change.When), stop);
        db.Add(session);
        db.Add(AuditEntry.Of(change, "person sign-in", Actor.WhoOf(person), null, null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return session.Id;
    }

    /// <summary>Who is signed in by this session; null where it has ended or the person may no longer act.</summary>
    public async Task<Actor?> FindAsync(Guid id, DateTimeOffset now, CancellationToken stop = default)
    {
        var (seen, made) = (now - SignInSession.Idle, now - SignInSession.Longest);
        var session = await db.SignInSessions.FirstOrDefaultAsync(s => s.Id == id && s.SeenAt > seen && s.MadeAt > made, stop);
        if (session is null || await Actor.FindAsync(db, session.PersonId, stop) is not { } actor)
            return null;
        if (now - session.SeenAt > Between)
            await db.SignInSessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop);
        return actor;
    }

    /// <summary>Ends one session of a person; false where the person has none such.</summary>
    public async Task<bool> EndAsync(Guid person, Guid session, Change change, CancellationToken stop = default) =>
        await EndAsync(person, db.SignInSessions.Where(s => s.PersonId == person && s.Id == session), change, stop) > 0;

    /// <summary>Ends all sessions of a person but one.</summary>
    public Task<int> EndOthersAsync(Guid person, Guid kept, Change change, CancellationToken stop = default) =>
        EndAsync(person, db.SignInSessions.Where(s => s.PersonId == person && s.Id != kept), change, stop);

    private async Task<int> EndAsync(Guid person, IQueryable<SignInSession> sessions, Change change, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var ended = await sessions.ExecuteDeleteAsync(stop);
        if (ended > 0)
            db.Add(AuditEntry.Of(change, "person sign-out", Actor.WhoOf(person), null, null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return ended;
    }
}
