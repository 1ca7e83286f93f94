using Trellis.Core.Codes;

namespace Trellis.Interop.Tables;

/// <summary>Any table, CSV or the sheet of a workbook, read by what a person said of its columns.</summary>
public static class MappedTable
{
    /// <summary>The format of such a table, for imports.</summary>
    public static FrameworkFormat Format(MappedColumns mapping) => new("a table", static _ => true, (source, report) =>
    {
        report.Format = Workbook.Recognizes(source) ? "xlsx-table" : "csv-table";
        return CsvReader.Read(new MappedRows(mapping, report).Of(Rows(source, mapping.Sheet, report.Add)), report, columns: header => MappedRows.Columns(header, mapping));
    });

    /// <summary>The names of the columns, and the sheets where there are any; a file that cannot be read is refused with its place.</summary>
    public static (IReadOnlyList<string> Columns, IReadOnlyList<string> Sheets) Look(ImportSource source, string? sheet)
    {
        IReadOnlyList<string> sheets = [];
        if (Workbook.Recognizes(source))
        {
            using var book = Workbook.Open(source, static _ => { });
            sheets = [.. book.Sheets];
        }
        var header = Rows(source, sheet, static _ => { }).FirstOrDefault(r => !r.IsEmpty) ?? throw Empty();
        return ([.. header.Cells.Select(c => c.Trim())], sheets);
    }

    internal static UnusableInputException Empty() => new(Problem.Rejected("empty-file", "row 1", "The file has no row that names columns."));

    private static IEnumerable<CsvRow> Rows(ImportSource source, string? sheet, Action<Problem> note) =>
        Workbook.Recognizes(source) ? SheetRowsOf(source, sheet, note) : CsvRows.Read(source, note).Where(r => !r.IsEmpty);

    private static IEnumerable<CsvRow> SheetRowsOf(ImportSource source, string? sheet, Action<Problem> note)
    {
        using var book = Workbook.Open(source, note);
        var name = sheet is null ? book.Sheets.FirstOrDefault() : book.Sheets.FirstOrDefault(s => s == sheet);
        if (name is null)
            throw new UnusableInputException(Problem.Rejected("no-such-sheet", "workbook", "The workbook has no sheet {0}; its sheets are: {1}.", sheet ?? "", string.Join(", ", book.Sheets.Take(20))));
        SheetNotes? notes = null;
        CsvSheet? place = null;
        foreach (var row in book.Read(name))
        {
            var cells = new string[row.Cells.Keys.Max() + 1];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = row.Cells.TryGetValue(i, out var cell) && cell.Sort != CellSort.Fault ? cell.Text : "";
            place ??= new(name, cells.Select((c, i) => (Name: c.Trim(), i)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.i));
            if (notes is null)
                notes = new(note, static _ => false, static _ => false);
            else
                notes.Look(row);
            yield return new(row.Number, cells) { Sheet = place };
        }
        notes?.Finish();
    }
}
