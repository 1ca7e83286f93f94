using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>An XLSX workbook opened for reading, sheet by sheet and row by row, after its archive was looked at.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly SpreadsheetDocument _file;
    private readonly List<(string Name, WorksheetPart Part)> _sheets = [];
    private readonly SheetRows _rows;

    private Workbook(SpreadsheetDocument file, WorkbookPart workbook, WorkbookLimits limits)
    {
        _file = file;
        var countsFrom1904 = false;
        using (var reader = new OpenXmlPartReader(workbook))
        {
            while (reader.Read())
            {
                if (reader.IsStartElement && reader.ElementType == typeof(WorkbookProperties))
                    countsFrom1904 = SheetRows.Attribute(reader, "date1904") is "1" or "true";
                else if (reader.IsStartElement && reader.ElementType == typeof(Sheet))
                    Add(workbook, SheetRows.Attribute(reader, "name"), SheetRows.Attribute(reader, "id"));
            }
        }
        var formats = new NumberFormats(countsFrom1904);
        formats.Read(workbook.WorkbookStylesPart);
        _rows = new(SheetRows.Shared(workbook.SharedStringTablePart), formats, limits.MostCharacters);
    }

    public IEnumerable<string> Sheets => _sheets.Select(s => s.Name);

    /// <summary>Whether the bytes begin as those of a ZIP archive do, which every XLSX file is.</summary>
    public static bool Recognizes(ImportSource source) => source.Bytes.Span.StartsWith("PK\u0003\u0004"u8)
        && (source.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || source.Bytes.Span.IndexOf("xl/workbook.xml"u8) >= 0);

    /// <summary>Opens a workbook; what is none, or is damaged, is refused in words.</summary>
    public static Workbook Open(ImportSource source, Action<Problem> note, WorkbookLimits? limits = null)
    {
        limits ??= WorkbookLimits.Document;
        WorkbookZip.Check(source, note, limits);
        return Guard(() =>
        {
            var file = SpreadsheetDocument.Open(WorkbookZip.Stream(source), isEditable: false, new OpenSettings { AutoSave = false });
            return file.WorkbookPart is { } workbook && IsWorkbook(workbook.ContentType) ? new Workbook(file, workbook, limits) : throw NoWorkbook();
        });
    }

    /// <summary>The rows of a sheet; cells are as a person sees them.</summary>
    public IEnumerable<SheetRow> Read(string sheet)
    {
        using var rows = _rows.Read(sheet, _sheets.First(s => s.Name == sheet).Part).GetEnumerator();
        while (Guard(rows.MoveNext))
            yield return rows.Current;
    }

    public void Dispose() => _file.Dispose();

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException { InnerException: not XmlException })
        {
            throw NoWorkbook();
        }
        catch (Exception e) when (e is XmlException or FileFormatException or InvalidDataException or IOException or UriFormatException or ArgumentException or FormatException or InvalidOperationException)
        {
            throw new UnusableInputException(Problem.Rejected("broken-workbook", "workbook", "This workbook cannot be read: a part of it is damaged. Open it in a spreadsheet program, save it again as .xlsx, and try that file."));
        }
    }

    /// <summary>The main part of a text or of slides would be opened as well; a binary workbook holds no XML.</summary>
    private static bool IsWorkbook(string type) => !type.Contains("binary", StringComparison.OrdinalIgnoreCase)
        && (type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-excel", StringComparison.OrdinalIgnoreCase));

    private void Add(WorkbookPart workbook, string? name, string? id)
    {
        if (name is not null && id is not null && workbook.TryGetPartById(id, out var part) && part is WorksheetPart sheet && !_sheets.Exists(s => s.Name == name))
            _sheets.Add((name, sheet));
    }

    private static UnusableInputException NoWorkbook() => new(Problem.Rejected("no-workbook", "workbook", UnknownFile.Archive));
}
