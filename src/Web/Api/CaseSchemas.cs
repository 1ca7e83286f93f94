using System.Text.Json.Nodes;
using Trellis.Interop;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>The classes of CASE as schemas of OpenAPI.</summary>
internal static class CaseSchemas
{
    public const string Status = "imsx_StatusInfoDType";

    private const string UuidPattern = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5]{1}[0-9a-f]{3}-[8-9a-b]{1}[0-9a-f]{3}-[0-9a-f]{12}";
    private const string OwnNamePattern = @"(ext:)[a-zA-Z0-9\.\-_]+";

    /// <summary>Every class that an answer may hold, by name.</summary>
    public static JsonObject All()
    {
        var found = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var operation in CaseOperation.All)
            Add(operation.Answer);
        foreach (var (name, schema) in StatusSchemas())
            found[name] = schema;
        return new(found.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value)));

        void Add(CaseClass type)
        {
            if (!found.TryAdd(type.Name, Of(type)))
                return;
            foreach (var part in type.Fields.Select(f => f.Class).OfType<CaseClass>())
                Add(part);
        }
    }

    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static JsonObject Of(CaseClass type)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(type.Fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, Of(f)))),
        };
        if (type.Fields.Any(f => f.IsRequired))
            schema["required"] = Texts(type.Fields.Where(f => f.IsRequired).Select(f => f.Name));
        schema["additionalProperties"] = type.IsOpen;
        return schema;
    }

    private static JsonObject Of(CaseField field) => field.IsList
        ? new() { ["type"] = "array", ["minItems"] = field.Fewest, ["items"] = One(field) }
        : One(field);

    private static JsonObject One(CaseField field) => field.Value switch
    {
        _ when field.Class is { } type => Reference(type.Name),
        CaseValue.Uri => Text("format", "uri"),
        CaseValue.Uuid => Text("pattern", UuidPattern),
        CaseValue.Instant => Text("format", "date-time"),
        CaseValue.Day => Text("format", "date"),
        CaseValue.Whole => new() { ["type"] = "integer", ["format"] = "int32" },
        CaseValue.Number => new() { ["type"] = "number", ["format"] = "float" },
        CaseValue.Edition => Choice(CaseEdition.V1p1.Number),
        CaseValue.TargetType => OrOwn(Choice("CASE")),
        CaseValue.AssociationType => OrOwn(Choice([.. CaseFields.AssociationTypes])),
        _ => new() { ["type"] = "string" },
    };

    private static IEnumerable<(string Name, JsonObject Schema)> StatusSchemas()
    {
        yield return (Status, Closed(
            ["imsx_codeMajor", "imsx_severity"],
            ("imsx_codeMajor", Choice("failure", "processing", "success", "unsupported")), ("imsx_severity", Choice("error", "status", "warning")),
            ("imsx_description", new() { ["type"] = "string" }), ("imsx_codeMinor", Reference("imsx_CodeMinorDType"))));
        yield return ("imsx_CodeMinorDType", Closed(
            ["imsx_codeMinorField"],
            ("imsx_codeMinorField", new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("imsx_CodeMinorFieldDType") })));
        yield return ("imsx_CodeMinorFieldDType", Closed(
            ["imsx_codeMinorFieldName", "imsx_codeMinorFieldValue"],
            ("imsx_codeMinorFieldName", new() { ["type"] = "string" }), ("imsx_codeMinorFieldValue", Choice([.. CaseStatus.Codes]))));
    }

    private static JsonObject Closed(string[] required, params (string Name, JsonObject Schema)[] parts) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parts.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Schema))),
        ["required"] = Texts(required),
        ["additionalProperties"] = false,
    };

    private static JsonObject Text(string rule, string value) => new() { ["type"] = "string", [rule] = value };

    private static JsonObject Choice(params string[] values) => new() { ["type"] = "string", ["enum"] = Texts(values) };

    private static JsonObject OrOwn(JsonObject known) => new() { ["anyOf"] = new JsonArray(known, Text("pattern", OwnNamePattern)) };

    private static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
