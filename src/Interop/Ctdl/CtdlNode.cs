using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>One node of a JSON-LD graph. Its properties are found by their name without prefix; what nobody took can be written out again.</summary>
internal sealed class CtdlNode
{
    private readonly Dictionary<string, (string Key, JsonElement Value)> _properties = [];
    private readonly HashSet<string> _taken = [];

    public CtdlNode(JsonElement element, string pointer)
    {
        (Element, Pointer) = (element, pointer);
        foreach (var property in element.EnumerateObject())
        {
            var key = JsonStrings.NameOf(property);
            if (key == CtdlFields.Own)
                Own = CtdlOwn.Of(property.Value);
            else
                Add(key.StartsWith('@') ? key : CtdlFields.Local(key), key, property.Value);
        }
        Id = Get("@id") is { ValueKind: JsonValueKind.String } id && !string.IsNullOrWhiteSpace(JsonStrings.Of(id)) ? JsonStrings.Of(id).Trim() : null;
        Types = [.. Get("@type") is { } types ? Each(types).Where(t => t.ValueKind == JsonValueKind.String).Select(t => CtdlFields.Local(JsonStrings.Of(t))) : []];
        _taken.UnionWith(["@id", "@type"]);
    }

    public JsonElement Element { get; }

    public string Pointer { get; }

    public string? Id { get; }

    public IReadOnlyList<string> Types { get; }

    /// <summary>What Trellis itself wrote into the node.</summary>
    public CtdlOwn Own { get; } = CtdlOwn.Of(null);

    /// <summary>A blank node has a name inside its file only.</summary>
    public bool IsBlank => Id is null || Id.StartsWith("_:", StringComparison.Ordinal);

    public JsonElement? Get(string name) => _properties.TryGetValue(name, out var p) && p.Value.ValueKind != JsonValueKind.Null ? p.Value : null;

    public string KeyOf(string name) => _properties.TryGetValue(name, out var p) ? p.Key : name;

    public string At(string name) => $"{Pointer}/{JsonStrings.Step(KeyOf(name))}";

    /// <summary>Takes a property out of the rest.</summary>
    public void Take(string name) => _taken.Add(name);

    /// <summary>Leaves a property in the rest though it was read, as it says more than was read.</summary>
    public void Leave(string name) => _taken.Remove(name);

    /// <summary>Whether a property holds just these texts in a list, which is how Trellis writes it.</summary>
    public bool IsList(string name, IReadOnlyList<string> texts) => Get(name) is { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) && list.EnumerateArray().Select(JsonStrings.Of).SequenceEqual(texts);

    /// <summary>Whether a property holds just this text.</summary>
    public bool IsText(string name, string text) => Get(name) is { ValueKind: JsonValueKind.String } value && JsonStrings.Of(value) == text;

    /// <summary>A text in all its languages: a language map, a plain text in the default language, values with tags, or lists of these.</summary>
    public LanguageText? Text(string name, string language)
    {
        if (Get(name) is not { } value)
            return null;
        _taken.Add(name);
        var texts = CtdlTexts.Of(value, language).GroupBy(t => t.Language, t => t.Text);
        return LanguageText.From(texts.Select(g => KeyValuePair.Create(g.Key, string.Join('\n', g.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct()))));
    }

    public LanguageTerms? Terms(string name, string language)
    {
        if (Get(name) is not { } value)
            return null;
        _taken.Add(name);
        return LanguageTerms.From(CtdlTexts.Of(value, language).GroupBy(t => t.Language, t => t.Text).Select(g => KeyValuePair.Create(g.Key, g.AsEnumerable())));
    }

    /// <summary>The first plain value of a property, in whatever shape it stands.</summary>
    public string? Plain(string name) => Get(name) is { } value
        ? CtdlTexts.Of(value, LanguageText.Unknown).Select(t => t.Text).Concat(Addresses(name)).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t))?.Trim()
        : null;

    /// <summary>The addresses that a property holds, as texts or as nodes with an address.</summary>
    public IEnumerable<string> Addresses(string name) => Get(name) is { } value
        ? Each(value).Select(CtdlTexts.Address).OfType<string>()
        : [];

    public IEnumerable<JsonElement> Values(string name) => Get(name) is { } value ? Each(value) : [];

    /// <summary>The properties that nobody took, and the types where they are not the one expected, as a JSON object; null where there is none.</summary>
    public string? Rest(string expectedType)
    {
        var rest = new Dictionary<string, JsonElement>();
        foreach (var (name, (key, value)) in _properties)
        {
            var isPlainType = name == "@type" && Types.Count == 1 && Types[0] == expectedType;
            if (!isPlainType && value.ValueKind != JsonValueKind.Null && (name == "@type" || !_taken.Contains(name)))
                rest[key] = value;
        }
        foreach (var (key, value) in Own.Members(CtdlFields.Extensions))
            rest[key] = value;
        return Write(rest);
    }

    /// <summary>Members as a compact JSON object; null where there is none.</summary>
    public static string? Write(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (members.Count == 0)
            return null;
        var json = new StringBuilder("{");
        foreach (var (key, value) in members)
        {
            json.Append(json.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(key, TextJson.Options)).Append(':')
                .Append(JsonCompact.Of(JsonMarshal.GetRawUtf8Value(value)));
        }
        return json.Append('}').ToString();
    }

    /// <summary>Of two terms with one name, that of CTDL-ASN is read; the other stays in the rest.</summary>
    private void Add(string name, string key, JsonElement value)
    {
        if (!_properties.TryGetValue(name, out var other) || other.Key == key)
        {
            _properties[name] = (key, value);
            return;
        }
        var isFirst = key.StartsWith("ceasn:", StringComparison.Ordinal);
        _properties[" " + (isFirst ? other.Key : key)] = isFirst ? other : (key, value);
        if (isFirst)
            _properties[name] = (key, value);
    }

    private static IEnumerable<JsonElement> Each(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(Each);
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@list"u8, out var list) ? Each(list) : [value];
    }
}
