using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Trellis.Web;

/// <summary>What a sealed cookie is called, what its seal is good for, which pages get it, and how large its content may be when inflated.</summary>
internal sealed record SealedCookieForm(string Name, string Purpose, string Path, int MostBytes);

/// <summary>
/// Bytes that stay in a visitor's own browser alone, packed and sealed, until the browser is closed; the server reads them from each request
/// and stores nothing of them.
/// </summary>
internal sealed class SealedCookie(IDataProtectionProvider protection, SealedCookieForm form)
{
    /// <summary>Proxies commonly refuse headers of more than 8,192 bytes, and other cookies go with this one.</summary>
    public const int MostCharacters = 6500;

    private const int ChunkSize = 3500;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector(form.Purpose).ToTimeLimitedDataProtector();
    private readonly ChunkingCookieManager _cookies = new() { ChunkSize = ChunkSize, ThrowForPartialCookies = false };

    /// <summary>What the visitor's browser sent; null where it sent nothing, or nothing that can still be read.</summary>
    public byte[]? Read(HttpContext http)
    {
        try
        {
            return _cookies.GetRequestCookie(http, form.Name) is { Length: > 0 } text ? Inflate(_protector.Unprotect(WebEncoders.Base64UrlDecode(text))) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Hands the bytes to the browser; false, and nothing changes, where they are more than a browser keeps.</summary>
    public bool Write(HttpContext http, byte[] bytes)
    {
        var text = WebEncoders.Base64UrlEncode(_protector.Protect(Deflate(bytes), Lifetime));
        if (text.Length > MostCharacters)
            return false;
        _cookies.AppendResponseCookie(http, form.Name, text, Options(http));
        return true;
    }

    public void Forget(HttpContext http) => _cookies.DeleteCookie(http, form.Name, Options(http));

    /// <summary>Without an age: a browser drops it when it is closed.</summary>
    private CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = form.Path };

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    private byte[] Inflate(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        // Most hold little: room for the most of all, made anew for each request, would keep the collector of memory busy.
        var room = ArrayPool<byte>.Shared.Rent(form.MostBytes);
        try
        {
            var length = brotli.ReadAtLeast(room.AsSpan(0, form.MostBytes), form.MostBytes, throwOnEndOfStream: false);
            return room[..length];
        }
        finally
        {
            // What somebody told must not stay behind for the next one who rents it.
            ArrayPool<byte>.Shared.Return(room, clearArray: true);
        }
    }
}
