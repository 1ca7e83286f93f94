using System.Collections.Immutable;
using System.Text.Json;

namespace Trellis.Core.Text;

/// <summary>Keywords of one thing, by language, in the order they were given. Never empty.</summary>
public sealed class LanguageTerms
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> _values;

    private LanguageTerms(ImmutableSortedDictionary<string, ImmutableArray<string>> values) => _values = values;

    /// <summary>Keywords in several languages, or null where there is none.</summary>
    public static LanguageTerms? From(IEnumerable<KeyValuePair<string, IEnumerable<string>>> values)
    {
        var kept = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (language, terms) in values)
        {
            var clean = terms.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t.Trim()).ToImmutableArray();
            if (!clean.IsEmpty)
                kept[language] = clean;
        }
        return kept.Count == 0 ? null : new(kept.ToImmutable());
    }

    public static LanguageTerms? Of(string language, IEnumerable<string> terms) => From([new(language, terms)]);

    public IReadOnlyDictionary<string, ImmutableArray<string>> Values => _values;

    public IEnumerable<string> All => _values.Values.SelectMany(v => v);

    public string ToJson() => JsonSerializer.Serialize(_values.ToDictionary(v => v.Key, v => v.Value.ToArray()), TextJson.Options);

    public static LanguageTerms FromJson(string json) =>
        From(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, TextJson.Options)!
            .Select(v => new KeyValuePair<string, IEnumerable<string>>(v.Key, v.Value)))
        ?? throw new FormatException($"Keywords without a word: {json}");
}
