using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Interop.Worksheets;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Word documents, worksheets and an employer's documents by the pages and addresses that lead to them.</summary>
public sealed class DocumentPageTests(TestApp app)
{
    [Fact]
    public async Task ModelPage_OffersWord_WhichIsInTheLanguageOfTheReader()
    {
        var page = await app.PageAsync("/models/hospitality");
        var link = page.QuerySelectorAll(".model-actions a").Single(a => a.TextContent == "Word").GetAttribute("href");

        Assert.Equal("Contents", Contents(await FileAsync(link!, "en")));
        Assert.Equal("Contenido", Contents(await FileAsync(link!, "es")));
        Assert.Equal("Contenido", Contents(await FileAsync(link + "?lang=es", "en")));
        Assert.Equal("Contents", Contents(await FileAsync("/models/hospitality/v/1.0.docx", "en")));
    }

    [Fact]
    public async Task WorksheetForm_WithAPartChosen_LeadsToAWorksheetOfThatPart()
    {
        var page = await app.PageAsync("/models/hospitality/worksheets", "es");
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var part = page.QuerySelectorAll("label").Single(l => l.TextContent.StartsWith("4.2 ", StringComparison.Ordinal)).GetAttribute("for")!;

        var file = await FileAsync($"{form.GetAttribute("action")}?kind=gap&format=xlsx&block={page.GetElementById(part)!.GetAttribute("value")}", "es");

        var filled = WorksheetReader.Read(new("gap.xlsx", file));
        Assert.Equal((WorksheetKind.Gap, "1.0"), (filled.Kind, filled.Version));
        Assert.InRange(filled.Statements.Count, 10, 30);
        Assert.Equal(4, page.QuerySelectorAll("input[name=kind]").Length);
        Assert.DoesNotContain("Tier 6", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/models/hospitality/worksheet?kind=gap&block=no+such+part", "no such part")]
    [InlineData("/models/hospitality/employer-pack.docx?title=Clerk", "1 to 60")]
    [InlineData("/models/hospitality/employer-pack.docx?block=1.1", "title of the job")]
    public async Task Files_AskedForWrongly_SayWhatWouldBeRight(string path, string expected)
    {
        using var response = await app.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmployerPack_ChosenOnThePage_IsPrintedAndDownloaded()
    {
        var choice = await app.PageAsync("/models/hospitality/employer-pack?block=4.2");
        var boxes = choice.QuerySelectorAll("form input[name=block][id^=statement-]").Take(3).Select(b => "block=" + b.GetAttribute("value")).ToList();
        var query = $"?title=Line+cook&employer=Corner+Caf%C3%A9&{string.Join('&', boxes)}";

        var paper = await app.PageAsync("/models/hospitality/employer-pack/print" + query);
        var file = await FileAsync("/models/hospitality/employer-pack.docx" + query, "en");

        Assert.Equal("Line cook", paper.QuerySelector("h1")!.TextContent);
        Assert.Contains("Question 3", paper.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Question 4", paper.Body!.TextContent, StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Equal("Corner Café", word.PackageProperties.Creator);
    }

    [Fact]
    public async Task EmployerPack_OfParts_ThatAreTooMany_AsksForFewer()
    {
        var page = await app.PageAsync("/models/building-blocks/employer-pack?block=no+such");
        var print = await app.PageAsync("/models/hospitality/employer-pack/print?title=Clerk");

        Assert.Contains("no such", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 to 60", print.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<byte[]> FileAsync(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static string Contents(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return word.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Single(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "TOCHeading").InnerText;
    }
}
