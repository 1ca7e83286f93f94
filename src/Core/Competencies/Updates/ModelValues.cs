using System.Globalization;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Updates;

/// <summary>What a framework and its version say of themselves, field by field, and the version that such fields make.</summary>
public static class ModelValues
{
    private const char Divider = '\u001F';
    private const string DayForm = "yyyy-MM-dd";

    public static SortedDictionary<string, string> Of(FrameworkContent content, string main)
    {
        var (framework, version) = (content.Framework, content.Version);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in new[] { ("title", version.Title), ("description", version.Description), ("notice", version.Notice) })
        {
            foreach (var (tag, words) in text?.Values ?? new Dictionary<string, string>())
                values[StatementValues.Field(name, tag, main)] = words;
        }
        foreach (var (name, value) in new (string, string?)[]
        {
            ("publisher", framework.Publisher), ("uri", framework.Uri), ("ctid", framework.Ctid), ("kind", framework.Kind.ToString()),
            ("industries", string.Join(Divider, framework.Industries)), ("adoptionStatus", version.AdoptionStatus),
            ("statusStart", version.StatusStart?.ToString(DayForm, CultureInfo.InvariantCulture)), ("statusEnd", version.StatusEnd?.ToString(DayForm, CultureInfo.InvariantCulture)),
            ("champions", string.Join(Divider, version.Champions)), ("sources", string.Join(Divider, version.Sources)), ("extensions", version.Extensions),
        })
        {
            if (!string.IsNullOrEmpty(value))
                values[name] = value;
        }
        return values;
    }

    public static Framework Framework(Framework now, IReadOnlyDictionary<string, string> values) => new()
    {
        Id = now.Id,
        Slug = now.Slug,
        Publisher = values.GetValueOrDefault("publisher", ""),
        Uri = values.GetValueOrDefault("uri"),
        Ctid = values.GetValueOrDefault("ctid"),
        Kind = Enum.Parse<FrameworkKind>(values["kind"]),
        Industries = List(values, "industries"),
    };

    public static FrameworkVersion Version(FrameworkVersion now, IReadOnlyDictionary<string, string> values, DateTimeOffset when) => new()
    {
        Title = Text(values, "title") ?? now.Title,
        Description = Text(values, "description"),
        Notice = Text(values, "notice"),
        Language = now.Language,
        AdoptionStatus = values.GetValueOrDefault("adoptionStatus"),
        StatusStart = Day(values, "statusStart"),
        StatusEnd = Day(values, "statusEnd"),
        Champions = List(values, "champions"),
        Sources = List(values, "sources"),
        Extensions = values.GetValueOrDefault("extensions"),
        ChangedAt = when,
    };

    /// <summary>The next number after that of a version: its last figures counted up until nobody has it.</summary>
    public static string NextNumber(string number, IReadOnlyCollection<string> taken)
    {
        var digits = number.Length - number.AsSpan().TrimEnd("0123456789").Length;
        var (before, count) = (number[..^digits], long.TryParse(number[^digits..], CultureInfo.InvariantCulture, out var last) ? last : 1);
        if (digits is 0 or > 15)
            (before, count) = (number.Length == 0 ? "" : number + "-", 1);
        string next;
        do
        {
            next = FormattableString.Invariant($"{before}{++count}");
        }
        while (taken.Contains(next));
        return next;
    }

    private static LanguageText? Text(IReadOnlyDictionary<string, string> values, string name) => LanguageText.From(values
        .Where(v => v.Key.StartsWith(name + "@", StringComparison.Ordinal)).Select(v => new KeyValuePair<string, string>(v.Key[(name.Length + 1)..], v.Value)));

    private static string[] List(IReadOnlyDictionary<string, string> values, string name) => values.TryGetValue(name, out var all) ? all.Split(Divider) : [];

    private static DateOnly? Day(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var day) ? DateOnly.ParseExact(day, DayForm, CultureInfo.InvariantCulture) : null;
}
