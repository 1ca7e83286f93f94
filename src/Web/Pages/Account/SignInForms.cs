using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Account;

/// <summary>The forms with which people come in and go. None of their answers tells whether an account exists.</summary>
public static class SignInForms
{
    public static void MapSignIn(this WebApplication app)
    {
        var forms = app.MapGroup("").AllowAnonymous().RequireRateLimiting(SignInRate.Policy);
        forms.MapPost(Links.SignInPassword, PasswordAsync);
        forms.MapPost(Links.SignInCheck, CodeAsync);
        forms.MapPost(Links.AccountEnter, EnterAsync);
        forms.MapPost(Links.SignInDemo, DemoAsync);
        forms.MapGet(Links.SignInSso, (string? back, SingleSignOnSettings sso) => sso.IsOn
            ? Results.Challenge(new() { RedirectUri = Local(back) }, [SingleSignOn.Scheme]) : Results.NotFound());
        // An adviser's day begins at the desk, everybody else's at the home page.
        app.MapGet(Links.Arrive, (HttpContext http) => Results.Redirect(Visitor.Known(http).May(Permission.ServeCustomers) ? Links.CaseloadDesk : Links.Home)).RequireAuthorization(nameof(Permission.UseAccount));
        app.MapPost(Links.SignOut, SignOutAsync).RequireAuthorization(nameof(Permission.UseAccount));
    }

    private static async Task<IResult> PasswordAsync(HttpContext http, SignIn signIn)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.SignInFault("stale"));
        var back = Local(form["back"]);
        return await signIn.PasswordAsync(http, form["email"].ToString(), form["password"].ToString()) switch
        {
            SignInStep.Done => Results.LocalRedirect("~" + back),
            SignInStep.NeedsCode => Results.Redirect(Links.With(Links.SignInCode, "back", back)),
            _ => Results.Redirect(Links.With(Links.SignInFault("sign-in"), "back", back)),
        };
    }

    private static async Task<IResult> CodeAsync(HttpContext http, SignIn signIn)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.SignInFault("stale"));
        var back = Local(form["back"]);
        return await signIn.CodeAsync(http, form["code"].ToString()) switch
        {
            SignInStep.Done => Results.LocalRedirect("~" + back),
            SignInStep.NeedsCode => Results.Redirect(Links.With(Links.With(Links.SignInCode, "fault", "code"), "back", back)),
            _ => Results.Redirect(Links.SignInFault("sign-in")),
        };
    }

    /// <summary>Who has a one-time link sets a password, and as the first administrator also says name and address; then one signs in with them.</summary>
    private static async Task<IResult> EnterAsync(HttpContext http, Db db, IPasswordHasher<Person> hasher, TimeProvider clock)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.SignInFault("stale"));
        var (token, password, stop) = (form["token"].ToString(), form["password"].ToString(), http.RequestAborted);
        if (await new OneTimeLinks(db).FindAsync(token, clock.GetUtcNow(), stop) is not { } link)
            return Results.Redirect(Links.SignInFault("link"));
        var person = link.PersonId is { } id ? await db.People.FirstAsync(p => p.Id == id, stop) : null;
        var (name, email) = (person?.Name ?? form["name"].ToString(), person?.Email ?? form["email"].ToString());
        var change = Visitor.ChangeNow(http, "One-time link");
        try
        {
            if (PasswordRule.Fault(password, name, email) is { } fault)
                throw new UnusableInputException(fault);
            if (password != form["again"].ToString())
                return Results.Redirect(Links.With(Links.AccountLink(token), "fault", "password-differs"));
            var hash = hasher.HashPassword(person!, password);
            var isIn = person is not null
                ? await new Entrance(db).EnterAsync(link, hash, change, stop)
                : await new Entrance(db).EnterFirstAsync(link, new(name, email, []), hash, change, stop);
            return Results.Redirect(isIn ? Links.With(Links.SignIn, "done", "entered") : Links.SignInFault("link"));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.AccountLink(token), "fault", e.Problems[0].Code));
        }
    }

    private static async Task<IResult> DemoAsync(HttpContext http, DemoMode demo)
    {
        if (!demo.IsOn || !LocalSteward.IsAtTheMachine(http))
            return Results.NotFound();
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.SignInFault("stale"));
        if (!DemoPeople.All.Any(p => p.Word == form["as"].ToString()))
            return Results.NotFound();
        await SessionCookie.BeginAsync(http, DemoPeople.IdOf(form["as"].ToString()), "Demonstration");
        return Results.Redirect(Links.Arrive);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, Db db)
    {
        if (await SentForm.ReadAsync(http) is null)
            return Results.Redirect(Links.With(Links.Account, "fault", "stale"));
        await new SignInSessions(db).EndAsync(Visitor.Known(http).Id, Visitor.Session(http), Visitor.ChangeNow(http, "Signed out"), http.RequestAborted);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.Redirect(Links.With(Links.SignIn, "done", "out"));
    }

    /// <summary>The address to go to afterwards: one of ours, whatever was asked.</summary>
    private static string Local(string? back) => LanguageSwitch.IsLocal(back) ? back! : Links.Arrive;
}
