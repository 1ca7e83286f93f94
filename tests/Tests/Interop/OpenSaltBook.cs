using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Text;
using Words = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Trellis.Tests.Interop;

/// <summary>A cell that is more than a text: a number with a style, a formula, an error, an inline text.</summary>
public sealed record BookCell(string Value, string? Type = null, uint Style = 0, string? Formula = null)
{
    public const uint TwoPlaces = 1;
    public const uint Day = 2;
    public const uint ThreeDigits = 3;
}

/// <summary>Makes small workbooks. A text is a shared text, an int or double a number, null no cell at all.</summary>
public static class OpenSaltBook
{
    public const string Id = "93a2d99e-2988-11e9-8a65-bf64185a38dc";

    public static readonly object?[] DocumentHeader = ["identifier", "creator", "title", "lastChangeDate", "language"];
    public static readonly object?[] Document = [Id, "A board", "Welding", "2026-01-15 00:00:00", "en"];
    public static readonly object?[] ItemHeader = ["identifier", "fullStatement", "humanCodingScheme", "smartLevel"];
    public static readonly object?[] LinkHeader = ["identifier", "originNodeIdentifier", "originNodeHumanCodingScheme", "associationType", "destinationNodeHumanCodingScheme", "destinationNodeIdentifier"];

    /// <summary>A whole workbook with these rows below the headers of its items and associations.</summary>
    public static byte[] Of(object?[][] items, params object?[][] links) =>
        Of(("CF Doc", [DocumentHeader, Document]), ("CF Item", [ItemHeader, .. items]), ("CF Association", [LinkHeader, .. links]));

    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var shared = book.AddNewPart<SharedStringTablePart>().SharedStringTable = new();
            for (var i = 0; i < sheets.Length; i++)
            {
                var sheet = book.AddNewPart<WorksheetPart>();
                sheet.Worksheet = new(new SheetData(sheets[i].Rows.Select((row, number) => Row(shared, row, number + 1))));
                book.Workbook.Sheets!.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = book.GetIdOfPart(sheet) });
            }
        }
        return stream.ToArray();
    }

    /// <summary>The workbook with one part more, or with another in the place of one.</summary>
    public static byte[] With(byte[] book, string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var writer = zip.CreateEntry(part).Open();
            writer.Write(Utf8.Strict.GetBytes(content));
        }
        return stream.ToArray();
    }

    public static byte[] Archive(params (string Part, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (part, content) in parts)
            {
                using var writer = zip.CreateEntry(part).Open();
                writer.Write(Utf8.Strict.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    public static string Part(byte[] book, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    private static Row Row(SharedStringTable shared, object?[] values, int number)
    {
        var cells = values.Select((value, i) => (Value: value, Place: $"{(char)('A' + i)}{number}")).Where(c => c.Value is not null);
        return new(cells.Select(c => Cell(shared, c.Value!, c.Place))) { RowIndex = (uint)number };
    }

    private static Cell Cell(SharedStringTable shared, object value, string place)
    {
        if (value is string text)
        {
            shared.Append(new SharedStringItem(new Words(text) { Space = SpaceProcessingModeValues.Preserve }));
            return new() { CellReference = place, DataType = CellValues.SharedString, CellValue = new(shared.ChildElements.Count - 1) };
        }
        var cell = value as BookCell ?? new(FormattableString.Invariant($"{value}"));
        var made = new Cell { CellReference = place, StyleIndex = cell.Style };
        if (cell.Formula is { } formula)
            made.Append(new CellFormula(formula));
        if (cell.Type == "inlineStr")
            made.Append(new InlineString(new Run(new Words(cell.Value[..1])), new Run(new Words(cell.Value[1..])), new PhoneticRun(new Words("said")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }));
        else
            made.Append(new CellValue(cell.Value));
        if (cell.Type is { } type)
            made.SetAttribute(new("t", "", type));
        return made;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "000" }),
        new CellStyleFormats(new CellFormat { NumberFormatId = 14 }),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 2 }, new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 170 }));
}
