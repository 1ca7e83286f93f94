using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Api;
using Trellis.Web.Mail;

namespace Trellis.Web.Pages.Account;

/// <summary>Sends somebody who has forgotten the password a new link. The answer is the same whether there is such an account or not.</summary>
public static class ForgottenForm
{
    /// <summary>Whoever asks again and again fills nobody's mailbox.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    public static void MapForgotten(this WebApplication app) => app.MapPost(Links.ForgottenSend, SendAsync).AllowAnonymous().RequireRateLimiting(SignInRate.Policy);

    private static async Task<IResult> SendAsync(HttpContext http, Db db, Letters letters, PublicAddress address)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Forgotten, "fault", "stale"));
        if (letters.AreSent && await FindAsync(db, form["email"].ToString(), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted) is { } person)
        {
            var change = Visitor.ChangeNow(http, "Forgotten password") with { Who = Actor.WhoOf(person.Id) };
            var token = await new OneTimeLinks(db).MakeAsync(person.Id, change, http.RequestAborted);
            await letters.SendLinkAsync(person, address.Of(http.Request) + Links.AccountLink(token), http.RequestAborted);
        }
        return Results.Redirect(Links.With(Links.Forgotten, "done", "sent"));
    }

    private static async Task<Person?> FindAsync(Db db, string email, DateTimeOffset now, CancellationToken stop)
    {
        var (key, last) = (Person.KeyOf(email), now - Between);
        return await db.People.FirstOrDefaultAsync(
            p => p.EmailKey == key && !p.IsDemo && (p.State == PersonState.Active || p.State == PersonState.Invited)
                && !db.OneTimeLinks.Any(l => l.PersonId == p.Id && l.MadeAt > last), stop);
    }
}
