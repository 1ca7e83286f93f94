using System.Globalization;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Updates;

/// <summary>
/// What a statement says, field by field: "text@en" for a text in a language, "notation", "parent" and so on. Dates are not in it, nor
/// the place among siblings.
/// </summary>
public static class StatementValues
{
    public const string Parent = "parent";
    public const string Notation = "notation";

    private const char Divider = '\u001F';

    /// <summary>What a statement says, by the names of its columns.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="main">The language that stands for <see cref="LanguageText.Unknown"/>.</param>
    public static SortedDictionary<string, string> Of(Statement s, string main)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("text", s.Text);
        Add("label", s.Label);
        Add("notes", s.Notes);
        foreach (var (tag, terms) in s.Keywords?.Values ?? new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>>())
            values[Field("keywords", tag, main)] = string.Join(Divider, terms);
        Set(Parent, s.ParentId?.ToString("D"));
        Set(Notation, s.Notation);
        Set("kind", s.Kind.ToString());
        // Below a tier it follows from the place.
        Set("tier", s.Kind == StatementKind.Tier || s.ParentId is null ? s.Tier?.ToString(CultureInfo.InvariantCulture) : null);
        Set("type", s.TypeLabel);
        Set("uri", s.Uri);
        Set("derivedFrom", s.DerivedFrom);
        Set("extensions", s.Extensions);
        return values;

        void Add(string field, LanguageText? text)
        {
            foreach (var (tag, words) in text?.Values ?? new Dictionary<string, string>())
                values[Field(field, tag, main)] = words;
        }

        void Set(string field, string? value)
        {
            if (value is not null)
                values[field] = value;
        }
    }

    public static Statement Make(Guid id, IReadOnlyDictionary<string, string> values, DateTimeOffset changedAt) => new()
    {
        Id = id,
        Text = Text("text", values)!,
        Label = Text("label", values),
        Notes = Text("notes", values),
        Keywords = LanguageTerms.From(In("keywords", values).Select(v => new KeyValuePair<string, IEnumerable<string>>(v.Key, v.Value.Split(Divider)))),
        ParentId = values.TryGetValue(Parent, out var parent) ? Guid.ParseExact(parent, "D") : null,
        Notation = values.GetValueOrDefault(Notation),
        Kind = Enum.Parse<StatementKind>(values["kind"]),
        Tier = values.TryGetValue("tier", out var tier) ? int.Parse(tier, CultureInfo.InvariantCulture) : null,
        TypeLabel = values.GetValueOrDefault("type"),
        Uri = values.GetValueOrDefault("uri"),
        DerivedFrom = values.GetValueOrDefault("derivedFrom"),
        Extensions = values.GetValueOrDefault("extensions"),
        ChangedAt = changedAt,
    };

    /// <summary>A field of a text in a language.</summary>
    public static string Field(string name, string tag, string main) => $"{name}@{(tag == LanguageText.Unknown ? main : tag)}";

    /// <summary>A value as people read it.</summary>
    public static string? Shown(string? value) => value?.Replace(Divider.ToString(), "; ", StringComparison.Ordinal);

    public static bool IsWording(string field) => field.StartsWith("text@", StringComparison.Ordinal) || field.StartsWith("label@", StringComparison.Ordinal);

    private static LanguageText? Text(string name, IReadOnlyDictionary<string, string> values) => LanguageText.From(In(name, values));

    private static IEnumerable<KeyValuePair<string, string>> In(string name, IReadOnlyDictionary<string, string> values) => values
        .Where(v => v.Key.StartsWith(name + "@", StringComparison.Ordinal)).Select(v => new KeyValuePair<string, string>(v.Key[(name.Length + 1)..], v.Value));
}
