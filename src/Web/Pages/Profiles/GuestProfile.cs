using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;

namespace Trellis.Web.Pages.Profiles;

/// <summary>
/// The profile of a person without an account. It is kept in their own browser alone, sealed, until the browser is closed; the server
/// reads it from each request and stores nothing of it: docs/decisions/0011-guidance.md.
/// </summary>
public sealed class GuestProfile(IDataProtectionProvider protection)
{
    /// <summary>Proxies commonly refuse headers of more than 8,192 bytes, and other cookies go with this one.</summary>
    public const int MostCharacters = 6500;

    private const string Name = "trellis-profile";
    private const int ChunkSize = 3500;

    /// <summary>A profile that is inflated from a cookie is never larger than this.</summary>
    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Trellis.GuestProfile.v1").ToTimeLimitedDataProtector();
    private readonly ChunkingCookieManager _cookies = new() { ChunkSize = ChunkSize, ThrowForPartialCookies = false };

    /// <summary>The visitor's profile; an empty one where there is none, or where it can no longer be read.</summary>
    public Profile Read(HttpContext http)
    {
        try
        {
            return _cookies.GetRequestCookie(http, Name) is { Length: > 0 } sealedText ? ProfileReader.Read(Inflate(_protector.Unprotect(WebEncoders.Base64UrlDecode(sealedText)))) : Profile.Empty;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or InvalidDataException or UnusableInputException)
        {
            return Profile.Empty;
        }
    }

    /// <summary>Hands the profile to the browser; false, and nothing changes, where it is larger than a browser keeps.</summary>
    public bool Write(HttpContext http, Profile profile)
    {
        var text = WebEncoders.Base64UrlEncode(_protector.Protect(Deflate(ProfileJson.Write(profile, indented: false)), Lifetime));
        if (text.Length > MostCharacters)
            return false;
        _cookies.AppendResponseCookie(http, Name, text, Options(http));
        return true;
    }

    public void Forget(HttpContext http) => _cookies.DeleteCookie(http, Name, Options(http));

    /// <summary>Without an age: a browser drops it when it is closed.</summary>
    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new byte[MostBytes];
        var length = brotli.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
        return bytes[..length];
    }
}
