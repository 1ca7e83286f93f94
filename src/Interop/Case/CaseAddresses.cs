using System.Buffers;
using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>
/// Names things that have none of their publisher: the addresses of this server below its public base, the same in both editions,
/// and identifiers that CASE takes.
/// </summary>
public sealed record CaseAddresses(string Base)
{
    public string Of(string collection, Guid id) => Of(collection, Text(id));

    public string Of(string collection, string id) => $"{Base}{CaseEdition.V1p1.Path}/{collection}/{id}";

    /// <summary>The identifier under which CASE knows a thing: its own, or one made from it where its version is none of 1 to 5.</summary>
    public static Guid Id(Guid id) => NameBasedId.IsCaseCompatible(id) ? id : NameBasedId.Of(NameBasedId.UrlNamespace, $"urn:uuid:{id}");

    public static string Text(Guid id) => Id(id).ToString("D", CultureInfo.InvariantCulture);

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    private static readonly SearchValues<char> PathLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/");

    /// <summary>Whether the text is an address that any reader can take apart.</summary>
    public static bool IsAddress(string? text) => text is { Length: > 0 } && (IsPlain(text)
        || (!text.StartsWith('/') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && System.Uri.TryCreate(text, UriKind.Absolute, out _)));

    /// <summary>Nearly every address is a plain one, which need not be taken apart to be known.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        const string scheme = "https://";
        if (!text.StartsWith(scheme))
            return false;
        var rest = text[scheme.Length..];
        var host = rest.IndexOf('/');
        return host > 0 && char.IsAsciiLetter(rest[0]) && char.IsAsciiLetterOrDigit(rest[host - 1]) && !rest[..host].ContainsAnyExcept(HostLetters)
            && !rest[..host].Contains("..", StringComparison.Ordinal) && !rest[host..].ContainsAnyExcept(PathLetters);
    }

    /// <summary>The address of a linked node: the one it came with, the public one of its scheme, or ours.</summary>
    public string Of(NodeRef node)
    {
        if (IsAddress(node.Uri))
            return node.Uri!;
        if (node.Scheme is { } scheme)
            return OnetLinks.For(scheme, node.Id);
        if (IsAddress(node.Id))
            return node.Id;
        return Of("CFItems", SourceId.Uuid(node.Id) is { } id ? Text(id) : System.Uri.EscapeDataString(node.Id));
    }
}
