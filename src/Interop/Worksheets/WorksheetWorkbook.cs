using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using ModelWorksheet = Trellis.Core.Competencies.Worksheets.Worksheet;

namespace Trellis.Interop.Worksheets;

/// <summary>
/// A worksheet as an Excel file: instructions, the statements with cells to fill, figures that compute themselves, and a hidden sheet by
/// which the filled file is known again. docs/worksheets.md describes it.
/// </summary>
public static class WorksheetWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly IReadOnlyList<OfficePart> Parts =
    [
        new("xl/workbook.xml", Kind + "sheet.main+xml"),
        new("xl/styles.xml", Kind + "styles+xml"),
        .. Enumerable.Range(1, 4).Select(i => new OfficePart($"xl/worksheets/sheet{i}.xml", Kind + "worksheet+xml")),
        OfficeProperties.Part,
    ];

    /// <summary>Writes the worksheet as a workbook to fill on a computer.</summary>
    /// <param name="worksheet">What is to be rated.</param>
    /// <param name="scale">The levels 0 to 4 and what they mean.</param>
    /// <param name="words">The language of everything but the statements that do not have it.</param>
    /// <param name="stream">One that can be sought in, such as a file.</param>
    public static void Write(ModelWorksheet worksheet, Scale scale, DocumentWords words, Stream stream)
    {
        var plan = new WorksheetPlan(worksheet, words);
        using var package = new OfficePackage(stream, Parts);
        new OfficeProperties(plan.Title, worksheet.Model.Framework.Publisher, words.Language == "es" ? "es-ES" : "en-US", worksheet.Model.Version.ChangedAt).Write(package);
        package.Relate("xl/workbook.xml", [.. Enumerable.Range(1, 4).Select(i => new OfficeRelation("worksheet", $"worksheets/sheet{i}.xml")), new("styles", "styles.xml")]);
        package.Part("xl/workbook.xml", Book(plan));
        package.Part("xl/styles.xml", SheetStyles.All());
        package.Part("xl/worksheets/sheet1.xml", writer => InstructionSheet.Write(writer, plan, scale));
        package.Part("xl/worksheets/sheet2.xml", writer => RatingSheet.Write(writer, plan));
        package.Part("xl/worksheets/sheet3.xml", writer => SummarySheet.Write(writer, plan));
        package.Part("xl/worksheets/sheet4.xml", writer => IdentitySheet.Write(writer, plan));
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Workbook Book(WorksheetPlan plan) => new(
        new BookViews(new WorkbookView { ActiveTab = 1, FirstSheet = 0 }),
        new Sheets(
            Sheet(1, plan.InstructionName), Sheet(2, plan.SheetName), Sheet(3, plan.SummaryName),
            new Sheet { Id = "r4", SheetId = 4, Name = IdentitySheet.Name, State = SheetStateValues.Hidden }),
        new DefinedNames(new DefinedName($"'{plan.SheetName}'!${WorksheetPlan.NameRow}:${WorksheetPlan.NameRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 1 }),
        new CalculationProperties { FullCalculationOnLoad = true });

    private static Sheet Sheet(uint number, string name) => new() { Id = $"r{number}", SheetId = number, Name = name };
}
