using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Benchmarks;

/// <summary>A CASE 1.1 package of any size, the same for the same size: seven levels, and two links for each item.</summary>
public sealed class GeneratedPackage(int items, int copy = 0)
{
    private const int Levels = 7;
    private const string Changed = "2026-01-15T00:00:00Z";
    private static readonly Guid Root = new("3f0d4f0a-6a52-4a43-9d55-8f4d0c9a7b10");
    private readonly Guid _space = NameBasedId.Of(Root, FormattableString.Invariant($"{items} {copy}"));

    public void Write(string file)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream);
        var document = NameBasedId.Of(_space, "document");
        json.WriteStartObject();
        json.WriteStartObject("CFDocument");
        Node(json, document, "CFDocuments");
        json.WriteString("creator", "Benchmark");
        json.WriteString("title", $"Generated framework {copy} of {items} items");
        json.WriteString("language", "en");
        json.WriteString("caseVersion", "1.1");
        json.WriteEndObject();
        json.WriteStartArray("CFItems");
        for (var i = 0; i < items; i++)
            Item(json, i);
        json.WriteEndArray();
        json.WriteStartArray("CFAssociations");
        for (var i = 0; i < items; i++)
        {
            Link(json, i, "isChildOf", i == 0 ? document : Id(Parent(i)), i);
            Link(json, i, "isRelatedTo", Id((int)((i * 7919L) % items)), null);
            if (json.BytesPending > 1 << 20)
                json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The item one level up: with seven levels, each parent has about as many children as every other.</summary>
    private static int Parent(int item)
    {
        var fan = 6;
        return Depth(item, fan) >= Levels ? item % fan + 1 : (item - 1) / fan;
    }

    private static int Depth(int item, int fan)
    {
        var depth = 0;
        for (; item > 0; item = (item - 1) / fan)
            depth++;
        return depth;
    }

    private void Item(Utf8JsonWriter json, int i)
    {
        json.WriteStartObject();
        Node(json, Id(i), "CFItems");
        json.WriteString("fullStatement", Sentences.Make(copy * items + i));
        json.WriteString("humanCodingScheme", "G." + i.ToString(CultureInfo.InvariantCulture));
        json.WriteString("CFItemType", "Standard");
        json.WriteString("language", "en");
        json.WriteEndObject();
        if (json.BytesPending > 1 << 20)
            json.Flush();
    }

    private void Link(Utf8JsonWriter json, int i, string type, Guid to, int? sequence)
    {
        json.WriteStartObject();
        Node(json, NameBasedId.Of(_space, $"{type} {i}"), "CFAssociations");
        json.WriteString("associationType", type);
        if (sequence is { } rank)
            json.WriteNumber("sequenceNumber", rank);
        End(json, "originNodeURI", Id(i));
        End(json, "destinationNodeURI", to);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, string name, Guid id)
    {
        json.WriteStartObject(name);
        json.WriteString("title", "Item");
        json.WriteString("identifier", id);
        json.WriteString("uri", $"https://example.org/ims/case/v1p1/CFItems/{id}");
        json.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter json, Guid id, string kind)
    {
        json.WriteString("identifier", id);
        json.WriteString("uri", $"https://example.org/ims/case/v1p1/{kind}/{id}");
        json.WriteString("lastChangeDateTime", Changed);
    }

    public Guid DocumentId => NameBasedId.Of(_space, "document");

    public Guid Id(int item) => NameBasedId.Of(_space, item.ToString(CultureInfo.InvariantCulture));
}
