using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Trellis.Interop.Documents;
using Xunit;

namespace Trellis.Tests.Interop;

public sealed class DocumentsPackTests
{
    [Theory]
    [InlineData("en", "Interview guide")]
    [InlineData("es", "Guía de entrevista")]
    public async Task EmployerPack_AsWord_IsValidAndHasThreeParts(string language, string interview)
    {
        var worksheet = WorksheetsSample.Small(WorksheetKind.Employer);
        var words = DocumentWords.In(language);
        var pack = EmployerPack.Of(new EmployerPackRequest("Welder <II>", "Acme & Sons", worksheet.Blocks).Checked(), words);
        using var memory = new MemoryStream();
        await EmployerPackDocument.WriteAsync(pack, worksheet.Model, words, memory);

        using var file = WordprocessingDocument.Open(memory, isEditable: false);
        DocumentsSample.AssertValid(file);
        var headings = Headings(file, "Heading1");
        Assert.Equal(3, headings.Count);
        Assert.Equal(interview, headings[1]);
        Assert.Equal("Welder <II>", file.PackageProperties.Title);
    }

    [Theory]
    [InlineData(WorksheetKind.Curriculum)]
    [InlineData(WorksheetKind.Gap)]
    public async Task Worksheet_AsWord_IsValidAndHasATableForEachBlock(WorksheetKind kind)
    {
        var worksheet = WorksheetsSample.Small(kind);
        using var memory = new MemoryStream();
        await WorksheetDocument.WriteAsync(worksheet, WorksheetsSample.Scale, DocumentWords.In("en"), memory);

        using var file = WordprocessingDocument.Open(memory, isEditable: false);
        DocumentsSample.AssertValid(file);
        Assert.Equal(["Block A", "Block B"], Headings(file, "Heading1"));
        var tables = file.MainDocumentPart!.Document!.Descendants<Table>().ToList();
        Assert.Equal([6, 3, 4], tables.Select(t => t.Elements<TableRow>().Count()));
        Assert.All(tables, t => Assert.Single(t.Descendants<TableHeader>()));
    }

    private static List<string> Headings(WordprocessingDocument file, string style) =>
        [.. file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(p => p.InnerText)];
}
