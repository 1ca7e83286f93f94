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

    /// <summary>Which rows this person reaches under a permission that the endpoint has asked for.</summary>
    public static RowLimit Limit(HttpContext http, Permission permission) => Actor(http) is not { } actor
        ? RowLimit.OfTheLocalSteward
        : RowLimit.Of(actor, permission) ?? throw new InvalidOperationException("The endpoint asks for another permission.");

    /// <summary>The same on a page that anybody may open; null where the permission is lacking.</summary>
    public static async Task<RowLimit?> LimitAsync(HttpContext http, Permission permission) => Actor(http) is { } actor ? RowLimit.Of(actor, permission)
        : await MayAsync(http, permission) ? RowLimit.OfTheLocalSteward : null;

    /// <summary>What the audit is to say of a write that this person makes now.</summary>
    public static Change ChangeNow(HttpContext http, string why)
    {
        var actor = Actor(http);
        var door = actor?.Scopes is null ? "page" : "api";
        return new(Who(http), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), door, why);
    }
}
