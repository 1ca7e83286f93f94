using Microsoft.AspNetCore.Authorization;
using Trellis.Core.Access;

namespace Trellis.Web.Access;

/// <summary>The person who opens a page, or for whom a program asks.</summary>
public static class Visitor
{
    /// <summary>Who is signed in; null for everybody else.</summary>
    public static Actor? Actor(HttpContext http) => http.Features.Get<Actor>();

    /// <summary>Who is signed in, where the endpoint lets nobody else in.</summary>
    public static Actor Known(HttpContext http) => Actor(http) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>What rows and the audit call the visitor: the person, or the steward at this computer.</summary>
    public static string Who(HttpContext http) => Actor(http)?.Who ?? LocalSteward.Name;

    /// <summary>The session by which the person is signed in.</summary>
    public static Guid Session(HttpContext http) => Guid.Parse(http.User.FindFirst(SessionCookie.SessionClaim)!.Value);

    /// <summary>Whether this person may do what the permission names; pages show a button only then.</summary>
    public static async Task<bool> MayAsync(HttpContext http, Permission permission) =>
        (await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, permission.ToString())).Succeeded;

    /// <summary>Which rows this person sees under a permission; null where it is lacking. The person at the machine sees all of them.</summary>
    public static async Task<RowLimit?> LimitAsync(HttpContext http, Permission permission) => Actor(http) is { } actor ? RowLimit.Of(actor, permission)
        : await MayAsync(http, permission) ? RowLimit.Everything : null;

    /// <summary>What the audit is to say of a write that this person makes now.</summary>
    public static Change ChangeNow(HttpContext http, string why)
    {
        var actor = Actor(http);
        var door = actor?.Scopes is null ? "page" : "api";
        return new(Who(http), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), door, why);
    }
}
