using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Account;

/// <summary>What a person does to the own account. Each form leads to a page, so that reloading repeats nothing.</summary>
public static class AccountForms
{
    public static void MapAccount(this WebApplication app)
    {
        var own = app.MapGroup("").RequireAuthorization(nameof(Permission.UseAccount));
        own.MapPost(Links.AccountProfile, ProfileAsync);
        own.MapPost(Links.AccountPassword, PasswordAsync);
        own.MapPost(Links.SecondFactorOn, SecondFactorOnAsync);
        own.MapPost(Links.SecondFactorOff, SecondFactorOffAsync);
        own.MapPost(Links.SecondFactorCodes, CodesAsync);
        own.MapPost(Links.AccountSessions + "/{id:guid}/end", EndSessionAsync);
        own.MapPost(Links.AccountKeys, MakeKeyAsync);
        own.MapPost(Links.AccountKeys + "/{id:guid}/revoke", RevokeKeyAsync);
        own.MapGet(Links.AccountExport, ExportAsync);
        own.MapPost(Links.AccountDeleteNow, DeleteAsync);
    }

    private static async Task<IResult> ExportAsync(HttpContext http, Db db, PersonalSeal seal)
    {
        var (me, stop) = (Visitor.Known(http).Id, http.RequestAborted);
        var own = await db.Customers.Where(c => c.PersonId == me).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(stop);
        var guidance = own is { } id ? await CustomerExport.WriteAsync(db, seal, id, stop) : null;
        return Results.File(await PersonExport.WriteAsync(db, me, guidance, stop), "application/json; charset=utf-8", "my-data.json");
    }

    private static Task<IResult> ProfileAsync(HttpContext http, Db db) => ChangeAsync(http, Links.Account, async form =>
    {
        await new PersonEditor(db).RenameAsync(Visitor.Known(http).Id, form["name"].ToString(), form["email"].ToString(), Visitor.ChangeNow(http, "On the account page"), http.RequestAborted);
        return Links.With(Links.Account, "done", "saved");
    });

    private static Task<IResult> PasswordAsync(HttpContext http, Db db, UserManager<Person> users) => ChangeAsync(http, Links.Account, async form =>
    {
        if (form["password"].ToString() != form["again"].ToString())
            return Links.With(Links.Account, "fault", "password-differs");
        if (await ConfirmedAsync(http, db, users, form) is not { } person)
            return Links.With(Links.Account, "fault", "password-wrong");
        var result = await users.ChangePasswordAsync(person, form["old"].ToString(), form["password"].ToString());
        if (!result.Succeeded)
            return Links.With(Links.Account, "fault", result.Errors.First().Code);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Links.With(Links.SignIn, "done", "password");
    });

    private static Task<IResult> SecondFactorOnAsync(HttpContext http, Db db, SecondFactor factor, ShownOnce once) => ChangeAsync(http, Links.SecondFactor, async form =>
    {
        var person = await PersonAsync(http, db);
        if (person.HasSecondFactor || await factor.TurnOnAsync(person, form["sealed"].ToString(), form["code"].ToString()) is not { } codes)
            return Links.With(Links.SecondFactor, "fault", "code");
        once.Keep(http, "codes", codes);
        // The change ended all sessions, also those of somebody who should not have been there.
        await SessionCookie.BeginAsync(http, person.Id, "Second factor turned on");
        return Links.SecondFactor;
    });

    private static Task<IResult> SecondFactorOffAsync(HttpContext http, Db db, UserManager<Person> users, SecondFactor factor) => ChangeAsync(http, Links.SecondFactor, async form =>
    {
        if (await ConfirmedAsync(http, db, users, form) is not { } person)
            return Links.With(Links.SecondFactor, "fault", "password-wrong");
        await factor.TurnOffAsync(person);
        await SessionCookie.BeginAsync(http, person.Id, "Second factor turned off");
        return Links.With(Links.Account, "done", "second-factor");
    });

    private static Task<IResult> CodesAsync(HttpContext http, Db db, UserManager<Person> users, SecondFactor factor, ShownOnce once) => ChangeAsync(http, Links.SecondFactor, async form =>
    {
        if (await ConfirmedAsync(http, db, users, form) is not { HasSecondFactor: true } person)
            return Links.With(Links.SecondFactor, "fault", "password-wrong");
        once.Keep(http, "codes", await factor.NewCodesAsync(person));
        return Links.SecondFactor;
    });

    private static Task<IResult> EndSessionAsync(Guid id, HttpContext http, Db db) => FoundAsync(http, "ended", change =>
        new SignInSessions(db).EndAsync(Visitor.Known(http).Id, id, change, http.RequestAborted));

    private static Task<IResult> RevokeKeyAsync(Guid id, HttpContext http, Db db) => FoundAsync(http, "revoked", change =>
        new ApiKeys(db).RevokeAsync(Visitor.Known(http).Id, id, change, http.RequestAborted));

    private static Task<IResult> MakeKeyAsync(HttpContext http, Db db, ShownOnce once) => ChangeAsync(http, Links.Account, async form =>
    {
        var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        var scopes = SentForm.Members<Permission>(form, "scope");
        once.Keep(http, "key", await new ApiKeys(db).MakeAsync(Visitor.Known(http), form["name"].ToString(), scopes, days, Visitor.ChangeNow(http, "On the account page"), http.RequestAborted));
        return Links.Account;
    });

    private static Task<IResult> DeleteAsync(HttpContext http, Db db) => ChangeAsync(http, Links.AccountDelete, async _ =>
    {
        await new PersonRetirement(db).RetireAsync(Visitor.Known(http).Id, Visitor.ChangeNow(http, "By the person"), http.RequestAborted);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Links.With(Links.SignIn, "done", "deleted");
    });

    /// <summary>Does what a form asks, and goes where that says, or back with what is wrong. Invented people are not changed.</summary>
    private static async Task<IResult> ChangeAsync(HttpContext http, string back, Func<IFormCollection, Task<string>> change)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(back, "fault", "stale"));
        if (Visitor.Known(http).IsDemo)
            return Results.Redirect(Links.With(back, "fault", "demo"));
        try
        {
            return Results.Redirect(await change(form));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(back, "fault", e.Problems[0].Code));
        }
    }

    private static async Task<IResult> FoundAsync(HttpContext http, string done, Func<Change, Task<bool>> change)
    {
        if (await SentForm.ReadAsync(http) is null)
            return Results.Redirect(Links.With(Links.Account, "fault", "stale"));
        return await change(Visitor.ChangeNow(http, "On the account page")) ? Results.Redirect(Links.With(Links.Account, "done", done)) : Results.NotFound();
    }

    private static Task<Person> PersonAsync(HttpContext http, Db db)
    {
        var id = Visitor.Known(http).Id;
        return db.People.SingleAsync(p => p.Id == id, http.RequestAborted);
    }

    /// <summary>The person, if the present password is right; tries count like those at the sign-in, and are given back when it is.</summary>
    private static async Task<Person?> ConfirmedAsync(HttpContext http, Db db, UserManager<Person> users, IFormCollection form)
    {
        var person = await PersonAsync(http, db);
        var guard = new SignInGuard(db);
        if (!await guard.TakeAsync(person.Id, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted)
            || !await users.CheckPasswordAsync(person, form["old"].ToString()))
        {
            return null;
        }
        await guard.GiveBackAsync(person.Id, http.RequestAborted);
        return person;
    }
}
