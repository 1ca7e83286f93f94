using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Interop;

/// <summary>Writes a table as an XLSX workbook. Texts are texts, whatever they begin with; no cell holds a formula.</summary>
public static class OutgoingWorkbook
{
    private const int LongestName = 31;
    private const int LongestText = 32_767;
    private const uint Bold = 1;

    public static byte[] Write(OutgoingTable table)
    {
        using var memory = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            WriteRows(sheet, table);
            workbook.Workbook = new(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = table.Name[..Math.Min(LongestName, table.Name.Length)] }));
        }
        return memory.ToArray();
    }

    private static void WriteRows(WorksheetPart part, OutgoingTable table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        // The headings stay in sight when one goes down the rows.
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, table.Headings.Select(h => (OutgoingCell)h), Bold);
        foreach (var row in table.Rows)
            WriteRow(writer, row, 0);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<OutgoingCell> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(Of(cell, style));
        writer.WriteEndElement();
    }

    private static Cell Of(OutgoingCell cell, uint style) => cell switch
    {
        { Number: { } number } => new() { CellValue = new(number.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = style },
        { Text: { Length: > 0 } text } => new() { DataType = CellValues.InlineString, StyleIndex = style, InlineString = new(new Text(Plain(text)) { Space = SpaceProcessingModeValues.Preserve }) },
        _ => new(),
    };

    /// <summary>Without the characters that XML cannot hold, and no longer than a cell may be.</summary>
    private static string Plain(string text)
    {
        text = string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n'));
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = Bold, ApplyFont = true }));
}
