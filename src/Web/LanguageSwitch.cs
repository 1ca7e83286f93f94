using Microsoft.AspNetCore.Localization;

namespace Trellis.Web;

/// <summary>Remembers the reader's choice of language in a cookie and goes back to the page.</summary>
public static class LanguageSwitch
{
    public static void MapLanguageSwitch(this WebApplication app) => app.MapGet("/language/{to}", (string to, string? back, HttpContext http) =>
    {
        if (!Startup.Languages.Contains(to))
            return Results.NotFound();
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
            new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true });
        return Results.LocalRedirect(IsLocal(back) ? "~" + back : "~/");
    }).AllowAnonymous();

    /// <summary>Whether the address to go back to is one of ours.</summary>
    public static bool IsLocal(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
