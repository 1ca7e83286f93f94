using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Moodle;

/// <summary>Reads the CSV in which Moodle gives and takes competency frameworks: one row for the framework, one for each competency.</summary>
public sealed class MoodleReader
{
    public const string Name = "moodle";

    private readonly ImportReport _report;
    private readonly Dictionary<string, Statement> _byId = new(StringComparer.Ordinal);
    private readonly List<(Statement Statement, CsvRow Row)> _rows = [];
    private readonly HashSet<Guid> _links = [];
    private Framework? _framework;
    private FrameworkVersion? _version;

    private MoodleReader(ImportReport report) => _report = report;

    public static FrameworkFormat Format { get; } = new("Moodle competencies (CSV)", Recognizes, Read);

    private static bool Recognizes(ImportSource source)
    {
        if (Path.GetExtension(source.Name).ToLowerInvariant() is not (".csv" or ".txt"))
            return false;
        var header = CsvRows.Header(source);
        return header.Count == MoodleColumns.Names.Length
            && (Letters(header[MoodleColumns.IsFramework]) == "isframework" || IsFramework(CsvRows.Read(source, static _ => { }).Skip(1).FirstOrDefault(r => !r.IsEmpty)));
    }

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = Name;
        var reader = new MoodleReader(report);
        foreach (var row in CsvRows.Read(source, report.Add).Skip(1).Where(r => !r.IsEmpty))
            reader.Take(row);
        return reader.Build();
    }

    private void Take(CsvRow row)
    {
        if (row.Cells.Any(c => c.AsSpan().ContainsAny(CsvRow.Banned)))
            _report.Add(Problem.Rejected("bad-character", Where(row, 0), "The cell holds a NUL or another character that no text may hold."));
        else if (!IsFramework(row))
            TakeCompetency(row);
        else if (_framework is null)
            TakeFramework(row);
        else
            _report.Add(Problem.Rejected("second-framework", Where(row, MoodleColumns.IsFramework), "A file of Moodle holds one framework; this second one was left out."));
    }

    private void TakeFramework(CsvRow row)
    {
        var name = Value(row, MoodleColumns.Id) ?? Path.GetFileNameWithoutExtension(_report.File);
        _framework = new() { Id = SourceId.Uuid(name) ?? NameBasedId.Of(NameBasedId.UrlNamespace, "trellis:moodle:" + name), Kind = FrameworkKind.Skills };
        _version = new()
        {
            Title = LanguageText.Of(LanguageText.Unknown, Value(row, MoodleColumns.ShortName) ?? name),
            Description = LanguageText.OfNullable(LanguageText.Unknown, Text(row)),
            ChangedAt = DateTimeOffset.UnixEpoch,
            SourceFormat = Name,
            SourceName = _report.File,
            Extensions = Kept(row),
        };
    }

    private void TakeCompetency(CsvRow row)
    {
        _report.Items++;
        if (_framework is null)
        {
            _report.Add(Problem.Noted("no-framework-row", Where(row, MoodleColumns.IsFramework), "No row says which framework this is; it is named after the file."));
            TakeFramework(new(row.Number, []));
        }
        var (id, name) = (Value(row, MoodleColumns.Id), Value(row, MoodleColumns.ShortName));
        if ((Text(row) ?? name) is not { } text)
        {
            _report.Add(Problem.Rejected("missing-text", Where(row, MoodleColumns.ShortName), "The row has no text; it was left out."));
            return;
        }
        var key = id ?? name ?? text;
        var statement = new Statement
        {
            Id = SourceId.Uuid(key) ?? NameBasedId.Of(_framework!.Id, key),
            Notation = id is null || SourceId.Uuid(id) is not null ? null : id,
            Label = name is null || name == MoodleWriter.ShortName(text) ? null : LanguageText.Of(LanguageText.Unknown, name),
            Text = LanguageText.Of(LanguageText.Unknown, text),
            Position = _rows.Count,
            ChangedAt = DateTimeOffset.UnixEpoch,
            Extensions = Kept(row),
        };
        if (_byId.TryAdd(key, statement))
            _rows.Add((statement, row));
        else
            _report.Add(Problem.Rejected("duplicate-identifier", Where(row, MoodleColumns.Id), "The identifier {0} stands already in row {1}; this row was left out.", key, $"{_rows.First(r => r.Statement.Id == statement.Id).Row.Number}"));
    }

    private FrameworkContent Build()
    {
        if (_framework is null || _rows.Count == 0)
            throw new UnusableInputException([.. _report.Problems.Take(20), Problem.Rejected("no-statements", "", "No row of the file could be taken.")]);
        var links = new List<Alignment>();
        foreach (var (statement, row) in _rows)
        {
            if (Value(row, MoodleColumns.Parent) is { } parent)
            {
                statement.ParentId = _byId.TryGetValue(parent, out var above) ? above.Id : null;
                if (above is null && SourceId.Uuid(parent) != _framework.Id)
                    _report.Add(Problem.Repaired("missing-parent", Where(row, MoodleColumns.Parent), "Its parent {0} is not in the file; it now stands at the top.", parent));
            }
            foreach (var related in (Value(row, MoodleColumns.Related) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                AddLink(links, statement, row, related.Replace("%2C", ",", StringComparison.OrdinalIgnoreCase));
        }
        foreach (var cut in ParentRings.Cut([.. _rows.Select(r => r.Statement)]))
            _report.Add(Problem.Repaired("ring-of-parents", Where(_rows.First(r => r.Statement == cut).Row, MoodleColumns.Parent), "Its chain of parents leads back to itself; it now stands at the top."));
        return new(_framework, _version!, [.. _rows.Select(r => r.Statement)], links);
    }

    private void AddLink(List<Alignment> links, Statement origin, CsvRow row, string related)
    {
        _report.Associations++;
        if (!_byId.TryGetValue(related, out var other))
        {
            _report.Add(Problem.Rejected("unknown-related", Where(row, MoodleColumns.Related), "No row has the ID number {0} to which this one refers.", related));
            return;
        }
        var (from, to) = (NodeRef.Statement(origin.Id), NodeRef.Statement(other.Id));
        var id = NameBasedId.Of(_framework!.Id, $"{from.Id}|isRelatedTo|{to.Id}");
        if (!_links.Add(id))
            _report.Add(Problem.Rejected("duplicate-link", Where(row, MoodleColumns.Related), "The link to {0} stands twice; the first one was taken.", related));
        else
            links.Add(new() { Id = id, Type = "isRelatedTo", Origin = from, Destination = to, ChangedAt = DateTimeOffset.UnixEpoch });
    }

    private static string? Kept(CsvRow row)
    {
        var kept = new JsonObject();
        foreach (var (column, name) in MoodleColumns.Kept)
        {
            // Our own identifiers stand elsewhere already.
            if (Value(row, column) is { } value && !(column == MoodleColumns.Id && SourceId.Uuid(value) is not null))
                kept[name] = value;
        }
        return kept.Count == 0 ? null : new JsonObject { [MoodleColumns.Member] = kept }.ToJsonString(TextJson.Options);
    }

    private static string? Text(CsvRow row)
    {
        var text = Value(row, MoodleColumns.Description);
        return text is null || Value(row, MoodleColumns.DescriptionFormat) is "2" or "4" ? text : PlainHtml.ToText(text) is var plain && string.IsNullOrWhiteSpace(plain) ? null : plain.Trim();
    }

    private static bool IsFramework(CsvRow? row) => row is not null && row.Cells.Length > MoodleColumns.IsFramework && row.Cells[MoodleColumns.IsFramework].Trim() is "1" or "true" or "TRUE";

    private static string? Value(CsvRow row, int column) => column < row.Cells.Length && row.Cells[column].Trim() is { Length: > 0 } value
        ? value is ['\'', '=' or '+' or '-' or '@', ..] ? value[1..] : value
        : null;

    private static string Where(CsvRow row, int column) => row.Where(MoodleColumns.Names[column]);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
}
