using System.Text.Json;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>A statement about a thing: its address, the full name of a property, and an address or a text with its type or language.</summary>
public sealed record CtdlTriple(string Subject, string Property, string? Address, string? Text, string? Kind);

/// <summary>
/// Expands a graph with the official context as JSON-LD says, and is stricter than that: what would be dropped in silence (a term
/// that the context does not define, a relative address, a value that its term does not take) is an error here.
/// </summary>
public sealed class CtdlExpansion
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    private readonly Dictionary<string, JsonElement> _context;

    private CtdlExpansion(Dictionary<string, JsonElement> context) => _context = context;

    public static CtdlExpansion Official { get; } = new(JsonDocument.Parse(File.ReadAllBytes(SharedStandards.Path("ctdl/encoding/ctdlasn-context.json")))
        .RootElement.GetProperty("@context").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone()));

    /// <summary>How the context types a term: "@id", "@language", or a type of XML Schema; null where it has no such term.</summary>
    public string? TypeOf(string term) => !_context.TryGetValue(term, out var found) || found.ValueKind != JsonValueKind.Object ? null
        : found.TryGetProperty("@container", out var container) ? container.GetString()
        : found.GetProperty("@type").GetString();

    /// <summary>All that a graph, or a single node with its context, says.</summary>
    public List<CtdlTriple> Triples(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 128 });
        var root = document.RootElement;
        Assert.Equal("https://credreg.net/ctdlasn/schema/context/json", root.GetProperty("@context").GetString());
        var triples = new List<CtdlTriple>();
        if (!root.TryGetProperty("@graph", out var graph))
        {
            Take(root, triples);
            return triples;
        }
        Assert.Equal(["@context", "@id", "@graph"], root.EnumerateObject().Select(p => p.Name));
        Absolute(root.GetProperty("@id").GetString()!);
        foreach (var node in graph.EnumerateArray())
            Take(node, triples);
        return triples;
    }

    private string Take(JsonElement node, List<CtdlTriple> triples)
    {
        var subject = node.TryGetProperty("@id", out var id) ? Absolute(id.GetString()!) : $"_:{triples.Count}";
        foreach (var member in node.EnumerateObject().Where(m => m.Name is not "@id" and not "@context"))
        {
            Assert.NotEqual(JsonValueKind.Null, member.Value.ValueKind);
            if (member.Name == "@type")
                triples.AddRange(Each(member.Value).Select(t => new CtdlTriple(subject, "@type", Full(t.GetString()!), null, null)));
            else if (member.Name == "urn:x-trellis:model")
                TakeLiteral(member.Value);
            else
                triples.AddRange(Values(member, triples).Select(v => v with { Subject = subject, Property = Full(member.Name) }).ToList());
        }
        return subject;
    }

    private IEnumerable<CtdlTriple> Values(JsonProperty member, List<CtdlTriple> triples)
    {
        var type = TypeOf(member.Name);
        Assert.True(type is not null, $"{member.Name} is no term of the context.");
        if (type == "@language")
            return member.Value.EnumerateObject().SelectMany(l => Each(l.Value).Select(v => new CtdlTriple("", "", null, v.GetString(), "@" + l.Name)));
        return Each(member.Value).Select(value => (type, value.ValueKind) switch
        {
            ("@id", JsonValueKind.String) => new CtdlTriple("", "", Full(value.GetString()!), null, null),
            ("@id", JsonValueKind.Object) => new CtdlTriple("", "", Take(value, triples), null, null),
            ("@id", _) => throw new Xunit.Sdk.XunitException($"{member.Name} should hold addresses, not {value}."),
            (_, JsonValueKind.Object or JsonValueKind.Array) => throw new Xunit.Sdk.XunitException($"{member.Name} should hold a literal, not {value}."),
            _ => new CtdlTriple("", "", null, value.ToString(), type!.Replace("xsd:", Xsd, StringComparison.Ordinal)),
        });
    }

    /// <summary>A JSON literal stands for itself, whatever is in it; only nulls would vanish.</summary>
    private static void TakeLiteral(JsonElement value)
    {
        Assert.Equal(["@type", "@value"], value.EnumerateObject().Select(p => p.Name));
        Assert.Equal("@json", value.GetProperty("@type").GetString());
        Assert.DoesNotContain("null", Nulls(value.GetProperty("@value")));
    }

    private static IEnumerable<string> Nulls(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => ["null"],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Nulls(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Nulls),
        _ => [],
    };

    private static List<JsonElement> Each(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return [value];
        Assert.NotEqual(0, value.GetArrayLength());
        return [.. value.EnumerateArray()];
    }

    private string Full(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !name[colon..].StartsWith("://", StringComparison.Ordinal) && _context.TryGetValue(name[..colon], out var prefix) && prefix.ValueKind == JsonValueKind.String
            ? Absolute(prefix.GetString() + name[(colon + 1)..])
            : Absolute(name);
    }

    private static string Absolute(string address)
    {
        Assert.True(Uri.TryCreate(address, UriKind.Absolute, out _) && !address.Any(char.IsWhiteSpace) && address[0] != '/', $"{address} is no absolute address.");
        return address;
    }
}
