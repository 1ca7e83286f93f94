using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Documents;
using Xunit;

namespace Trellis.Tests.Interop;

public sealed class DocumentsWordTests
{
    [Theory]
    [InlineData("building-blocks", "en")]
    [InlineData("building-blocks", "es")]
    [InlineData("hospitality", "en")]
    public async Task Document_OfAShippedModel_IsValidAndHasItsHeadings(string slug, string language)
    {
        var content = DocumentsSample.Shipped(slug);
        using var file = await OpenAsync(OutgoingModel.Of(content), language);

        DocumentsSample.AssertValid(file);
        var headings = Paragraphs(file).Where(p => Style(p).StartsWith("Heading", StringComparison.Ordinal)).ToList();
        Assert.Equal(content.Statements.Count(s => !s.Kind.StatesCompetency() && s.Kind != StatementKind.Occupation) + 2, headings.Count);
        Assert.Equal(content.Statements.Count(s => s.Kind.StatesCompetency() || s.Kind == StatementKind.Occupation) + content.Version.Sources.Count, Paragraphs(file).Count(p => Style(p) == "ListParagraph"));
    }

    [Fact]
    public async Task Document_WithoutTiers_PutsDeepStatementsIntoLists()
    {
        using var file = await OpenAsync(OutgoingModel.Of(DocumentsSample.Untiered()));

        DocumentsSample.AssertValid(file);
        var texts = Paragraphs(file).Select(p => (Style: Style(p), p.InnerText)).ToList();
        Assert.Contains(("Heading1", "Welding & joining <basics>"), texts);
        Assert.Contains(("Heading2", "W.1 Das Erste"), texts);
        Assert.Contains(("Definition", "First thing"), texts);
        Assert.Contains(("Heading6", "Nivel 3"), texts);
        Assert.Contains(("ListParagraph", "Nivel 4"), texts);
        Assert.Contains(("ListParagraph", "Second thing  with noise"), texts);
        Assert.Contains(("Note", "Note: A note over two lines"), texts);
        Assert.Contains(texts, t => t.InnerText == "License: CC BY 4.0");
    }

    [Fact]
    public async Task Document_SaysItsLanguageAndThoseOfItsParts()
    {
        using var file = await OpenAsync(OutgoingModel.Of(DocumentsSample.Untiered()), "es");

        Assert.Equal("es-ES", file.PackageProperties.Language);
        Assert.Equal("Welding & joining <basics>", file.PackageProperties.Title);
        Assert.Equal("es-ES", file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.Descendants<Languages>().Single().Val);
        Assert.Equal("en-US", Language(file, "First thing"));
        Assert.Equal("de", Language(file, "W.1 Das Erste"));
        Assert.Null(Language(file, "Nivel 7"));
        Assert.Contains(Paragraphs(file), p => p.InnerText == "Contenido");
    }

    [Fact]
    public async Task Contents_LeadToTheHeadingsThatTheyName()
    {
        using var file = await OpenAsync(OutgoingModel.Of(DocumentsSample.Shipped("building-blocks")));

        var marks = file.MainDocumentPart!.Document!.Descendants<BookmarkStart>().ToDictionary(b => b.Name!.Value!, b => b.Parent!.InnerText);
        var links = file.MainDocumentPart.Document.Descendants<Hyperlink>().ToList();
        Assert.InRange(links.Count, 40, 150);
        Assert.All(links, l => Assert.StartsWith(marks[l.Anchor!], l.InnerText, StringComparison.Ordinal));
        Assert.True(file.MainDocumentPart.DocumentSettingsPart!.Settings!.Elements<UpdateFieldsOnOpen>().Single().Val!.Value);
    }

    [Fact]
    public async Task Tables_RepeatTheirHeadings_AndThePictureIsDescribed()
    {
        using var file = await OpenAsync(OutgoingModel.Of(DocumentsSample.Shipped("building-blocks")));

        var table = Assert.Single(file.MainDocumentPart!.Document!.Descendants<Table>());
        Assert.Single(table.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableHeader>());
        Assert.Equal("Links of the statements", table.Descendants<TableCaption>().Single().Val);
        Assert.StartsWith("Table 1. Links", ((Paragraph)table.PreviousSibling()!).InnerText, StringComparison.Ordinal);
        var picture = file.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single();
        Assert.Contains("Tier 1, Personal Effectiveness: Interpersonal Skills, Integrity", picture.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_WrittenTwice_HasTheSameBytes()
    {
        var content = DocumentsSample.Untiered();

        Assert.Equal(await WriteAsync(OutgoingModel.Of(content)), await WriteAsync(OutgoingModel.Of(content)));
    }

    [Fact]
    public async Task Document_OfALargeFramework_HasEveryStatementAndABoundedTableOfContents()
    {
        using var file = await OpenAsync(DocumentsSample.Large(50_000));

        var (items, lines) = (0, 0);
        using var reader = new DocumentFormat.OpenXml.OpenXmlPartReader(file.MainDocumentPart!);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(ParagraphStyleId) || !reader.IsStartElement)
                continue;
            items += reader.Attributes[0].Value == "ListParagraph" ? 1 : 0;
            lines += reader.Attributes[0].Value == "TOC1" ? 1 : 0;
        }
        Assert.Equal(48_000, items);
        Assert.Equal(150, lines);
    }

    private static async Task<byte[]> WriteAsync(OutgoingModel model, string language = "en")
    {
        using var memory = new MemoryStream();
        await FrameworkDocument.WriteAsync(model, DocumentWords.In(language), memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    }

    private static async Task<WordprocessingDocument> OpenAsync(OutgoingModel model, string language = "en") =>
        WordprocessingDocument.Open(new MemoryStream(await WriteAsync(model, language)), isEditable: false);

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument file) => file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>();

    private static string Style(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static string? Language(WordprocessingDocument file, string text) =>
        Paragraphs(file).Last(p => p.InnerText == text).Descendants<Run>().Last().RunProperties?.Languages?.Val?.Value;
}
