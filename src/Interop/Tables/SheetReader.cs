using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>Reads a workbook of ours, edited or not: its sheets become the rows of which our CSV consists.</summary>
public sealed class SheetReader
{
    private readonly Workbook _book;
    private readonly ImportReport _report;

    private SheetReader(Workbook book, ImportReport report) => (_book, _report) = (book, report);

    public static FrameworkFormat Format { get; } = new("XLSX that Trellis wrote", Recognizes, Read);

    private static bool Recognizes(ImportSource source)
    {
        if (!Workbook.Recognizes(source))
            return false;
        try
        {
            using var book = Workbook.Open(source, static _ => { });
            return book.Sheets.Contains(SheetWriter.Items) && book.Sheets.Contains(SheetWriter.Definitions)
                && book.Read(SheetWriter.Definitions).Take(40).Any(r => Text(r, 0) == "format" && Text(r, 1)?.StartsWith("trellis-xlsx", StringComparison.Ordinal) == true);
        }
        catch (UnusableInputException)
        {
            // The next reader of workbooks says what is wrong with it.
            return false;
        }
    }

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "xlsx";
        using var book = Workbook.Open(source, report.Add);
        var reader = new SheetReader(book, report);
        return CsvReader.Read(reader.Head().Concat(reader.Rows(SheetWriter.Items, isNumber: name => name == "level")), report, reader.AddLinks);
    }

    private IEnumerable<CsvRow> Head()
    {
        foreach (var row in Rows(SheetWriter.Definitions, isNumber: _ => true).Skip(1))
        {
            // A key in parentheses only tells people something.
            if (row.Cells[0].Length == 0 || row.Cells[0].StartsWith('('))
                continue;
            var value = row.Cells.ElementAtOrDefault(1) ?? "";
            if (row.Cells[0] == "format")
                value = value == SheetWriter.Format ? CsvHead.Format : throw new UnusableInputException(Problem.Rejected("unknown-xlsx-format", row.Where("value"), "The file says that it is {0}; this program reads {1}.", value, SheetWriter.Format));
            yield return row with { Cells = ["#" + row.Cells[0], value] };
        }
    }

    private void AddLinks(CsvLinks links)
    {
        if (!_book.Sheets.Contains(SheetWriter.Associations))
        {
            _report.Add(Problem.Noted("no-sheet", "workbook", "The workbook has no sheet {0}.", SheetWriter.Associations));
            return;
        }
        SheetLinkReader? reader = null;
        foreach (var row in Rows(SheetWriter.Associations, isNumber: name => name is "weight" or "sequence"))
        {
            if (reader is null)
                reader = new(row, links, _report);
            else
                reader.Read(row);
        }
    }

    /// <summary>The rows of a sheet, its header first. Values that go on in further columns are whole again.</summary>
    private IEnumerable<CsvRow> Rows(string name, Func<string, bool> isNumber)
    {
        SheetColumns? columns = null;
        SheetNotes? notes = null;
        foreach (var row in _book.Read(name))
        {
            if (columns is null)
            {
                columns = new(row);
                notes = new(_report.Add, i => columns.Name(i) is "changed", i => isNumber(columns.Name(i)));
                yield return new(row.Number, [.. columns.Names]) { Sheet = columns.Sheet };
                continue;
            }
            notes!.Look(row);
            foreach (var stray in columns.Strays(row))
                _report.Add(Problem.Repaired("cell-without-column", row.Where(stray), "Above this cell no column is named; it was not read."));
            yield return new(row.Number, columns.Cells(row)) { Sheet = columns.Sheet };
        }
        notes?.Finish();
    }

    private static string? Text(SheetRow row, int place) => row.Cells.TryGetValue(place, out var cell) ? cell.Text.Trim() : null;
}
