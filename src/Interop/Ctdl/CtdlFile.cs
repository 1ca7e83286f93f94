using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>The nodes of a CTDL file: a graph, a list of nodes, one node, or the envelope of the Credential Registry around any of these.</summary>
internal sealed record CtdlFile(IReadOnlyList<CtdlNode> Nodes, string Pointer, string? Context, string? Address)
{
    public static CtdlFile Open(ImportSource source, ImportReport report)
    {
        var (root, pointer) = Unwrap(Parse(source, report), source, report);
        var isObject = root.ValueKind == JsonValueKind.Object;
        var hasGraph = isObject && root.TryGetProperty("@graph"u8, out _);
        var graph = hasGraph ? root.GetProperty("@graph"u8) : root;
        if (hasGraph)
            pointer += "/@graph";
        return new(
            ReadNodes(graph, pointer, report),
            pointer,
            isObject && root.TryGetProperty("@context"u8, out var context) ? JsonCompact.Of(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(context)) : null,
            hasGraph && root.TryGetProperty("@id"u8, out var id) && id.ValueKind == JsonValueKind.String ? JsonStrings.Of(id) : null);
    }

    private static List<CtdlNode> ReadNodes(JsonElement graph, string pointer, ImportReport report)
    {
        if (graph.ValueKind == JsonValueKind.Object)
            return [new(graph, pointer)];
        if (graph.ValueKind != JsonValueKind.Array)
            throw new UnusableInputException(Problem.Rejected("wrong-type", pointer, "A graph should be a list of nodes."));
        var nodes = new List<CtdlNode>();
        foreach (var (i, element) in graph.EnumerateArray().Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}");
            if (element.ValueKind == JsonValueKind.Object)
                nodes.Add(new(element, place));
            else
                report.Add(Problem.Repaired("wrong-type", place, "This should be an object; it was passed over."));
        }
        return nodes;
    }

    private static JsonElement Parse(ImportSource source, ImportReport report)
    {
        var text = JsonText.Open(source);
        foreach (var repair in text.Repairs)
            report.Add(repair);
        using var document = JsonDocument.Parse(text.Bytes, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
        return document.RootElement.Clone();
    }

    private static (JsonElement Root, string Pointer) Unwrap(JsonElement root, ImportSource source, ImportReport report)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (root, "");
        if (root.TryGetProperty("decoded_resource"u8, out var decoded) && decoded.ValueKind == JsonValueKind.Object)
            return (decoded, "/decoded_resource");
        if (!root.TryGetProperty("resource"u8, out var resource) || resource.ValueKind != JsonValueKind.String || root.TryGetProperty("@graph"u8, out _))
            return (root, "");
        var bytes = Decode(JsonStrings.Of(resource)) ?? throw new UnusableInputException(Problem.Rejected("bad-envelope", "/resource",
            "The envelope holds neither a decoded_resource nor a resource in Base64 or as a signed token."));
        return (Parse(new(source.Name, bytes), report), "/resource");
    }

    /// <summary>The middle part of a token, or the whole text where it has no parts. The signature is not checked: the file is taken at its word.</summary>
    private static byte[]? Decode(string resource)
    {
        var parts = resource.Trim().Split('.');
        var body = parts.Length == 3 ? parts[1] : parts[0];
        try
        {
            return parts.Length == 3 ? Base64Url.DecodeFromChars(body) : Convert.FromBase64String(body);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
