using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>
/// A link with which its bearer sets a password, once, within a day. It belongs to a person, or to nobody yet: who uses such a
/// one becomes the first administrator.
/// </summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public required Guid Id { get; init; }
    public required string Hash { get; init; }
    public Guid? PersonId { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>Makes one-time links and takes them in. The secret is known only to who is told it here.</summary>
public sealed class OneTimeLinks(Db db)
{
    /// <summary>A new link of a person; those made before no longer work. Null means the first administrator, whoever that will be.</summary>
    public async Task<string> MakeAsync(Guid? person, Change change, CancellationToken stop = default)
    {
        var token = SecretToken.New();
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        await WithdrawAsync(db, person, change.When, stop);
        db.Add(new OneTimeLink { Id = Guid.NewGuid(), Hash = SecretToken.HashOf(token), PersonId = person, MadeAt = change.When, ExpiresAt = change.When + OneTimeLink.Lasts });
        await write.CommitAsync(AuditEntry.Of(change, "person link", person is { } id ? Actor.WhoOf(id) : "first administrator", null, null), stop);
        return token;
    }

    /// <summary>The link behind a secret; null where it is wrong, used, too old, or its person may no longer come in.</summary>
    public async Task<OneTimeLink?> FindAsync(string? token, DateTimeOffset now, CancellationToken stop = default)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var hash = SecretToken.HashOf(token);
        var link = await db.OneTimeLinks.FirstOrDefaultAsync(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now, stop);
        return link switch
        {
            null => null,
            { PersonId: { } person } => await db.People.AnyAsync(p => p.Id == person && (p.State == PersonState.Invited || p.State == PersonState.Active), stop) ? link : null,
            _ => await Administrators.ExistAsync(db, stop) ? null : link,
        };
    }

    /// <summary>Marks the link as used; false where somebody was faster. Inside the caller's transaction.</summary>
    internal static async Task<bool> UseAsync(Db db, OneTimeLink link, DateTimeOffset now, CancellationToken stop) =>
        await db.OneTimeLinks.Where(l => l.Id == link.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), stop) == 1;

    internal static Task<int> WithdrawAsync(Db db, Guid? person, DateTimeOffset now, CancellationToken stop) =>
        db.OneTimeLinks.Where(l => l.PersonId == person && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), stop);
}
