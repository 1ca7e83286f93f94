using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

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

    private CsvReader(ImportReport report, CsvHead head, CsvRow header, CsvColumns? given)
    {
        (_report, _head) = (report, head);
        _columns = given ?? CsvColumns.Read(header, head.IsOurs);
        if (!_columns.Has(ColumnRole.Text))
            throw NoText(header);
        foreach (var twice in _columns.All.Where(c => c.Role is ColumnRole.Link or ColumnRole.Other).GroupBy(c => c.Name).Where(g => g.Count() > 1))
            report.Add(Problem.Noted("duplicate-column", header.Where(twice.Key), "This column name stands twice."));
        var name = Path.GetFileNameWithoutExtension(report.File);
        _framework = head.Framework(name);
        _version = head.Version(name, head.ChangedAt ?? DateTimeOffset.UnixEpoch);
        _rows = new(_columns, head.IsOurs, _framework.Id, _version.Language, _version.ChangedAt, report);
    }

    private UnusableInputException NoText(CsvRow header) => new(Problem.Rejected("no-text-column", header.Place,
        "No column holds the statements. Name one \"text\", \"fullStatement\", \"description\" or \"name\"; the row names these: {0}.",
        string.Join(", ", _columns.All.Take(20).Select(c => c.Name))));

    public static FrameworkFormat Format { get; } = new("CSV", Recognizes, Read);

    private static bool Recognizes(ImportSource source) =>
        Path.GetExtension(source.Name).ToLowerInvariant() is ".csv" or ".tsv" or ".txt" && source.Bytes.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'<' or (byte)'[', ..];

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "csv";
        return Read(CsvRows.Read(source, report.Add), report);
    }

    /// <summary>Reads the lines about the framework, the names of columns, and the statements; then <paramref name="further"/> adds links that stand elsewhere.</summary>
    internal static FrameworkContent Read(IEnumerable<CsvRow> source, ImportReport report, Action<CsvLinks>? further = null, Func<CsvRow, CsvColumns>? columns = null)
    {
        using var rows = source.GetEnumerator();
        var (head, hasHeader) = CsvHead.Read(rows, report);
        if (!hasHeader)
            throw new UnusableInputException(Problem.Rejected("empty-file", "row 1", "The file has no row that names columns."));
        return new CsvReader(report, head, rows.Current, columns?.Invoke(rows.Current)).Read(rows, further);
    }

    private FrameworkContent Read(IEnumerator<CsvRow> rows, Action<CsvLinks>? further)
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
        _report.Rows = new(
            all.ToDictionary(s => s.Statement.Id, s => s.Row.Where(_columns.First(ColumnRole.Text)!.Name)),
            all.Where(s => s.Identifier is null).Select(s => s.Statement.Id).ToHashSet(),
            new HashSet<string>([.. _columns.Fields(_version.Language), .. _head.Facts]),
            further is null ? _columns.Of(ColumnRole.Link).Select(c => c.LinkType!).ToHashSet() : null,
            _head.Value("identifier") is not null);
        if (_columns.First(ColumnRole.Depth) is { } depth)
            CsvLevels.Place(all, depth.Name, _report);
        var tree = new CsvTree(all, _head.IsOurs);
        var parents = tree.Place(_report, _framework.Id, _columns.First(ColumnRole.Parent)?.Name ?? "");
        var links = new CsvLinks(new(_framework, _version.ChangedAt, _head.Value("linkAuthor"), _head.IsOurs), tree, _report);
        foreach (var (child, parent) in parents)
            links.Add(parent, AssociationType.IsChildOf, child, "parent");
        foreach (var one in all)
            AddLinks(one, links);
        foreach (var row in _head.Links)
            links.Add(_head.IsOurs ? CsvCell.Unguard(row.Cells[1]) ?? "" : row.Cells[1], "", null, "#link", row);
        further?.Invoke(links);
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
