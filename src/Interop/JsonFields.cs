using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>Reads the fields of small JSON files, and keeps those that have no place of their own.</summary>
internal static class JsonFields
{
    /// <summary>A file that was walked through, with its repairs on the report.</summary>
    public static JsonDocument Open(ImportSource source, ImportReport report)
    {
        var text = JsonText.Open(source);
        foreach (var repair in text.Repairs)
            report.Add(repair);
        return JsonDocument.Parse(text.Bytes, new() { MaxDepth = JsonText.MaxDepth + 1 });
    }

    /// <summary>The text of a field; null where it is absent, empty or no text.</summary>
    public static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && String(value) is { Length: > 0 } text ? text : null;

    public static List<string> Texts(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(String).Where(t => t.Length > 0)]
            : [];

    /// <summary>All fields but the named ones as a JSON object; null where there are none, empty lists not counted.</summary>
    public static string? Rest(JsonElement row, params ReadOnlySpan<string> taken)
    {
        var rest = new JsonObject();
        foreach (var field in row.EnumerateObject())
        {
            if (!taken.Contains(field.Name) && field.Value.ValueKind != JsonValueKind.Null && !(field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() == 0))
                rest[field.Name] = JsonNode.Parse(JsonCompact.Of(Utf8.Strict.GetBytes(field.Value.GetRawText())));
        }
        return rest.Count == 0 ? null : rest.ToJsonString(TextJson.Options);
    }

    private static string String(JsonElement value) => JsonStrings.Of(Utf8.Strict.GetBytes(value.GetRawText())).Trim();
}
