using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Training;

/// <summary>A file of a list, CSV or a sheet of a workbook, as a header and rows.</summary>
internal sealed class ListTable
{
    private readonly string _file;
    private readonly IEnumerable<TableRow> _rows;

    private ListTable(string file, TableHeader header, IEnumerable<TableRow> rows) => (_file, Header, _rows) = (file, header, rows);

    public string File => _file;

    public TableHeader Header { get; }

    /// <summary>The rows below the header that are not empty.</summary>
    public IEnumerable<TableRow> Rows => _rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c)));

    public static bool CanRead(string file) => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    public static ListTable Open(ReleaseSource source, string file, Action<Problem> note) => Sheets(source, file, note).First();

    /// <summary>Every sheet of a workbook; a CSV file has one.</summary>
    public static IEnumerable<ListTable> Sheets(ReleaseSource source, string file, Action<Problem> note)
    {
        var whole = source.Whole(file);
        return Workbook.Recognizes(whole) ? OfWorkbook(whole, note) : [OfCsv(whole, note)];
    }

    private static ListTable OfCsv(ImportSource source, Action<Problem> note)
    {
        var text = CsvText.Decode(source, note);
        if (CsvRepair.Of(text, note) is var repaired && !ReferenceEquals(repaired, text))
            source = new(source.Name, Utf8.Strict.GetBytes(repaired));
        var names = CsvRows.Read(source, static _ => { }).FirstOrDefault(r => !r.IsEmpty);
        return new(source.Name, new(names?.Cells ?? []),
            CsvRows.Read(source, static _ => { }).Where(r => r.Number > (names?.Number ?? 0)).Select(r => new TableRow(source.Name, r.Number, r.Cells)));
    }

    private static List<ListTable> OfWorkbook(ImportSource source, Action<Problem> note)
    {
        using var book = Workbook.Open(source, note);
        return [.. book.Sheets.Select(sheet => OfSheet(source, sheet, book.Read(sheet).FirstOrDefault()))];
    }

    private static ListTable OfSheet(ImportSource source, string sheet, SheetRow? header) =>
        new(source.Name, new(header is null ? [] : Cells(header)), Below(source, sheet, header?.Number ?? 0));

    private static IEnumerable<TableRow> Below(ImportSource source, string sheet, int header)
    {
        using var book = Workbook.Open(source, static _ => { });
        foreach (var row in book.Read(sheet).Where(r => r.Number > header))
            yield return new(source.Name, row.Number, Cells(row));
    }

    private static string[] Cells(SheetRow row)
    {
        var cells = new string[1 + row.Cells.Keys.DefaultIfEmpty(-1).Max()];
        Array.Fill(cells, "");
        foreach (var (column, cell) in row.Cells)
            cells[column] = cell.Text;
        return cells;
    }
}
