using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies.Following;
using Trellis.Core.Storage;

namespace Trellis.Web.Mail;

/// <summary>Writes, once a day to each person who wants it, what is new of the models that the person follows.</summary>
public sealed class NewsMail(DbSource source, Letters letters, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(24);

    /// <summary>Writes a letter to everybody who wants one and has news; how many were written.</summary>
    /// <param name="root">The address of this installation, without a slash at its end.</param>
    public async Task<int> WriteAsync(string root, CancellationToken stop = default)
    {
        await using var db = source.Open();
        var now = clock.GetUtcNow();
        var (news, editor, written) = (new FollowNews(db), new FollowEditor(db), 0);
        foreach (var id in await news.DueAsync(now - Between, stop))
        {
            if (await Actor.FindAsync(db, id, stop) is not { } actor)
                continue;
            var found = (await news.ReadAsync(id, FollowNews.SeesDrafts(actor), sinceMailed: true, stop)).FindAll(f => f.HasNews && f.Follow.ByMail);
            var person = await db.People.FirstAsync(p => p.Id == id, stop);
            // Who has nothing new is looked at again in an hour.
            if (found.Count == 0 || !await editor.TakeMailAsync(id, now - Between, new("Trellis", now, "start", "News by e-mail"), stop))
                continue;
            await letters.TellNewsAsync(person, found, root, stop);
            written++;
        }
        return written;
    }
}
