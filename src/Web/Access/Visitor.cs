using Microsoft.AspNetCore.Authorization;
using Trellis.Core.Access;

namespace Trellis.Web.Access;

/// <summary>The person who opens a page.</summary>
public static class Visitor
{
    /// <summary>Whether this person may do what the permission names; pages show a button only then.</summary>
    public static async Task<bool> MayAsync(HttpContext http, Permission permission) =>
        (await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, permission.ToString())).Succeeded;
}
