using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Mail;

namespace Trellis.Web.Pages.People;

/// <summary>What an administrator does to accounts.</summary>
public static class PeopleForms
{
    public static void MapPeople(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ManagePeople));
        forms.MapPost(Links.PersonInvite, InviteAsync);
        forms.MapPost(Links.People + "/{id:guid}/roles", (Guid id, HttpContext http, Db db) => DoAsync(id, http, (form, change) =>
            new PersonEditor(db).SetRolesAsync(id, SentForm.Members<Role>(form, "role"), change, http.RequestAborted)));
        forms.MapPost(Links.People + "/{id:guid}/place", (Guid id, HttpContext http, Db db) => DoAsync(id, http, (form, change) =>
            new OrganizationEditor(db).PlaceAsync(id, SentForm.Ids(form, "organization"), SentForm.Ids(form, "team"), change, http.RequestAborted)));
        forms.MapPost(Links.People + "/{id:guid}/disable", (Guid id, HttpContext http, Db db) => DoAsync(id, http, (_, change) =>
            new PersonEditor(db).SetDisabledAsync(id, true, change, http.RequestAborted)));
        forms.MapPost(Links.People + "/{id:guid}/enable", (Guid id, HttpContext http, Db db) => DoAsync(id, http, (_, change) =>
            new PersonEditor(db).SetDisabledAsync(id, false, change, http.RequestAborted)));
        forms.MapPost(Links.People + "/{id:guid}/retire", (Guid id, HttpContext http, Db db) => DoAsync(id, http, (_, change) =>
            new PersonRetirement(db).RetireAsync(id, change, http.RequestAborted), Links.People));
        forms.MapPost(Links.People + "/{id:guid}/reset", (Guid id, HttpContext http, Db db) => DoAsync(id, http, (_, change) =>
            new PersonEditor(db).DropSecondFactorAsync(id, change, http.RequestAborted)));
        forms.MapPost(Links.People + "/{id:guid}/link", LinkAsync);
    }

    private static async Task<IResult> InviteAsync(HttpContext http, Db db, ShownOnce once)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.People, "fault", "stale"));
        try
        {
            var change = Visitor.ChangeNow(http, "Invited on the page of people");
            var person = await new PersonEditor(db).InviteAsync(new(form["name"].ToString(), form["email"].ToString(), SentForm.Members<Role>(form, "role")), change, http.RequestAborted);
            await KeepLinkAsync(http, db, once, person.Id, change);
            return Results.Redirect(Links.Person(person.Id));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.People, "fault", e.Problems[0].Code));
        }
    }

    private static Task<IResult> LinkAsync(Guid id, HttpContext http, Db db, ShownOnce once) => DoAsync(id, http, async (_, change) =>
    {
        if (await db.People.FindAsync([id], http.RequestAborted) is not { State: PersonState.Invited or PersonState.Active, IsDemo: false })
            return false;
        await KeepLinkAsync(http, db, once, id, change);
        return true;
    });

    private static async Task KeepLinkAsync(HttpContext http, Db db, ShownOnce once, Guid person, Change change)
    {
        var token = await new OneTimeLinks(db).MakeAsync(person, change, http.RequestAborted);
        var link = $"{http.Request.Scheme}://{http.Request.Host}{Links.AccountLink(token)}";
        once.Keep(http, "link", link);
        await http.RequestServices.GetRequiredService<Letters>().SendLinkAsync(await db.People.FirstAsync(p => p.Id == person, http.RequestAborted), link, http.RequestAborted);
    }

    private static async Task<IResult> DoAsync(Guid id, HttpContext http, Func<IFormCollection, Change, Task<bool>> work, string? then = null)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Person(id), "fault", "stale"));
        try
        {
            var isDone = await work(form, Visitor.ChangeNow(http, "On the page of people"));
            return isDone ? Results.Redirect(then ?? Links.With(Links.Person(id), "done", "saved")) : Results.NotFound();
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.Person(id), "fault", e.Problems[0].Code));
        }
    }
}
