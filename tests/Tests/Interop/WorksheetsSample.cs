using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Trellis.Interop.Models;
using Trellis.Interop.Worksheets;
using Trellis.Tests.Support;
using ModelWorksheet = Trellis.Core.Competencies.Worksheets.Worksheet;

namespace Trellis.Tests.Interop;

/// <summary>Worksheets for tests, and a person who fills them.</summary>
internal static class WorksheetsSample
{
    public static Scale Scale { get; } = ShippedScales.Default(ShippedModels.DataFolder);

    /// <summary>A top heading with the blocks A (two statements) and B (three), of which one begins like a formula.</summary>
    public static ModelWorksheet Small(WorksheetKind kind) => Of(kind, SmallContent());

    public static ModelWorksheet Of(WorksheetKind kind, FrameworkContent content) =>
        new(kind, new(content.Framework, content.Version), WorksheetRows.Of(content.Statements, content.Version.HasTiers, new HashSet<Guid>()));

    public static byte[] Write(ModelWorksheet worksheet, string language = "en")
    {
        using var memory = new MemoryStream();
        WorksheetWorkbook.Write(worksheet, Scale, DocumentWords.In(language), memory);
        return memory.ToArray();
    }

    /// <summary>Writes values into cells: numbers as numbers, everything else as text.</summary>
    public static byte[] Fill(byte[] file, int sheet, params (string Cell, object Value)[] values)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var book = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var part = (WorksheetPart)book.WorkbookPart!.GetPartById($"r{sheet}");
            var cells = part.Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
            foreach (var (name, value) in values)
                Put(cells[name], value);
            // What the formulas gave before is no longer true; a program that opens the file computes what is not there.
            foreach (var cell in book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.CellFormula is not null))
                cell.CellValue = null;
        }
        return memory.ToArray();
    }

    public static List<(string Cell, Cell Element)> Cells(SpreadsheetDocument book, int sheet) =>
        [.. ((WorksheetPart)book.WorkbookPart!.GetPartById($"r{sheet}")).Worksheet!.Descendants<Cell>().Select(c => (c.CellReference!.Value!, c))];

    private static void Put(Cell cell, object value)
    {
        cell.RemoveAllChildren();
        if (value is int number)
            (cell.DataType, cell.CellValue) = (null, new CellValue(number));
        else
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new DocumentFormat.OpenXml.Spreadsheet.Text((string)value)));
    }

    private static FrameworkContent SmallContent()
    {
        var content = TestModel.Of("Welding", "Block A", "Block B");
        var (a, b) = (content.Statements[1], content.Statements[2]);
        Add(content, a, "Reads drawings", "=HYPERLINK(\"http://example.org\")");
        Add(content, b, "Sets up", "Welds", "Checks");
        StatementTree.Arrange(content.Statements);
        return content;
    }

    private static void Add(FrameworkContent content, Statement parent, params string[] texts)
    {
        foreach (var (i, text) in texts.Index())
            content.Statements.Add(new() { Id = Guid.NewGuid(), ParentId = parent.Id, Position = i, Text = LanguageText.Of("en", text) });
    }
}
