using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Following;

/// <summary>Follows models and drafts, stops doing so, and notes what was seen. What a person reads is the person's own: no audit entry tells it.</summary>
public sealed class FollowEditor(Db db)
{
    public const int MostFollowed = 200;

    /// <summary>Follows a model, or its draft, from now on; who does so already keeps what is new.</summary>
    public async Task FollowAsync(Guid person, string slug, bool draft, string language, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"follows {person}", stop);
        var key = await KeyAsync(slug, stop);
        var held = await db.ModelFollows.Where(f => f.PersonId == person).Select(f => new { f.FrameworkKey, f.IsDraft }).ToListAsync(stop);
        if (held.Exists(f => f.FrameworkKey == key && f.IsDraft == draft))
            return;
        if (held.Count >= MostFollowed)
            throw new UnusableInputException(Problem.Rejected("too-many-followed", "m", "You follow {0} models and drafts already. Stop following one first.", "200"));
        db.Add(new ModelFollow { PersonId = person, FrameworkKey = key, IsDraft = draft, Since = change.When, SeenAt = change.When, MailedAt = change.When, Language = language });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    public async Task UnfollowAsync(Guid person, string slug, bool draft, CancellationToken stop = default)
    {
        var key = await KeyAsync(slug, stop);
        await WriteAsync(() => db.ModelFollows.Where(f => f.PersonId == person && f.FrameworkKey == key && f.IsDraft == draft).ExecuteDeleteAsync(stop), stop);
    }

    /// <summary>Notes that the person has seen all that is new now.</summary>
    public Task SeeAllAsync(Guid person, Change change, CancellationToken stop = default) => WriteAsync(() => db.ModelFollows
        .Where(f => f.PersonId == person).ExecuteUpdateAsync(f => f.SetProperty(x => x.SeenAt, change.When), stop), stop);

    /// <summary>Whether news go out by e-mail too, from now on.</summary>
    public Task SetByMailAsync(Guid person, bool byMail, string language, Change change, CancellationToken stop = default) => WriteAsync(() => db.ModelFollows
        .Where(f => f.PersonId == person).ExecuteUpdateAsync(
            f => f.SetProperty(x => x.ByMail, byMail).SetProperty(x => x.Language, language).SetProperty(x => x.MailedAt, change.When), stop), stop);

    /// <summary>Takes the duty to send this person's news, so that no other node sends them too; false where somebody was faster.</summary>
    public async Task<bool> TakeMailAsync(Guid person, DateTimeOffset before, Change change, CancellationToken stop = default)
    {
        var taken = 0;
        await WriteAsync(async () => taken = await db.ModelFollows.Where(f => f.PersonId == person && f.ByMail && f.MailedAt < before)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.MailedAt, change.When), stop), stop);
        return taken > 0;
    }

    private async Task WriteAsync(Func<Task> write, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await write();
        await transaction.CommitAsync(stop);
    }

    private async Task<int> KeyAsync(string slug, CancellationToken stop) =>
        await db.Frameworks.Where(f => f.Slug == slug).Select(f => (int?)f.Key).FirstOrDefaultAsync(stop)
        ?? throw new UnusableInputException(Problem.Rejected("unknown-model", "m", "There is no published model or version with the name {0}.", slug));
}
