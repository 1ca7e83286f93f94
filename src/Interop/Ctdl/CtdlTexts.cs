using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Texts and addresses in the many shapes that JSON-LD allows for them.</summary>
internal static class CtdlTexts
{
    public static IEnumerable<(string Language, string Text)> Of(JsonElement value, string language) => value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number => [(language, JsonStrings.Of(value))],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(v => Of(v, language)),
        JsonValueKind.Object => OfObject(value, language),
        _ => [],
    };

    /// <summary>The address of a text or a node; null where there is none.</summary>
    public static string? Address(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var node = new CtdlNode(value, "");
            return node.Id ?? node.Addresses("targetNode").FirstOrDefault();
        }
        var text = value.ValueKind == JsonValueKind.String ? JsonStrings.Of(value).Trim() : "";
        return text.Length == 0 ? null : text;
    }

    /// <summary>A language as a BCP 47 tag, also where it is written as an address of the Library of Congress.</summary>
    public static string Tag(string written) => CtdlFields.Local(written.Trim()) switch
    {
        "eng" => "en",
        "spa" => "es",
        "fra" or "fre" => "fr",
        "deu" or "ger" => "de",
        "por" => "pt",
        "zho" or "chi" => "zh",
        "" => LanguageText.Unknown,
        var tag => tag,
    };

    private static IEnumerable<(string Language, string Text)> OfObject(JsonElement value, string language)
    {
        if (value.TryGetProperty("@value"u8, out var inner))
        {
            var own = value.TryGetProperty("@language"u8, out var tag) && tag.ValueKind == JsonValueKind.String ? JsonStrings.Of(tag) : language;
            return Of(inner, own);
        }
        return value.EnumerateObject().Select(p => (Name: JsonStrings.NameOf(p), p.Value))
            .Where(p => p.Name == "@none" || (!p.Name.StartsWith('@') && !p.Name.Contains(':', StringComparison.Ordinal)))
            .SelectMany(p => p.Value.ValueKind == JsonValueKind.Object ? [] : Of(p.Value, p.Name == "@none" ? LanguageText.Unknown : p.Name));
    }
}
