using System.Buffers.Text;
using System.Security.Cryptography;
using Trellis.Core.Text;

namespace Trellis.Core.Access;

/// <summary>A secret that nobody chose: 256 random bits, of which the database keeps only the SHA-256. Letters, digits, "-" and "_".</summary>
public static class SecretToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(token)));

    /// <summary>Compares two hashes in a time that tells nothing.</summary>
    public static bool IsSame(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Utf8.Strict.GetBytes(hash), Utf8.Strict.GetBytes(other));
}
