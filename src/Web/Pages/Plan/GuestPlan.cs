using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Planning;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Pages.Plan;

/// <summary>
/// The plan of a person without an account: sealed in their own browser, which sends it to the pages of the plan alone, so that it has room
/// beside the profile: docs/decisions/0013-plans.md. The server stores nothing of it.
/// </summary>
public sealed class GuestPlan(IDataProtectionProvider protection)
{
    /// <summary>Together with a full profile it stays below what servers take; most proxies take a usual profile and a full plan.</summary>
    public const int MostCharacters = 6500;

    private const string Name = "trellis-plan";
    private const int ChunkSize = 3500;

    /// <summary>A plan that is inflated from a cookie is never larger than this.</summary>
    private const int MostBytes = 128 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Trellis.GuestPlan.v1").ToTimeLimitedDataProtector();
    private readonly ChunkingCookieManager _cookies = new() { ChunkSize = ChunkSize, ThrowForPartialCookies = false };

    /// <summary>The visitor's plan; an empty one where there is none, or where it can no longer be read.</summary>
    public WorkPlan Read(HttpContext http)
    {
        if (_cookies.GetRequestCookie(http, Name) is not { Length: > 0 } text)
            return WorkPlan.Empty;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(text))), CompressionMode.Decompress);
            var bytes = new byte[MostBytes];
            return PlanReader.Read(bytes.AsMemory(0, brotli.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or InvalidDataException or UnusableInputException)
        {
            return WorkPlan.Empty;
        }
    }

    /// <summary>Hands the plan to the browser; false, and nothing changes, where it is larger than a browser keeps.</summary>
    public bool Write(HttpContext http, WorkPlan plan)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(PlanJson.Write(plan, indented: false));
        var text = WebEncoders.Base64UrlEncode(_protector.Protect(packed.ToArray(), Lifetime));
        if (text.Length > MostCharacters)
            return false;
        _cookies.AppendResponseCookie(http, Name, text, Options(http));
        return true;
    }

    public void Forget(HttpContext http) => _cookies.DeleteCookie(http, Name, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = Links.Plan };
}
