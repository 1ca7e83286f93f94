using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Trellis.Web.Access;

/// <summary>A secret on its way from the form that made it to the page that shows it: sealed in a cookie for two minutes and gone when it was shown.</summary>
public sealed class ShownOnce(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Trellis.ShownOnce").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string kind, string secret) => http.Response.Cookies.Append(NameOf(kind), _seal.Protect(secret, Lasts), Options(http));

    /// <summary>The secret, once; null where there is none.</summary>
    public string? Take(HttpContext http, string kind)
    {
        if (http.Request.Cookies[NameOf(kind)] is not { Length: > 0 } kept)
            return null;
        http.Response.Cookies.Delete(NameOf(kind), Options(http));
        try
        {
            return _seal.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(string kind) => "trellis-once-" + kind;

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, Path = "/" };
}
