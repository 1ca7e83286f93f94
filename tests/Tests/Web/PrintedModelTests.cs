using System.Net;
using System.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Models as PDF files. Those that need a browser skip where there is none.</summary>
public sealed class PrintedModelTests(TestApp app)
{
    [Fact]
    public async Task Pdf_OfAModel_IsTaggedAndHasAnOutline()
    {
        var page = await app.PageAsync("/models/hospitality?view=print", "es");
        var link = page.QuerySelector(".print-hint a");
        if (link is null)
            Assert.Skip("No Chromium is installed.");
        using var request = new HttpRequestMessage(HttpMethod.Get, link.GetAttribute("href"));
        request.Headers.Add("Accept-Language", "es");
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        var pdf = Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/Outlines", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang (es", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_WhereThereIsNoBrowser_IsNotOffered()
    {
        await using var own = OwnApp.Start(settings: ("TRELLIS_CHROMIUM", "off"));

        var page = await own.Http.GetStringAsync("/models/hospitality?view=print", TestContext.Current.CancellationToken);
        using var response = await own.Http.GetAsync("/models/hospitality.pdf", TestContext.Current.CancellationToken);

        Assert.Contains("TRELLIS_CHROMIUM", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hospitality.pdf", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/models/no-such-model.pdf")]
    [InlineData("/models/no-such-model.docx")]
    [InlineData("/models/hospitality/v/77.docx")]
    [InlineData("/models/no-such-model/worksheets")]
    [InlineData("/models/hospitality/worksheet?kind=riddle")]
    public async Task Documents_OfWhatIsNotThere_AreNotFound(string path)
    {
        using var response = await app.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
