using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Interop;
using Trellis.Interop.Worksheets;
using Xunit;

namespace Trellis.Tests.Interop;

public sealed class WorksheetsExcelTests
{
    public static TheoryData<WorksheetKind, string> Kinds => new(
        from kind in Enum.GetValues<WorksheetKind>() from language in new[] { "en", "es" } select (kind, language));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Worksheet_OfEachKind_IsValidAndNamesItsStatements(WorksheetKind kind, string language)
    {
        var worksheet = WorksheetsSample.Of(kind, DocumentsSample.Shipped("hospitality"));
        using var book = Open(WorksheetsSample.Write(worksheet, language));

        DocumentsSample.AssertValid(book);
        Assert.Equal(4, book.WorkbookPart!.Workbook!.Sheets!.Count());
        var ids = WorksheetsSample.Cells(book, 2).Where(c => c.Cell[0] == 'A' && Guid.TryParse(c.Element.InnerText, out _)).ToList();
        Assert.Equal(worksheet.Count, ids.Count);
        Assert.True(worksheet.Count > 100);
    }

    [Fact]
    public void Cells_ToFill_TakeWholeLevelsOnly()
    {
        using var book = Open(WorksheetsSample.Write(WorksheetsSample.Small(WorksheetKind.Curriculum)));

        var part = (WorksheetPart)book.WorkbookPart!.GetPartById("r2");
        var rule = part.Worksheet!.Descendants<DataValidation>().First();
        Assert.Equal((DataValidationValues.Whole, "0", "4", "D4:K10"), (rule.Type!.Value, rule.Formula1!.Text, rule.Formula2!.Text, rule.SequenceOfReferences!.InnerText));
        Assert.Equal("D4", part.Worksheet.Descendants<Pane>().Single().TopLeftCell);
        Assert.True(part.Worksheet.Descendants<Column>().First().Hidden!.Value);
        Assert.Equal("'Worksheet'!$3:$3", book.WorkbookPart.Workbook!.DefinedNames!.Single().InnerText);
        Assert.Equal(SheetStateValues.Hidden, book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Last().State!.Value);
    }

    [Fact]
    public void Texts_ThatLookLikeFormulas_StayTexts()
    {
        using var book = Open(WorksheetsSample.Write(WorksheetsSample.Small(WorksheetKind.Curriculum)));

        var cell = Assert.Single(WorksheetsSample.Cells(book, 2), c => c.Element.InnerText.StartsWith("=HYPER", StringComparison.Ordinal)).Element;
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Null(cell.CellFormula);
    }

    [Theory]
    [InlineData(WorksheetKind.Curriculum, "D4", "0")]
    [InlineData(WorksheetKind.Employer, "D4", "")]
    [InlineData(WorksheetKind.Gap, "D4", "0")]
    [InlineData(WorksheetKind.Gap, "G6", "")]
    public void Figures_OfAnEmptyWorksheet_AreKeptAsTheyAre(WorksheetKind kind, string cell, string expected)
    {
        using var book = Open(WorksheetsSample.Write(WorksheetsSample.Small(kind)));

        Assert.Equal(expected, WorksheetsSample.Cells(book, 3).Single(c => c.Cell == cell).Element.CellValue!.Text);
    }

    [Fact]
    public void FilledWorksheet_ReadBack_GivesItsLevelsAndNames()
    {
        var worksheet = WorksheetsSample.Small(WorksheetKind.Curriculum);
        var file = WorksheetsSample.Fill(WorksheetsSample.Write(worksheet, "es"), 2,
            ("D3", "WLD 101"), ("D5", 2), ("D8", 0), ("D9", 4), ("F10", "3"), ("L9", "= a note"));

        var filled = WorksheetReader.Read(new("filled.xlsx", file));

        Assert.Equal((WorksheetKind.Curriculum, worksheet.Model.Framework.Id, worksheet.Model.Version.Number), (filled.Kind, filled.Framework, filled.Version));
        Assert.Empty(filled.Problems);
        var rows = worksheet.Blocks.SelectMany(b => b.Rows).Select(r => r.Id).ToList();
        Assert.Equal(rows, filled.Statements);
        Assert.Equal(["WLD 101", "Curso 3"], filled.Columns.Select(c => c.Name));
        Assert.Equal(new Dictionary<Guid, int> { [rows[0]] = 2, [rows[2]] = 0, [rows[3]] = 4 }, filled.Columns[0].Levels);
        Assert.Equal(new Dictionary<Guid, int> { [rows[4]] = 3 }, filled.Columns[1].Levels);
        Assert.Equal(new FilledWords(rows[3], "notes", "= a note"), Assert.Single(filled.Words));
    }

