using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>A link with all that the model knows of it, in our own member of a node.</summary>
internal static class CtdlWholeLink
{
    public static void Write(Utf8JsonWriter json, CtdlTold told)
    {
        var link = told.Link;
        json.WriteStartObject();
        LinkJson.Write(json, "property", told.Property);
        LinkJson.Write(json, "address", told.Address);
        LinkJson.WriteMembers(json, link);
        LinkJson.Write(json, "changed", CtdlDates.Text(link.ChangedAt));
        if (link.Extensions is { } extensions)
        {
            json.WritePropertyName("extensions");
            using var source = JsonDocument.Parse(extensions, new() { MaxDepth = 2 * JsonText.MaxDepth });
            JsonFree.Write(json, source.RootElement);
        }
        json.WriteEndObject();
    }

    /// <summary>A link as it was written; null where it is not as it was written.</summary>
    public static CtdlTold? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var members = JsonFree.Members(value);
        if (!Guid.TryParse(Text(members, "id"), out var id) || Text(members, "type") is not { } type || Node(members, "origin") is not { } origin || Node(members, "destination") is not { } destination)
            return null;
        var link = new Alignment
        {
            Id = id,
            Type = type,
            Origin = origin,
            Destination = destination,
            Sequence = members.TryGetValue("sequence", out var s) && s.ValueKind == JsonValueKind.Number && s.TryGetInt32(out var sequence) ? sequence : null,
            Weight = members.TryGetValue("weight", out var w) && w.ValueKind == JsonValueKind.Number && w.TryGetDouble(out var weight) ? weight : null,
            Author = Text(members, "author"),
            Evidence = Text(members, "evidence"),
            Notes = Text(members, "notes"),
            Uri = Text(members, "uri"),
            ChangedAt = Text(members, "changed") is { } at && SourceDate.Read(at) is { } date ? date.At : DateTimeOffset.UnixEpoch,
            Extensions = members.TryGetValue("extensions", out var more) && more.ValueKind == JsonValueKind.Object ? JsonCompact.Of(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(more)) : null,
        };
        return new(link, null, Text(members, "property"), Text(members, "address"));
    }

    private static NodeRef? Node(Dictionary<string, JsonElement> members, string name)
    {
        if (!members.TryGetValue(name, out var value) || value.ValueKind != JsonValueKind.Object)
            return null;
        var node = JsonFree.Members(value);
        return Text(node, "id") is { } id ? new(id, Text(node, "uri"), Text(node, "title"), Text(node, "scheme")) : null;
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonStrings.Of(value) : null;
}
