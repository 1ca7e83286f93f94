using System.Text.Json;

namespace Trellis.Interop;

/// <summary>Objects of any shape, as a source gave them, on their way out again. Nothing null goes with them.</summary>
internal static class JsonFree
{
    /// <summary>Writes anything as it is, but without nulls; of two members with the same name, the last.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var (name, member) in Members(value))
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var one in value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Null))
                    Write(json, one);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(JsonStrings.Of(value));
                break;
            default:
                json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    /// <summary>The members of an object without those that are null; of two with the same name, the last.</summary>
    public static Dictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
                members[JsonStrings.NameOf(member)] = member.Value;
        }
        return members;
    }
}
