using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Text;

namespace Trellis.Interop.Tables;

/// <summary>What a file says and a framework has no place for, as one JSON object.</summary>
internal static class CsvExtensions
{
    /// <summary>The object of the extensions cell, untouched where no other value joins it. A cell that is no object becomes a text in one.</summary>
    public static (string? Json, bool IsFault) Merge(string? cell, IReadOnlyList<(string Key, string Value)> others)
    {
        var known = Parse(cell);
        var fault = cell is not null && known is null;
        if (others.Count == 0 && !fault)
            return (cell, false);
        var all = known ?? [];
        if (fault)
            all["extensions"] = cell;
        foreach (var (key, value) in others)
            all[key] = Value(key, value);
        return (all.ToJsonString(TextJson.Options), fault);
    }

    /// <summary>Levels of education are a list wherever they are read.</summary>
    private static JsonNode Value(string key, string value) => key == "educationLevel"
        ? new JsonArray([.. value.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => JsonValue.Create(v))])
        : JsonValue.Create(value);

    private static JsonObject? Parse(string? cell)
    {
        if (cell is null)
            return null;
        try
        {
            return JsonNode.Parse(cell) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
