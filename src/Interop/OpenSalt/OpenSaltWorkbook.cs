using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.OpenSalt;

/// <summary>Reads the workbook in which OpenSALT gives and takes frameworks: a sheet for the document, one for items, one for associations.</summary>
public sealed class OpenSaltWorkbook
{
    internal const string Name = "opensalt-xlsx";

    private readonly ImportReport _report;
    private readonly SheetRows _rows;
    private readonly Dictionary<string, WorksheetPart> _sheets = [];

    private OpenSaltWorkbook(WorkbookPart workbook, ImportReport report)
    {
        _report = report;
        var countsFrom1904 = false;
        using (var reader = new OpenXmlPartReader(workbook))
        {
            while (reader.Read())
            {
                if (reader.IsStartElement && reader.ElementType == typeof(WorkbookProperties))
                    countsFrom1904 = SheetRows.Attribute(reader, "date1904") is "1" or "true";
                else if (reader.IsStartElement && reader.ElementType == typeof(Sheet))
                    AddSheet(workbook, SheetRows.Attribute(reader, "name"), SheetRows.Attribute(reader, "id"));
            }
        }
        var formats = new NumberFormats(countsFrom1904);
        formats.Read(workbook.WorkbookStylesPart);
        _rows = new(SheetRows.Shared(workbook.SharedStringTablePart), formats);
    }

    public static FrameworkFormat Format { get; } = new("OpenSALT workbook (XLSX)", Recognizes, Read);

    /// <summary>The names of the parts stand in a ZIP archive as they are, also where it is cut off.</summary>
    private static bool Recognizes(ImportSource source) => source.Bytes.Span.StartsWith("PK\u0003\u0004"u8)
        && (source.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || source.Bytes.Span.IndexOf("xl/workbook.xml"u8) >= 0);

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = Name;
        WorkbookZip.Check(source, report);
        try
        {
            using var stream = WorkbookZip.Stream(source);
            using var file = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false });
            return file.WorkbookPart is { } workbook && IsWorkbook(workbook.ContentType) ? new OpenSaltWorkbook(workbook, report).Read() : throw NoWorkbook();
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

    private void AddSheet(WorkbookPart workbook, string? name, string? id)
    {
        if (name is not null && id is not null && workbook.TryGetPartById(id, out var part) && part is WorksheetPart sheet)
            _sheets.TryAdd(name, sheet);
    }

    private FrameworkContent Read()
    {
        if (Sheet(SheetPlan.Items) is null)
            throw NoItems();
        var document = new OpenSaltDocument(_report);
        Show(SheetPlan.Document, document.Take);
        var (framework, version) = document.Build();
        var items = new OpenSaltItems(framework, version, _report);
        Show(SheetPlan.Items, items.Take);
        if (items.All.Count == 0)
            throw NoStatements();
        var associations = new OpenSaltAssociations(framework, version, items, _report);
        Show(SheetPlan.Associations, associations.Take);
        return new(framework, version, new OpenSaltTree(items, associations, _report).Arrange(version), associations.Links);
    }

    private void Show(SheetPlan plan, Action<SheetTable, SheetRow> take)
    {
        if (Sheet(plan) is { } sheet)
            SheetTable.Read(_rows.Read(sheet, _sheets[sheet]), plan, _report, take);
        else
            _report.Add(Problem.Noted("no-sheet", "workbook", "The workbook has no sheet {0}.", plan.Name));
    }

    private string? Sheet(SheetPlan plan) => _sheets.Keys.FirstOrDefault(plan.Is);

    private UnusableInputException NoItems() => new(Problem.Rejected("no-items-sheet", "workbook",
        "This workbook is none of OpenSALT's: it has no sheet \"CF Item\" with one statement in each row. Its sheets are: {0}.", string.Join(", ", _sheets.Keys.Take(20))));

    private UnusableInputException NoStatements() => new([.. _report.Problems.Where(p => p.Severity == Severity.Rejected).Take(20), Problem.Rejected("no-statements", Sheet(SheetPlan.Items)!,
        "The sheet of items has no row that could be taken. Below its header it needs one row for each statement, with a text under fullStatement.")]);

    private static UnusableInputException NoWorkbook() => new(Problem.Rejected("no-workbook", "workbook", UnknownFile.Archive));
}
