using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.CredentialEngine;

/// <summary>Reads the CSV in which Credential Engine gives and takes a competency framework: one row for it and one for each competency.</summary>
public sealed class EngineReader
{
    public const string Name = "ce-csv";

    private readonly ImportReport _report;
    private readonly CsvRow _header;
    private readonly Dictionary<string, int> _columns;
    private readonly List<(Statement Statement, CsvRow Row)> _rows = [];
    private readonly Dictionary<Guid, int> _known = [];
    private readonly Dictionary<string, Statement> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _framework = new(StringComparer.Ordinal);
    private CsvRow? _frameworkRow;

    private EngineReader(CsvRow header, ImportReport report)
    {
        (_header, _report) = (header, report);
        _columns = header.Cells.Select((name, i) => (Name: name.Trim(), i)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.i);
    }

    public static FrameworkFormat Format { get; } = new("Credential Engine competencies (CSV)", Recognizes, Read);

    private static bool Recognizes(ImportSource source)
    {
        if (Path.GetExtension(source.Name).ToLowerInvariant() is not (".csv" or ".txt"))
            return false;
        var header = CsvRows.Header(source).Select(h => h.Trim()).ToHashSet(StringComparer.Ordinal);
        return header.Contains(EngineColumns.Text) && (header.Contains(EngineColumns.Ctid) || header.Contains(EngineColumns.Id));
    }

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = Name;
        EngineReader? reader = null;
        foreach (var row in CsvRows.Read(source, report.Add).Where(r => !r.IsEmpty))
        {
            if (reader is null)
                reader = new(row, report);
            else
                reader.Take(row);
        }
        return reader!.Build();
    }

    private void Take(CsvRow row)
    {
        if (row.Cells.Any(c => c.AsSpan().ContainsAny(CsvRow.Banned)))
        {
            _report.Add(Problem.Rejected("bad-character", row.Where(EngineColumns.Id), "The cell holds a NUL or another character that no text may hold."));
            return;
        }
        if (Value(row, EngineColumns.Type)?.EndsWith("CompetencyFramework", StringComparison.Ordinal) == true)
        {
            _frameworkRow ??= row;
            _framework.UnionWith(new[] { Value(row, EngineColumns.Id), Value(row, EngineColumns.Ctid) }.OfType<string>());
            return;
        }
        _report.Items++;
        TakeCompetency(row);
    }

    private void TakeCompetency(CsvRow row)
    {
        var (id, ctid, name) = (Value(row, EngineColumns.Id), Value(row, EngineColumns.Ctid), Value(row, EngineColumns.Name));
        if ((Value(row, EngineColumns.Text) ?? name) is not { } text)
        {
            _report.Add(Problem.Rejected("missing-text", row.Where(EngineColumns.Text), "The row has no text; it was left out."));
            return;
        }
        if ((ctid ?? id) is not { } key)
        {
            _report.Add(Problem.Rejected("missing-field", row.Where(EngineColumns.Ctid), "The required field {0} is missing or empty.", EngineColumns.Ctid));
            return;
        }
        var statement = new Statement
        {
            Id = SourceId.OfAddress(key),
            Label = Value(row, EngineColumns.Text) is null ? null : LanguageText.OfNullable(LanguageText.Unknown, name),
            Text = LanguageText.Of(LanguageText.Unknown, text),
            Notation = Value(row, EngineColumns.Notation),
            Notes = LanguageText.OfNullable(LanguageText.Unknown, Value(row, EngineColumns.Comment)),
            TypeLabel = Value(row, EngineColumns.Category),
            Uri = IsWeb(id) ? id : null,
            Position = _rows.Count,
            ChangedAt = DateTimeOffset.UnixEpoch,
            Extensions = Kept(row),
        };
        if (!_known.TryAdd(statement.Id, row.Number))
        {
            _report.Add(Problem.Rejected("duplicate-identifier", row.Where(EngineColumns.Ctid), "The identifier {0} stands already in row {1}; this row was left out.", key, $"{_known[statement.Id]}"));
            return;
        }
        _rows.Add((statement, row));
        foreach (var known in new[] { id, ctid }.OfType<string>())
            _byName.TryAdd(known, statement);
    }

    private FrameworkContent Build()
    {
        if (_rows.Count == 0)
            throw new UnusableInputException([.. _report.Problems.Take(20), Problem.Rejected("no-statements", "", "No row of the file could be taken.")]);
        var file = Path.GetFileNameWithoutExtension(_report.File);
        var (id, ctid) = (_frameworkRow is { } f ? Value(f, EngineColumns.Id) : null, _frameworkRow is { } g ? Value(g, EngineColumns.Ctid) : null);
        // Without a row of its own a framework is known from the rows at its top.
        var named = ctid ?? id ?? _rows.Select(r => Value(r.Row, EngineColumns.TopChildOf)).OfType<string>().FirstOrDefault();
        if (_frameworkRow is null)
            _report.Add(Problem.Noted("no-framework-row", "", "No row says which framework this is; it is named after the file."));
        var framework = new Framework
        {
            Id = named is null ? NameBasedId.Of(NameBasedId.UrlNamespace, "trellis:ce-csv:" + file) : SourceId.OfAddress(named),
            Uri = IsWeb(id) ? id : null,
            Ctid = ctid,
            Kind = FrameworkKind.Skills,
        };
        if (named is not null)
            _framework.Add(named);
        var version = new FrameworkVersion
        {
            Title = LanguageText.Of(LanguageText.Unknown, (_frameworkRow is null ? null : Value(_frameworkRow, EngineColumns.Name)) ?? file),
            Description = _frameworkRow is null ? null : LanguageText.OfNullable(LanguageText.Unknown, Value(_frameworkRow, EngineColumns.Comment)),
            ChangedAt = DateTimeOffset.UnixEpoch,
            SourceFormat = Name,
            SourceName = _report.File,
        };
        var links = Place(framework);
        return new(framework, version, [.. _rows.Select(r => r.Statement)], links);
    }

    private List<Alignment> Place(Framework framework)
    {
        var links = new List<Alignment>();
        foreach (var (statement, row) in _rows)
        {
            foreach (var name in (Value(row, EngineColumns.ChildOf) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parent = _byName.GetValueOrDefault(name);
                if (parent is not null && statement.ParentId is null && parent != statement)
                    statement.ParentId = parent.Id;
                else if (!_framework.Contains(name))
                    AddLink(links, framework, statement, row, parent is null ? new(SourceId.OfAddress(name).ToString("D"), IsWeb(name) ? name : null) : NodeRef.Statement(parent.Id), name);
            }
        }
        foreach (var cut in ParentRings.Cut([.. _rows.Select(r => r.Statement)]))
            _report.Add(Problem.Repaired("ring-of-parents", _rows.First(r => r.Statement == cut).Row.Where(EngineColumns.ChildOf), "Its chain of parents leads back to itself; it now stands at the top."));
        return links;
    }

    private void AddLink(List<Alignment> links, Framework framework, Statement child, CsvRow row, NodeRef parent, string name)
    {
        _report.Associations++;
        var from = NodeRef.Statement(child.Id);
        if (!_byName.ContainsKey(name))
            _report.Add(Problem.Repaired("missing-parent", row.Where(EngineColumns.ChildOf), "Its parent {0} is not in the file; the parent was kept as a link.", name));
        links.Add(new() { Id = NameBasedId.Of(framework.Id, $"{from.Id}|{AssociationType.IsChildOf}|{parent.Id}"), Type = AssociationType.IsChildOf, Origin = from, Destination = parent, ChangedAt = DateTimeOffset.UnixEpoch });
    }

    /// <summary>Columns that the form does not have stay with the statement.</summary>
    private string? Kept(CsvRow row)
    {
        var kept = new JsonObject();
        for (var i = 0; i < Math.Min(row.Cells.Length, _header.Cells.Length); i++)
        {
            var name = _header.Cells[i].Trim();
            if (name.Length > 0 && !EngineColumns.All.Contains(name) && row.Cells[i].Trim() is { Length: > 0 } value)
                kept[name] = value;
        }
        return kept.Count == 0 ? null : kept.ToJsonString(TextJson.Options);
    }

    private string? Value(CsvRow row, string column) => _columns.TryGetValue(column, out var i) && i < row.Cells.Length && row.Cells[i].Trim() is { Length: > 0 } value
        ? value is ['\'', '=' or '+' or '-' or '@', ..] ? value[1..] : value
        : null;

    private static bool IsWeb(string? text) => text is not null && (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal));
}
