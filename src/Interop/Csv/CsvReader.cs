using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Csv;

/// <summary>
/// Reads a framework from CSV: our own form, which docs/model-csv.md describes, and any table with a column of statements.
/// Columns are known by their names, whatever their order.
/// </summary>
public sealed class CsvReader
{
    private readonly ImportReport _report;
    private readonly CsvHead _head;
    private readonly CsvColumns _columns;
    private readonly Framework _framework;
    private readonly FrameworkVersion _version;
    private readonly CsvStatementReader _rows;

    private CsvReader(ImportReport report, CsvHead head, CsvRow header)
    {
        (_report, _head) = (report, head);
        _columns = CsvColumns.Read(header, head.IsOurs);
        if (!_columns.Has(ColumnRole.Text))
            throw NoText(header);
        foreach (var twice in _columns.All.Where(c => c.Role is ColumnRole.Link or ColumnRole.Other).GroupBy(c => c.Name).Where(g => g.Count() > 1))
            report.Add(Problem.Noted("duplicate-column", header.Where(twice.Key), "This column name stands twice."));
        var name = Path.GetFileNameWithoutExtension(report.File);
        _framework = head.Framework(name);
        _version = head.Version(name, head.ChangedAt ?? DateTimeOffset.UnixEpoch);
        _rows = new(_columns, head.IsOurs, _framework.Id, _version.Language, _version.ChangedAt, report);
    }

    private UnusableInputException NoText(CsvRow header) => new(Problem.Rejected("no-text-column", FormattableString.Invariant($"row {header.Number}"),
        "No column holds the statements. Name one \"text\", \"fullStatement\", \"description\" or \"name\"; the row names these: {0}.",
        string.Join(", ", _columns.All.Take(20).Select(c => c.Name))));

    public static FrameworkFormat Format { get; } = new("CSV", Recognizes, Read);

    private static bool Recognizes(ImportSource source) =>
        Path.GetExtension(source.Name).ToLowerInvariant() is ".csv" or ".tsv" or ".txt" && source.Bytes.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'<' or (byte)'[', ..];

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "csv";
        using var rows = CsvRows.Read(source, report.Add).GetEnumerator();
        var (head, hasHeader) = CsvHead.Read(rows, report);
        if (!hasHeader)
            throw new UnusableInputException(Problem.Rejected("empty-file", "row 1", "The file has no row that names columns."));
        return new CsvReader(report, head, rows.Current).Read(rows);
    }

    private FrameworkContent Read(IEnumerator<CsvRow> rows)
    {
        var all = new List<CsvStatement>();
        while (rows.MoveNext())
        {
            if (rows.Current.IsEmpty)
                continue;
            _report.Items++;
            if (_rows.Read(rows.Current) is { } one)
                all.Add(one);
        }
        if (all.Count == 0 && !_head.IsOurs)
            throw new UnusableInputException([.. _report.Problems.Take(20), Problem.Rejected("no-statements", "", "No row of the file could be taken.")]);
        if (_head.ChangedAt is null && all.Count > 0)
            _version.ChangedAt = all.Max(s => s.Statement.ChangedAt);
        var tree = new CsvTree(all, _head.IsOurs);
        var parents = tree.Place(_report, _framework.Id, _columns.First(ColumnRole.Parent)?.Name ?? "");
        var links = new CsvLinks(new(_framework, _version.ChangedAt, _head.Value("linkAuthor"), _head.IsOurs), tree, _report);
        foreach (var (child, parent) in parents)
            links.Add(parent, AssociationType.IsChildOf, child, "parent");
        foreach (var one in all)
            AddLinks(one, links);
        foreach (var row in _head.Links)
            links.Add(_head.IsOurs ? CsvCell.Unguard(row.Cells[1]) ?? "" : row.Cells[1], "", null, "#link", row);
        return new(_framework, _version, Arrange(all), links.All);
    }

    private void AddLinks(CsvStatement one, CsvLinks links)
    {
        foreach (var column in _columns.Of(ColumnRole.Link))
        {
            if (_rows.Value(one.Row, column) is not { } cell)
                continue;
            foreach (var word in CsvCell.Split(cell, _head.IsOurs))
                links.Add(word, column.LinkType!, one, column.Name);
        }
    }

    private List<Statement> Arrange(List<CsvStatement> all)
    {
        var rows = all.ToDictionary(s => s.Statement.Id.ToString(), s => s.Row);
        var statements = all.ConvertAll(s => s.Statement);
        foreach (var problem in StatementTree.Arrange(statements))
            _report.Add(problem with { Where = rows[problem.Where].Where(_columns.First(ColumnRole.Parent)?.Name ?? "smartLevel") });
        return statements;
    }
}

/// <summary>Collects the links of a file; a word that is no link, or one that stands twice, is left out.</summary>
internal sealed class CsvLinks(CsvLink words, CsvTree tree, ImportReport report)
{
    private readonly HashSet<Guid> _known = [];

    public List<Alignment> All { get; } = [];

    public void Add(string word, string type, CsvStatement? origin, string column, CsvRow? row = null)
    {
        report.Associations++;
        var where = (row ?? origin!.Row).Where(column);
        try
        {
            var link = words.Read(word, type, origin is null ? null : NodeRef.Statement(origin.Statement.Id), tree.Resolve);
            if (_known.Add(link.Id))
                All.Add(link);
            else
                report.Add(Problem.Rejected("duplicate-link", where, "The link to {0} stands twice; the first one was taken.", word));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            report.Add(Problem.Rejected("bad-link", where, "{0} is no link; write the identifier of its target, and behind it a title in parentheses.", word));
        }
    }
}
