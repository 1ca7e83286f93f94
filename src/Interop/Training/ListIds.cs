using System.Security.Cryptography;
using Trellis.Core.Text;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>
/// What providers and programs are called in addresses: the list and the number that it gives them. Lists without numbers get one made
/// of what names the thing, so that the next edition of the list gives the same.
/// </summary>
internal static class ListIds
{
    private const int Letters = 10;

    public static string Provider(ListRow row, string? name)
    {
        var prefix = Prefix(row);
        return row.Text("provider.id") is { } id ? $"{prefix}-{Part(id)}" : $"{prefix}-{Hash(name, row.Text("provider.city"), row.Text("provider.zip"))}";
    }

    public static string Program(ListRow row, Provider provider, string name, string? cip) =>
        row.Text("id") is { } id ? $"{Prefix(row)}-{Part(id)}" : $"{Prefix(row)}-{Hash(provider.Id, name, cip, row.Text("credential"))}";

    private static string Prefix(ListRow row) => row.Mapping.Prefix.Length > 0 ? row.Mapping.Prefix
        : row.Text("reportingState") is { Length: 2 } state && state.All(char.IsAsciiLetter) ? state.ToLowerInvariant() : "us";

    private static string Part(string id) => string.Concat(id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')).ToLowerInvariant();

    private static string Hash(params ReadOnlySpan<string?> names) =>
        Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(string.Join('|', names).ToLowerInvariant())))[..Letters];
}
