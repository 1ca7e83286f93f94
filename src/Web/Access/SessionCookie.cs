using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Web.Access;

/// <summary>
/// The cookie of who is signed in. It names a session in the database, where each request looks whether the session still lasts
/// and what the person may do now; so a session can be ended from anywhere, and a role taken away counts at once, on every node.
/// </summary>
public static class SessionCookie
{
    public const string Scheme = "Session";
    public const string SessionClaim = "session";

    public static void Configure(CookieAuthenticationOptions options)
    {
        Accounts.Harden(options, "trellis-session", SignInSession.Longest);
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Begins a session of the person at this browser.</summary>
    public static async Task BeginAsync(HttpContext http, Guid person, string why)
    {
        var principal = await PrincipalAsync(http, person, why);
        await http.SignInAsync(Scheme, principal);
    }

    /// <summary>A new session, as what the cookie is made of.</summary>
    public static async Task<ClaimsPrincipal> PrincipalAsync(HttpContext http, Guid person, string why)
    {
        var change = Visitor.ChangeNow(http, why) with { Who = Actor.WhoOf(person) };
        var db = http.RequestServices.GetRequiredService<Db>();
        var session = await new SignInSessions(db).BeginAsync(person, DeviceName.Of(http.Request.Headers.UserAgent.ToString()), change, http.RequestAborted);
        return new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.ToString("D")), new(SessionClaim, session.ToString("D"))], Scheme));
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var actor = Guid.TryParse(context.Principal?.FindFirst(SessionClaim)?.Value, out var session)
            ? await new SignInSessions(services.GetRequiredService<Db>()).FindAsync(session, services.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted)
            : null;
        if (actor is null)
            context.RejectPrincipal();
        else
            http.Features.Set(actor);
    }
}
