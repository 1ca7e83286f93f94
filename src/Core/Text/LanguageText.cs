using System.Collections.Immutable;
using System.Text.Json;

namespace Trellis.Core.Text;

/// <summary>
/// One text as it was written in one or more languages. Languages are BCP 47 tags kept as they came ("en", "en-US",
/// "es"); <see cref="Unknown"/> stands where a source names none. Never empty; two texts are equal when every language is.
/// </summary>
public sealed class LanguageText : IEquatable<LanguageText>
{
    /// <summary>The tag of a text whose language the source does not say.</summary>
    public const string Unknown = "und";

    private readonly ImmutableSortedDictionary<string, string> _values;

    private LanguageText(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>A text in one language; white space at its ends is dropped.</summary>
    public static LanguageText Of(string language, string text) =>
        new(Empty.Add(Tag(language), text.Trim()));

    /// <summary>A text in several languages, or null where none has a character in it.</summary>
    public static LanguageText? From(IEnumerable<KeyValuePair<string, string>> values)
    {
        var kept = values.Where(v => !string.IsNullOrWhiteSpace(v.Value))
            .Aggregate(Empty, (all, v) => all.SetItem(Tag(v.Key), v.Value.Trim()));
        return kept.IsEmpty ? null : new(kept);
    }

    /// <summary>A text in one language, or null where there is no character in it.</summary>
    public static LanguageText? OfNullable(string language, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Of(language, text);

    private static ImmutableSortedDictionary<string, string> Empty { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public IEnumerable<string> Languages => _values.Keys;

    public IReadOnlyDictionary<string, string> Values => _values;

    public bool Has(string language) => _values.ContainsKey(language);

    /// <summary>The text for a reader of <paramref name="language"/>: exact tag, same language, English, or the first.</summary>
    public string In(string language) => _values[LanguageFor(language)];

    /// <summary>The tag of the text that <see cref="In"/> gives, for the page's lang attribute.</summary>
    public string LanguageFor(string language)
    {
        if (_values.ContainsKey(language))
            return language;
        var primary = Primary(language);
        return _values.Keys.FirstOrDefault(k => Primary(k) == primary)
            ?? _values.Keys.FirstOrDefault(k => Primary(k) == "en")
            ?? _values.Keys.First();
    }

    public LanguageText With(string language, string text) => new(_values.SetItem(Tag(language), text.Trim()));

    public string ToJson() => JsonSerializer.Serialize<IDictionary<string, string>>(_values, TextJson.Options);

    public static LanguageText FromJson(string json) =>
        From(JsonSerializer.Deserialize<Dictionary<string, string>>(json, TextJson.Options)!)
        ?? throw new FormatException($"A language text without a text: {json}");

    public bool Equals(LanguageText? other) =>
        other is not null && _values.Count == other._values.Count
        && _values.All(v => other._values.TryGetValue(v.Key, out var text) && text == v.Value);

    public override bool Equals(object? obj) => Equals(obj as LanguageText);

    public override int GetHashCode() => _values.Aggregate(17, (hash, v) => HashCode.Combine(hash, v.Key, v.Value));

    public override string ToString() => In("en");

    /// <summary>The language of a tag without script, region or variant: "en" of "en-US" and of "en_US".</summary>
    public static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();

    private static string Tag(string language) => string.IsNullOrWhiteSpace(language) ? Unknown : language.Trim();
}
