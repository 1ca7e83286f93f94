using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>Writes a link as our own forms of JSON have it. What stands around it and after it differs from form to form.</summary>
internal static class LinkJson
{
    /// <summary>The members of a link from its identifier to its address; what is not known is left out.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Alignment link)
    {
        json.WriteString("id", link.Id);
        json.WriteString("type", link.Type);
        Write(json, "origin", link.Origin);
        Write(json, "destination", link.Destination);
        if (link.Sequence is { } sequence)
            json.WriteNumber("sequence", sequence);
        if (link.Weight is { } weight)
            json.WriteNumber("weight", weight);
        Write(json, "author", link.Author);
        Write(json, "evidence", link.Evidence);
        Write(json, "notes", link.Notes);
        Write(json, "uri", link.Uri);
    }

    public static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, string name, NodeRef node)
    {
        json.WriteStartObject(name);
        json.WriteString("id", node.Id);
        Write(json, "uri", node.Uri);
        Write(json, "title", node.Title);
        Write(json, "scheme", node.Scheme);
        json.WriteEndObject();
    }
}
