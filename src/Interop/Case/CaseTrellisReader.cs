using System.Buffers;
using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Reads back what <see cref="CaseTrellis"/> wrote among the extensions. A member that is not as it was written counts as absent.</summary>
internal sealed class CaseTrellisReader
{
    private readonly Dictionary<string, JsonElement> _members;

    private CaseTrellisReader(Dictionary<string, JsonElement> members) => _members = members;

    public static CaseTrellisReader None { get; } = new([]);

    /// <summary>Takes Trellis's own part out of the "extensions" in an object; what is left of the object is null where nothing is.</summary>
    public static (CaseTrellisReader Own, string? Others) Split(string? json)
    {
        if (json is null || !json.Contains($"\"{CaseFields.Trellis}\":", StringComparison.Ordinal))
            return (None, json);
        using var source = JsonDocument.Parse(json);
        var members = CaseRaw.Members(source.RootElement);
        if (Of(members) is not { } own)
            return (None, json);
        var extensions = CaseRaw.Members(members["extensions"]);
        extensions.Remove(CaseFields.Trellis);
        members.Remove("extensions");
        var rest = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(rest, new() { Encoder = TextJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            WriteAll(writer, members);
            if (extensions.Count > 0)
            {
                writer.WriteStartObject("extensions"u8);
                WriteAll(writer, extensions);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        return (own, members.Count + extensions.Count == 0 ? null : Utf8.Strict.GetString(rest.WrittenSpan));
    }

    /// <summary>Trellis's own part of the extensions of an object in the bytes of a file.</summary>
    public static CaseTrellisReader In(ReadOnlyMemory<byte> json)
    {
        using var source = JsonDocument.Parse(json);
        return Of(CaseRaw.Members(source.RootElement)) ?? None;
    }

    public string? Text(string name) =>
        Find(name, JsonValueKind.String) is { } value && JsonStrings.Of(value) is { Length: > 0 } text ? text : null;

    public LanguageText? Languages(string name) => Find(name, JsonValueKind.Object) is { } value
        ? LanguageText.From(CaseRaw.Members(value).Where(m => m.Value.ValueKind == JsonValueKind.String).Select(m => KeyValuePair.Create(m.Key, JsonStrings.Of(m.Value))))
        : null;

    public LanguageTerms? Terms(string name) => Find(name, JsonValueKind.Object) is { } value
        ? LanguageTerms.From(CaseRaw.Members(value).Select(m => KeyValuePair.Create(m.Key, Strings(m.Value))))
        : null;

    public IReadOnlyList<string>? Texts(string name) => Find(name, JsonValueKind.Array) is { } list ? [.. Strings(list)] : null;

    public int? Whole(string name) => Find(name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : null;

    public double? Number(string name) => Find(name, JsonValueKind.Number) is { } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    public T? Member<T>(string name) where T : struct, Enum =>
        Text(name) is { } text && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private static CaseTrellisReader? Of(Dictionary<string, JsonElement> members) =>
        members.TryGetValue("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object
            && CaseRaw.Members(extensions).TryGetValue(CaseFields.Trellis, out var own) && own.ValueKind == JsonValueKind.Object
            ? new(CaseRaw.Members(own.Clone()))
            : null;

    private static void WriteAll(Utf8JsonWriter writer, Dictionary<string, JsonElement> members)
    {
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            CaseRaw.WriteFree(writer, value);
        }
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(JsonStrings.Of)]
        : [];

    private JsonElement? Find(string name, JsonValueKind kind) => _members.TryGetValue(name, out var value) && value.ValueKind == kind ? value : null;
}
