using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>How the bytes of an answer are packed.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses and names codings.</summary>
public static class ContentCodings
{
    /// <summary>Beyond this, Brotli takes far more time for little less space.</summary>
    private const int BrotliQuality = 4;

    private static readonly (ContentCoding Coding, string Name)[] Preferred =
        [(ContentCoding.Brotli, "br"), (ContentCoding.Gzip, "gzip"), (ContentCoding.Identity, "identity")];

    public static string NameOf(this ContentCoding coding) => Array.Find(Preferred, p => p.Coding == coding).Name;

    /// <summary>The coding that the reader likes best of those that are offered; of those it likes equally, the smallest.</summary>
    public static ContentCoding For(HttpRequest request, Func<ContentCoding, bool>? isOffered = null)
    {
        var accepted = request.Headers.AcceptEncoding;
        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var list))
            return ContentCoding.Identity;
        var (best, quality) = (ContentCoding.Identity, 0.0);
        foreach (var (coding, name) in Preferred)
        {
            var stated = list.FirstOrDefault(v => v.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? list.FirstOrDefault(v => v.Value == "*");
            var likes = stated?.Quality ?? (stated is not null ? 1 : coding == ContentCoding.Identity ? 0.001 : 0);
            if (likes > quality && isOffered?.Invoke(coding) != false)
                (best, quality) = (coding, likes);
        }
        return best;
    }

    /// <summary>A stream that packs what is written to it, as tightly as pays for what is kept.</summary>
    public static Stream Packer(Stream target, ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => new BrotliStream(target, new BrotliCompressionOptions { Quality = BrotliQuality }),
        ContentCoding.Gzip => new GZipStream(target, CompressionLevel.Optimal),
        _ => target,
    };

    /// <summary>Packs bytes that are at hand.</summary>
    public static byte[] Pack(byte[] bytes, ContentCoding coding)
    {
        if (coding == ContentCoding.Identity)
            return bytes;
        using var packed = new MemoryStream();
        using (Stream stream = coding == ContentCoding.Brotli ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Says in the answer how it is packed.</summary>
    public static void Announce(HttpResponse response, ContentCoding coding)
    {
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (coding != ContentCoding.Identity)
            response.Headers.ContentEncoding = coding.NameOf();
    }
}
