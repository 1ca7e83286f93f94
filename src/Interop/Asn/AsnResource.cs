using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Asn;

/// <summary>One value of RDF in JSON: an address or a text, with its language where it has one.</summary>
internal sealed record AsnValue(string Value, string? Language);

/// <summary>One subject of RDF in JSON with its predicates, found by their name without namespace.</summary>
internal sealed class AsnResource
{
    private readonly Dictionary<string, (string Key, List<AsnValue> Values, string Raw)> _predicates = [];
    private readonly HashSet<string> _taken = ["type", "isPartOf"];

    public AsnResource(string address, JsonElement element)
    {
        Address = address;
        foreach (var property in element.EnumerateObject())
        {
            var key = JsonStrings.NameOf(property);
            _predicates[Local(key)] = (key, [.. Read(property.Value)], JsonCompact.Of(JsonMarshal.GetRawUtf8Value(property.Value)));
        }
    }

    public string Address { get; }

    public string Pointer => "/" + JsonStrings.Step(Address);

    /// <summary>A term without its namespace.</summary>
    public static string Local(string address) => address[(address.LastIndexOfAny(['/', '#']) + 1)..];

    public IReadOnlyList<AsnValue> Get(string name) => _predicates.TryGetValue(name, out var p) ? p.Values : [];

    public string KeyOf(string name) => _predicates.TryGetValue(name, out var p) ? p.Key : name;

    public bool Is(string type) => Get("type").Any(t => Local(t.Value) == type);

    public string At(string name) => $"{Pointer}/{JsonStrings.Step(KeyOf(name))}";

    public string? Plain(string name) => Get(name).Select(v => v.Value).FirstOrDefault();

    public void Take(string name) => _taken.Add(name);

    public LanguageText? Text(string name, string language)
    {
        _taken.Add(name);
        return LanguageText.From(Get(name).GroupBy(v => v.Language ?? language, v => v.Value).Select(g => KeyValuePair.Create(g.Key, string.Join('\n', g.Distinct()))));
    }

    /// <summary>The predicates that nobody took, as a JSON object; null where there is none.</summary>
    public string? Rest() => Write(_predicates.Where(p => !_taken.Contains(p.Key)).Select(p => p.Value));

    public string Whole() => Write(_predicates.Values) ?? "{}";

    private static string? Write(IEnumerable<(string Key, List<AsnValue> Values, string Raw)> predicates)
    {
        var json = new StringBuilder("{");
        foreach (var (key, _, raw) in predicates)
            json.Append(json.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(key, TextJson.Options)).Append(':').Append(raw);
        return json.Length == 1 ? null : json.Append('}').ToString();
    }

    private static IEnumerable<AsnValue> Read(JsonElement values)
    {
        var list = values.ValueKind == JsonValueKind.Array ? values.EnumerateArray().AsEnumerable() : [values];
        foreach (var value in list)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("value"u8, out var text) && text.ValueKind == JsonValueKind.String)
                yield return new(JsonStrings.Of(text).Trim(), value.TryGetProperty("lang"u8, out var tag) && tag.ValueKind == JsonValueKind.String ? JsonStrings.Of(tag) : null);
            else if (value.ValueKind == JsonValueKind.String)
                yield return new(JsonStrings.Of(value).Trim(), null);
        }
    }
}
