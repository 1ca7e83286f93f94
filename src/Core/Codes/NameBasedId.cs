using System.Security.Cryptography;
using Trellis.Core.Text;

namespace Trellis.Core.Codes;

/// <summary>A version 5 UUID (RFC 9562): the same name in the same namespace gives the same identifier on every machine.</summary>
public static class NameBasedId
{
    /// <summary>The RFC's namespace for names that are URLs.</summary>
    public static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    public static Guid Of(Guid nameSpace, string name)
    {
        Span<byte> space = stackalloc byte[16];
        nameSpace.TryWriteBytes(space, bigEndian: true, out _);
        var bytes = new byte[16 + Utf8.Strict.GetByteCount(name)];
        space.CopyTo(bytes);
        Utf8.Strict.GetBytes(name, bytes.AsSpan(16));
        // SHA-1 is what version 5 prescribes; nothing here is a secret.
#pragma warning disable CA5350
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>Whether CASE accepts the identifier: RFC variant, version 1 to 5.</summary>
    public static bool IsCaseCompatible(Guid id) => id.Version is >= 1 and <= 5 && id.Variant is >= 0x8 and <= 0xB;
}
