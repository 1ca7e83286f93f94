using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trellis.Core.Text;
using Trellis.Tests.Support;

namespace Trellis.Tests.Interop;

/// <summary>
/// Validates JSON against the official files of CASE: just the keywords that they use, and nothing forgiven. Where two closed
/// schemas are joined by allOf, as in the description of 1.0, their members count together.
/// </summary>
public sealed class CaseSchema
{
    private static readonly HashSet<string> Known =
    [
        "type", "properties", "required", "additionalProperties", "items", "minItems", "enum", "pattern", "format", "$ref", "anyOf", "oneOf", "allOf",
        "description", "$comment", "title", "$id", "$schema", "$defs",
    ];

    private readonly JsonElement _root;
    private readonly string _definitions;
    private readonly bool _isAnchored;

    private CaseSchema(string file, string definitions, bool isAnchored = true)
    {
        _isAnchored = isAnchored;
        _root = JsonDocument.Parse(File.ReadAllBytes(SharedStandards.Path(file))).RootElement;
        _definitions = definitions;
    }

    public static CaseSchema Api1p1 { get; } = new("case/imscasev1p1_openapi3_v1p0.json", "components/schemas");

    public static CaseSchema Api1p0 { get; } = new("case/case_v1p0_openapi2.json", "definitions");

    /// <summary>Its pattern for names of one's own lacks the hyphen that the standard allows, which shows only where patterns must match whole texts.</summary>
    public static CaseSchema Package1p1 { get; } = new("case/case_v1p1_cfpackage-jsonschema1.json", "$defs", isAnchored: false);

    public JsonElement Root => _root;

    /// <summary>What is wrong with a value by the class named, or by the whole file where none is: at most 20 faults, each with its place.</summary>
    public List<string> Faults(JsonElement value, string? type)
    {
        var faults = new List<string>();
        Check(value, type is null ? _root : Definition(type), "", faults);
        return faults;
    }

    private JsonElement Definition(string name) => At(_definitions).GetProperty(name);

    private JsonElement At(string path) => path.Split('/').Aggregate(_root, (e, step) => e.GetProperty(step));

    private void Check(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        if (faults.Count >= 20)
            return;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, At(reference.GetString()!["#/".Length..]), at, faults);
            return;
        }
        foreach (var keyword in schema.EnumerateObject().Select(p => p.Name).Where(n => !Known.Contains(n) && !n.StartsWith("x-", StringComparison.Ordinal)))
            faults.Add($"{at}: the schema uses {keyword}, which is not looked at");
        if (schema.TryGetProperty("anyOf", out var choices) || schema.TryGetProperty("oneOf", out choices))
        {
            if (!choices.EnumerateArray().Any(c => Fits(value, c)))
                faults.Add($"{at}: {Short(value)} fits none of the choices");
            return;
        }
        if (value.ValueKind == JsonValueKind.Object)
            CheckObject(value, schema, at, faults);
        else
            CheckValue(value, schema, at, faults);
    }

    private void CheckObject(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        if (schema.TryGetProperty("type", out var type) && type.GetString() != "object")
            faults.Add($"{at}: should be {type}, is an object");
        var parts = schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().Select(Resolve).ToList() : [schema];
        var properties = new Dictionary<string, JsonElement>();
        foreach (var part in parts.Where(p => p.TryGetProperty("properties", out _)))
        {
            foreach (var property in part.GetProperty("properties").EnumerateObject())
                properties[property.Name] = property.Value;
        }
        foreach (var name in parts.Where(p => p.TryGetProperty("required", out _)).SelectMany(p => p.GetProperty("required").EnumerateArray()).Select(n => n.GetString()!))
        {
            if (!value.TryGetProperty(name, out _))
                faults.Add($"{at}: {name} is missing");
        }
        var isOpen = parts.TrueForAll(p => !p.TryGetProperty("additionalProperties", out var more) || more.ValueKind == JsonValueKind.True);
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                faults.Add($"{at}: {member.Name} stands twice");
            if (properties.TryGetValue(member.Name, out var property))
                Check(member.Value, property, $"{at}/{member.Name}", faults);
            else if (!isOpen)
                faults.Add($"{at}: {member.Name} is not in the model");
            else if (HasNull(member.Value))
                faults.Add($"{at}/{member.Name}: holds null");
        }
    }

    private void CheckValue(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        var type = schema.TryGetProperty("type", out var t) ? t.GetString() : null;
        var fits = type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => false,
        };
        if (!fits)
        {
            faults.Add($"{at}: should be {type}, is {Short(value)}");
            return;
        }
        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
            faults.Add($"{at}: has fewer than {least} members");
        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var (one, i) in value.EnumerateArray().Select((v, i) => (v, i)))
                Check(one, items, $"{at}/{i.ToString(CultureInfo.InvariantCulture)}", faults);
        }
        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(n => n.GetString() == value.GetString()))
            faults.Add($"{at}: {Short(value)} is not in the list");
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, _isAnchored ? $"^(?:{pattern})$" : pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
            faults.Add($"{at}: {Short(value)} is not of the form {pattern}");
        if (schema.TryGetProperty("format", out var format) && value.ValueKind == JsonValueKind.String && !IsOf(format.GetString()!, value.GetString()!))
            faults.Add($"{at}: {Short(value)} is no {format}");
    }

    private JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? At(reference.GetString()!["#/".Length..]) : schema;

    private bool Fits(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "", faults);
        return faults.Count == 0;
    }

    private static bool IsOf(string format, string text) => format switch
    {
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) && !text.Any(char.IsWhiteSpace),
        "uuid" => Guid.TryParseExact(text, "D", out _) && text.All(c => !char.IsAsciiLetterUpper(c)),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static bool HasNull(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => value.EnumerateObject().Any(m => HasNull(m.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HasNull),
        _ => false,
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText();
}