    [Fact]
    public void FilledWorksheetOfEmployers_ReadBack_GivesThreeNumbersOfEach()
    {
        var worksheet = WorksheetsSample.Small(WorksheetKind.Employer);
        var file = WorksheetsSample.Fill(WorksheetsSample.Write(worksheet), 2, ("D3", "Ridge Roofing"), ("D5", 3), ("E5", 4), ("F5", 1), ("F6", 0), ("H8", 2));

        var filled = WorksheetReader.Read(new("filled.xlsx", file));

        Assert.Empty(filled.Problems);
        var rows = worksheet.Blocks.SelectMany(b => b.Rows).Select(r => r.Id).ToList();
        var (ridge, second) = (filled.Columns[0], filled.Columns[1]);
        Assert.Equal((2, "Ridge Roofing", "Employer 2"), (filled.Columns.Count, ridge.Name, second.Name));
        Assert.Equal(new Dictionary<Guid, int> { [rows[0]] = 3 }, ridge.Levels);
        Assert.Equal(new Dictionary<Guid, int> { [rows[0]] = 4 }, ridge.Further["importance"]);
        Assert.Equal(new Dictionary<Guid, int> { [rows[0]] = 1, [rows[1]] = 0 }, ridge.Further["frequency"]);
        Assert.Empty(second.Levels);
        Assert.Equal(new Dictionary<Guid, int> { [rows[2]] = 2 }, Assert.Single(second.Further).Value);
    }

    [Fact]
    public void FilledWorksheet_WithWrongCells_TellsTheirPlaces()
    {
        var file = WorksheetsSample.Fill(WorksheetsSample.Write(WorksheetsSample.Small(WorksheetKind.Gap)), 2,
            ("D5", 5), ("E5", "often"), ("D6", "2.5"), ("D8", 3), ("A9", ""), ("D9", 1));

        var filled = WorksheetReader.Read(new("filled.xlsx", file));

        Assert.Equal(["Worksheet!D5", "Worksheet!E5", "Worksheet!D6", "Worksheet!A9"], filled.Problems.Select(p => p.Where));
        Assert.Equal(["no-level", "no-level", "no-level", "no-statement"], filled.Problems.Select(p => p.Code));
        Assert.Equal("needed", Assert.Single(filled.Columns).Role);
    }

    [Theory]
    [InlineData(4, "B1", "99", "unknown-layout")]
    [InlineData(4, "B2", "riddle", "broken-identity")]
    [InlineData(2, "A2", "", "no-columns")]
    public void Worksheet_WithoutItsHiddenParts_IsRefused(int sheet, string cell, string value, string code)
    {
        var file = WorksheetsSample.Fill(WorksheetsSample.Write(WorksheetsSample.Small(WorksheetKind.Gap)), sheet, (cell, value));

        var refused = Assert.Throws<UnusableInputException>(() => WorksheetReader.Read(new("filled.xlsx", file)));

        Assert.Equal(code, Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public void OtherWorkbooks_AreRefused()
    {
        var file = OutgoingWorkbook.Write(new("Any", ["A"], [["b"]]));

        Assert.Equal("no-worksheet", Assert.Throws<UnusableInputException>(() => WorksheetReader.Read(new("any.xlsx", file))).Problems[0].Code);
    }

    [Fact]
    public void Worksheet_OfAsManyStatementsAsThereMayBe_IsReadBack()
    {
        var content = Support.TestModel.Of("Large", [.. Enumerable.Range(0, WorksheetChoice.MostRows).Select(i => $"Statement {i}")]);
        var worksheet = WorksheetsSample.Of(WorksheetKind.Curriculum, content);

        Assert.Equal(WorksheetChoice.MostRows, WorksheetReader.Read(new("large.xlsx", WorksheetsSample.Write(worksheet))).Statements.Count);
    }

    [Fact]
    public void Worksheet_WrittenTwice_HasTheSameBytes()
    {
        var worksheet = WorksheetsSample.Small(WorksheetKind.Employer);

        Assert.Equal(WorksheetsSample.Write(worksheet), WorksheetsSample.Write(worksheet));
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
}
