using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Web.Access;

/// <summary>Where a try to sign in led.</summary>
public enum SignInStep
{
    /// <summary>Wrong, locked, disabled or unknown: nobody outside learns which.</summary>
    Refused,
    NeedsCode,
    Done,
}

/// <summary>Signs people in by password, and by a code where they have a second factor. Unknown addresses take as long as known ones.</summary>
public sealed class SignIn(Db db, UserManager<Person> users, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    public const string SecondFactorScheme = "SecondFactor";

    private static readonly Person Nobody = new() { Id = Guid.Empty, State = PersonState.Disabled, SecurityStamp = "", MadeAt = default };

    public static void Configure(CookieAuthenticationOptions options) => Accounts.Harden(options, "trellis-second-factor", TimeSpan.FromMinutes(5));

    public async Task<SignInStep> PasswordAsync(HttpContext http, string email, string password)
    {
        var key = Person.KeyOf(email);
        var person = await db.People.FirstOrDefaultAsync(p => p.EmailKey == key && p.State == PersonState.Active && p.PasswordHash != null, http.RequestAborted);
        // The same work whoever it is, so that the time tells nothing.
        var isTaken = await new SignInGuard(db).TakeAsync(person?.Id ?? Guid.Empty, clock.GetUtcNow(), http.RequestAborted);
        if (person is null || !isTaken || password.Length > PasswordRule.Longest)
        {
            hasher.HashPassword(Nobody, password);
            return SignInStep.Refused;
        }
        if (!await users.CheckPasswordAsync(person, password))
            return SignInStep.Refused;
        if (person.HasSecondFactor)
        {
            await http.SignInAsync(SecondFactorScheme, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id.ToString("D"))], SecondFactorScheme)));
            return SignInStep.NeedsCode;
        }
        await SessionCookie.BeginAsync(http, person.Id, "Signed in by password");
        return SignInStep.Done;
    }

    /// <summary>The second step: a code of the authenticator, or one of the recovery codes, which is used up.</summary>
    public async Task<SignInStep> CodeAsync(HttpContext http, string code)
    {
        var half = await http.AuthenticateAsync(SecondFactorScheme);
        if (!half.Succeeded || await users.FindByIdAsync(half.Principal.FindFirst(ClaimTypes.NameIdentifier)!.Value) is not { State: PersonState.Active } person
            || !await new SignInGuard(db).TakeAsync(person.Id, clock.GetUtcNow(), http.RequestAborted))
        {
            return SignInStep.Refused;
        }
        code = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (!await IsRightAsync(person, code, http.RequestAborted))
            return SignInStep.NeedsCode;
        await http.SignOutAsync(SecondFactorScheme);
        await SessionCookie.BeginAsync(http, person.Id, "Signed in by password and code");
        return SignInStep.Done;
    }

    private async Task<bool> IsRightAsync(Person person, string code, CancellationToken stop)
    {
        if (code.All(char.IsAsciiDigit))
            return await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, code) && await new SignInGuard(db).NoteCodeAsync(person.Id, code, stop);
        return (await users.RedeemTwoFactorRecoveryCodeAsync(person, code.ToUpperInvariant())).Succeeded;
    }
}
