using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Trellis.Core.Access;
using Trellis.Core.Competencies.Following;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Mail;
using Trellis.Web.Api;
using static Trellis.Web.Reading;

namespace Trellis.Web.Mail;

/// <summary>The messages that Trellis writes to people, into the outbox. Invented people and those without an address get none.</summary>
public sealed class Letters(Outbox outbox, MailSettings settings, IStringLocalizer<Words> T)
{
    /// <summary>Whether what is written will be sent, and not only wait for somebody to do so.</summary>
    public bool AreSent => settings.Sends;

    /// <summary>The one-time link of a person who was invited or has forgotten the password.</summary>
    public Task SendLinkAsync(Person person, string link, CancellationToken stop) => WriteAsync(
        person, T["Your link to Trellis"], [T["With this link you set your password. It works once, for a day:"], link, T["If you did not expect this message, do nothing."]], stop);

    /// <summary>Asks each of these people to review, with the address at which they answer.</summary>
    public async Task AskToReviewAsync(HttpContext http, Db db, ReviewRound round, IReadOnlyList<Guid> people)
    {
        var stop = http.RequestAborted;
        var invited = await db.ReviewInvitations.Where(i => i.RoundId == round.Id && i.PersonId != null && people.Contains(i.PersonId.Value))
            .Join(db.People, i => i.PersonId, p => p.Id, (i, p) => new { i.Id, Person = p }).ToListAsync(stop);
        var draft = await db.Drafts.Where(d => d.Id == round.DraftId).Select(d => d.Title).FirstOrDefaultAsync(stop);
        var root = http.RequestServices.GetRequiredService<PublicAddress>().Of(http.Request);
        foreach (var one in invited)
        {
            await WriteAsync(one.Person, T["You are asked to review: {0}", Plain(draft!)],
                [T["Please say for each statement whether to keep it, change it or drop it, until {0}.", Day(round.ClosesAt.AddDays(-1))!], round.Message, root + Links.ReviewInvited(one.Id)], stop);
        }
    }

    /// <summary>What is new of the models that a person follows, in the person's language.</summary>
    public async Task TellNewsAsync(Person person, IReadOnlyList<Followed> news, string root, CancellationToken stop)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(news[0].Follow.Language);
        var lines = news.Select(f => $"{Plain(f.Title)}: {NewsWords.Of(T, f)}\n{root}{(f.Follow.IsDraft ? Links.Edit(f.Slug) : Links.Model(f.Slug))}");
        await WriteAsync(person, T["What is new of the models that you follow"], [.. lines, T["You change this on your page of followed models:"], root + Links.Following], stop);
    }

    private async Task WriteAsync(Person person, string subject, IEnumerable<string?> parts, CancellationToken stop)
    {
        if (person is { Email: { Length: > 0 } email, IsDemo: false, State: PersonState.Active or PersonState.Invited })
            await outbox.WriteAsync(new(email, person.Name ?? "", subject, string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p))) + "\n"), stop);
    }
}
