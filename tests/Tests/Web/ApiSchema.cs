using System.Text.Json;

namespace Trellis.Tests.Web;

/// <summary>
/// Validates answers against the schemas of an OpenAPI 3.1 document, just by the keywords that ours uses. A field that the schema does
/// not have is a fault: what is given out is described.
/// </summary>
internal sealed class ApiSchema(JsonElement document)
{
    private static readonly HashSet<string> Known =
        ["type", "properties", "required", "items", "oneOf", "enum", "format", "$ref", "additionalProperties", "description", "default"];

    public List<string> Faults(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "", faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        if (faults.Count > 20)
            return;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, reference.GetString()!["#/".Length..].Split('/').Aggregate(document, (e, step) => e.GetProperty(step)), at, faults);
            return;
        }
        foreach (var keyword in schema.EnumerateObject().Select(p => p.Name).Where(n => !Known.Contains(n)))
            faults.Add($"{at}: the schema uses {keyword}, which is not looked at");
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            if (!choices.EnumerateArray().Any(c => Faults(value, c).Count == 0))
                faults.Add($"{at}: fits none of the choices");
            return;
        }
        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(n => n.GetString() == value.GetString()))
            faults.Add($"{at}: {value} is not in the list");
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Fits(value, t)))
            faults.Add($"{at}: should be {type}, is {value.ValueKind}");
        else if (value.ValueKind == JsonValueKind.Object)
            CheckObject(value, schema, at, faults);
        else if (value.ValueKind == JsonValueKind.Array)
            CheckItems(value, schema, at, faults);
    }

    private void CheckObject(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(n => n.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
                faults.Add($"{at}: {name} is missing");
        }
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var property))
                Check(member.Value, property, $"{at}/{member.Name}", faults);
            else if (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object)
                Check(member.Value, more, $"{at}/{member.Name}", faults);
            else
                faults.Add($"{at}: {member.Name} is not described");
        }
    }

    private void CheckItems(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        foreach (var (i, one) in value.EnumerateArray().Index())
            Check(one, schema.GetProperty("items"), FormattableString.Invariant($"{at}/{i}"), faults);
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
