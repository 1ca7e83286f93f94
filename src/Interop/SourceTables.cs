using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>A table of a release: a sheet of a workbook or a CSV file, with the texts that stand above its header.</summary>
internal sealed record SourceTable(string File, string Name, TableHeader Header, IReadOnlyList<string> Above, Func<IEnumerable<TableRow>> Rows)
{
    /// <summary>The workbook that the sheet is in; null for other files.</summary>
    public Workbook? Book { get; init; }
}

/// <summary>All tables of a release that can be told by their columns, wherever their header stands. Workbooks stay open until this is disposed.</summary>
internal sealed class SourceTables(ReleaseLoad load) : IDisposable
{
    /// <summary>A header has at most so many rows of titles above it.</summary>
    private const int MostAbove = 40;

    private readonly Dictionary<string, Workbook> _books = [];
    private readonly Dictionary<string, CsvRow[]> _heads = [];

    /// <summary>Tables with a row near their top that is the wanted header.</summary>
    public IEnumerable<SourceTable> Find(Func<TableHeader, bool> isHeader)
    {
        foreach (var file in load.Source.Files.Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var table in InWorkbook(file, isHeader))
                    yield return table;
            }
            else if (IsText(file) && InText(file, isHeader) is { } table)
            {
                yield return table;
            }
        }
    }

    /// <summary>The first such table; where there is none, the source is refused with what would be right.</summary>
    public SourceTable Need(Func<TableHeader, bool> isHeader, string wanted) => Find(isHeader).FirstOrDefault() ?? throw Missing(wanted);

    /// <summary>What is said where no table of a source has the wanted columns.</summary>
    public UnusableInputException Missing(string wanted) => new(Problem.Rejected("no-table", load.Source.Name,
        "No table in it has the columns that are looked for. Expected: {0}", wanted));

    public void Dispose()
    {
        foreach (var book in _books.Values)
            book.Dispose();
    }

    private IEnumerable<SourceTable> InWorkbook(string file, Func<TableHeader, bool> isHeader)
    {
        if (!_books.TryGetValue(file, out var book))
            _books.Add(file, book = Workbook.Open(load.Source.Whole(file), load.Report.Add, WorkbookLimits.Release));
        foreach (var sheet in book.Sheets)
        {
            var above = new List<string>();
            foreach (var row in book.Read(sheet).Take(MostAbove))
            {
                var header = new TableHeader(Cells(row));
                if (!isHeader(header))
                {
                    above.AddRange(row.Cells.Values.Select(c => c.Text));
                    continue;
                }
                yield return new(file, sheet, header, above, () => book.Read(sheet).SkipWhile(r => r.Number <= row.Number).Select(r => new TableRow(sheet, r.Number, Cells(r)))) { Book = book };
                break;
            }
        }
    }

    private SourceTable? InText(string file, Func<TableHeader, bool> isHeader)
    {
        if (!_heads.TryGetValue(file, out var head))
            _heads.Add(file, head = [.. CsvRows.Read(load.Source.Whole(file), _ => { }).Where(r => !r.IsEmpty).Take(MostAbove)]);
        var at = Array.FindIndex(head, r => isHeader(new(r.Cells)));
        if (at < 0)
            return null;
        return new(file, file, new(head[at].Cells), [.. head[..at].SelectMany(r => r.Cells).Where(c => c.Length > 0)],
            () => CsvRows.Read(load.Source.Whole(file), load.Report.Add).Where(r => r.Number > head[at].Number && !r.IsEmpty).Select(r => new TableRow(file, r.Number, r.Cells)));
    }

    private static bool IsText(string file) => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    private static string[] Cells(SheetRow row)
    {
        var cells = new string[row.Cells.Count == 0 ? 0 : row.Cells.Keys.Max() + 1];
        Array.Fill(cells, "");
        foreach (var (place, cell) in row.Cells)
            cells[place] = cell.Text;
        return cells;
    }
}
