using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Updates;
using Trellis.Core.Text;

namespace Trellis.Interop.Tables;

/// <summary>The "#key,value" lines above the header row: what the file says of the framework itself.</summary>
public sealed class CsvHead
{
    public const string Format = "trellis-csv 1";

    private const string FormatKey = "format";

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        FormatKey, "identifier", "title", "publisher", "language", "version", "kind", "industries", "description", "notice", "uri", "ctid", "slug",
        "adoptionStatus", "statusStart", "statusEnd", "published", "changed", "changeSummary", "champions", "sources", "linkAuthor", "link", "extensions",
    };

    private readonly Dictionary<string, (string Value, CsvRow Row)> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Key, string Value)> _others = [];
    private readonly ImportReport _report;

    private CsvHead(ImportReport report) => _report = report;

    /// <summary>Whether the file says that Trellis wrote it, so that apostrophes and backslashes have the meaning that it gave them.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>Links that start at no statement of the file.</summary>
    public List<CsvRow> Links { get; } = [];

    /// <summary>Takes the lines from the front of <paramref name="rows"/> and leaves it at the header row; false where there is none.</summary>
    public static (CsvHead Head, bool HasHeader) Read(IEnumerator<CsvRow> rows, ImportReport report)
    {
        var head = new CsvHead(report);
        while (rows.MoveNext())
        {
            if (!rows.Current.IsEmpty && !head.Take(rows.Current))
                return (head, true);
        }
        return (head, false);
    }

    /// <summary>The facts that the file tells of the framework, as updates name them.</summary>
    public IEnumerable<string> Facts => _values.Keys.Select(k => UpdateRows.Fact(k)).Distinct();

    public string? Value(string key) => _values.TryGetValue(key, out var found) ? found.Value : null;

    public DateTimeOffset? ChangedAt => Read("changed", Instant);

    public Framework Framework(string fileName)
    {
        var identifier = Value("identifier");
        if (identifier is null)
            _report.Add(Problem.Noted("no-identifier", "#identifier", "The file gives the framework no identifier; one was made from the name of the file, {0}.", fileName));
        var name = identifier ?? "trellis:csv:" + fileName;
        return new()
        {
            Id = CsvIds.Uuid(name) ?? NameBasedId.Of(NameBasedId.UrlNamespace, name),
            Uri = Value("uri") ?? (CsvIds.IsAddress(identifier) ? identifier : null),
            Ctid = Value("ctid"),
            Slug = Value("slug") is { } slug ? Slug.Of(slug) : "",
            Kind = Read("kind", CsvIds.Member<FrameworkKind>) ?? FrameworkKind.Skills,
            Publisher = Value("publisher") ?? "",
            Industries = List("industries"),
        };
    }

    public FrameworkVersion Version(string fileName, DateTimeOffset changedAt)
    {
        var language = Value("language") ?? LanguageText.Unknown;
        return new()
        {
            Title = Text("title", language) ?? LanguageText.Of(language, fileName),
            Description = Text("description", language),
            Notice = Text("notice", language),
            Number = Value("version") ?? "",
            Language = language,
            AdoptionStatus = Value("adoptionStatus"),
            StatusStart = Read("statusStart", Day),
            StatusEnd = Read("statusEnd", Day),
            PublishedAt = Read("published", Instant),
            ChangedAt = changedAt,
            ChangeSummary = Value("changeSummary"),
            Champions = List("champions"),
            Sources = List("sources"),
            Extensions = Extensions(),
            SourceFormat = "csv",
            SourceName = _report.File,
        };
    }

    public static DateTimeOffset? Instant(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private bool Take(CsvRow row)
    {
        if (!row.Cells[0].StartsWith('#'))
            return false;
        var key = row.Cells[0][1..].Trim();
        var value = row.Cells.Length > 1 ? row.Cells[1] : "";
        if (key.Equals(FormatKey, StringComparison.OrdinalIgnoreCase))
            CheckFormat(row, value.Trim());
        if (!Keys.Contains(key.Split('@')[0]))
        {
            // "#" in front of a column name makes no line of ours.
            if (!IsOurs && _values.Count == 0 && row.Cells.Length > 2)
                return false;
            _report.Add(Problem.Noted("unknown-key", row.Where('#' + key), "This line is not known; it was kept with the framework."));
            _others.Add((key, value));
            return true;
        }
        if (key.Equals("link", StringComparison.OrdinalIgnoreCase))
            Links.Add(row);
        else if ((IsOurs ? CsvCell.Unguard(value) : value.Trim() is { Length: > 0 } some ? some : null) is { } text && !_values.TryAdd(key, (text, row)))
            _report.Add(Problem.Rejected("duplicate-key", row.Where('#' + key), "This line stands twice; the first one was taken."));
        return true;
    }

    private void CheckFormat(CsvRow row, string value)
    {
        if (value != Format)
            throw new UnusableInputException(Problem.Rejected("unknown-csv-format", row.Where("#format"), "The file says that it is {0}; this program reads {1}.", value, Format));
        IsOurs = true;
    }

    private List<string> List(string key) => Value(key) is { } cell ? CsvCell.Split(cell, IsOurs) : [];

    private LanguageText? Text(string key, string language) => LanguageText.From(_values
        .Where(v => v.Key.Split('@')[0].Equals(key, StringComparison.OrdinalIgnoreCase))
        .Select(v => new KeyValuePair<string, string>(v.Key.Contains('@', StringComparison.Ordinal) ? v.Key[(key.Length + 1)..] : language, v.Value.Value)));

    private T? Read<T>(string key, Func<string, T?> parse)
        where T : struct
    {
        if (!_values.TryGetValue(key, out var found))
            return null;
        var value = parse(found.Value);
        if (value is null)
            _report.Add(Problem.Repaired("bad-value", found.Row.Where('#' + key), "{0} is no value for this line; it was left out.", found.Value));
        return value;
    }

    private string? Extensions()
    {
        var (json, fault) = CsvExtensions.Merge(Value("extensions"), _others);
        if (fault)
            _report.Add(Problem.Repaired("bad-extensions", "#extensions", "This is no JSON object; it was kept as a text."));
        return json;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
