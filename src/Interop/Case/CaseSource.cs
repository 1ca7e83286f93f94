using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>What a version keeps of its source beside what Trellis models, by the part of a package to which it belongs.</summary>
internal sealed class CaseSource
{
    private static readonly string[] Parts = ["CFDocument", "CFDefinitions", "CFRubrics", "extensions"];

    private readonly Dictionary<string, JsonElement> _members;
    private readonly Dictionary<string, JsonElement> _definitions;

    private CaseSource(Dictionary<string, JsonElement> members, bool isCase)
    {
        (_members, IsCase) = (members, isCase);
        _definitions = isCase && Part("CFDefinitions") is { ValueKind: JsonValueKind.Object } definitions ? CaseRaw.Members(definitions) : [];
    }

    /// <summary>Whether the framework came as CASE.</summary>
    public bool IsCase { get; }

    /// <summary>The CFDocument as it came; undefined where there was none.</summary>
    public JsonElement Document => IsCase ? Part("CFDocument") : default;

    public bool HasDefinitions => _definitions.Any(d => d.Value.ValueKind != JsonValueKind.Array || d.Value.GetArrayLength() > 0);

    public IReadOnlyList<JsonElement> Rubrics => IsCase ? Objects(Part("CFRubrics")) : [];

    public static CaseSource Of(FrameworkVersion version)
    {
        if (version.Extensions is not { } extensions)
            return new([], IsFromCase(version));
        using var source = JsonDocument.Parse(extensions);
        return new(CaseRaw.Members(source.RootElement.Clone()), IsFromCase(version));
    }

    public IReadOnlyList<JsonElement> Definitions(string name) => Objects(_definitions.GetValueOrDefault(name));

    /// <summary>What is no part of a package known to CASE, as the package's extensions.</summary>
    public void WriteRest(Utf8JsonWriter json)
    {
        var rest = _members.Where(m => !IsCase || !Parts.Contains(m.Key)).ToDictionary();
        if (IsCase && Part("extensions") is { ValueKind: JsonValueKind.Object } extensions)
        {
            foreach (var (name, value) in CaseRaw.Members(extensions))
                rest[name] = value;
        }
        Write(json, rest);
    }

    public void WriteRestOfDefinitions(Utf8JsonWriter json)
    {
        var rest = _definitions.Where(d => CaseClasses.Definitions.Find(d.Key) is null).ToDictionary();
        if (_definitions.TryGetValue("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, value) in CaseRaw.Members(extensions))
                rest[name] = value;
        }
        Write(json, rest);
    }

    private static void Write(Utf8JsonWriter json, Dictionary<string, JsonElement> rest)
    {
        if (rest.Count == 0)
            return;
        json.WriteStartObject("extensions"u8);
        foreach (var (name, value) in rest)
        {
            json.WritePropertyName(name);
            CaseRaw.WriteFree(json, value);
        }
        json.WriteEndObject();
    }

    private static bool IsFromCase(FrameworkVersion version) => version.SourceFormat.StartsWith("case", StringComparison.Ordinal);

    private static IReadOnlyList<JsonElement> Objects(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)] : [];

    private JsonElement Part(string name) => _members.GetValueOrDefault(name);
}
