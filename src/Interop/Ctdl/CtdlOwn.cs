using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Reads back our own member of a node. A part that is not as it was written counts as absent.</summary>
internal sealed class CtdlOwn
{
    private readonly Dictionary<string, JsonElement> _members;
    private readonly List<CtdlTold> _whole;

    private CtdlOwn(Dictionary<string, JsonElement> members)
    {
        _members = members;
        _whole = Find(CtdlFields.Whole, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray().Select(CtdlWholeLink.Read).OfType<CtdlTold>()] : [];
    }

    public static CtdlOwn Of(JsonElement? value) => new(
        value is { ValueKind: JsonValueKind.Object } node && node.TryGetProperty("@value"u8, out var inner) && inner.ValueKind == JsonValueKind.Object ? JsonFree.Members(inner) : []);

    public string? Text(string name) => Find(name, JsonValueKind.String) is { } value ? JsonStrings.Of(value) : null;

    /// <summary>A text that, being empty, says that there is none; <paramref name="otherwise"/> where nothing is said.</summary>
    public string? Or(string name, string? otherwise) => Text(name) is { } text ? text.Length == 0 ? null : text : otherwise;

    public bool Is(string name) => Find(name, JsonValueKind.True) is not null;

    public int? Number(string name) => Find(name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : null;

    public LanguageText? Texts(string name) => Find(name, JsonValueKind.Object) is { } value
        ? LanguageText.From(JsonFree.Members(value).Where(m => m.Value.ValueKind == JsonValueKind.String).Select(m => KeyValuePair.Create(m.Key, JsonStrings.Of(m.Value))))
        : null;

    public IReadOnlyList<string>? List(string name) => Find(name, JsonValueKind.Array) is { } value
        ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(JsonStrings.Of)]
        : null;

    public Dictionary<string, JsonElement> Members(string name) => Find(name, JsonValueKind.Object) is { } value ? JsonFree.Members(value) : [];

    /// <summary>Whether a link stands under a property and address.</summary>
    public bool Tells(string property, string address) => _whole.Exists(w => w.Property == property && w.Address == address);

    /// <summary>The links that stand under a property and address; they are not given twice.</summary>
    public List<CtdlTold> Pop(string property, string address)
    {
        var found = _whole.FindAll(w => w.Property == property && w.Address == address);
        _whole.RemoveAll(found.Contains);
        return found;
    }

    /// <summary>The links that no property told.</summary>
    public IReadOnlyList<CtdlTold> Rest => _whole;

    private JsonElement? Find(string name, JsonValueKind kind) => _members.TryGetValue(name, out var value) && value.ValueKind == kind ? value : null;
}
