using System.Net;
using System.Text;
using Trellis.Core.Competencies;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>A table of somebody's is loaded by what a person says of its columns.</summary>
public sealed class ImportColumnsTests(TestApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_WithColumnsSaid_IsPreviewedLoadedAndItsMappingKept()
    {
        var name = "shop-" + Guid.NewGuid().ToString("N");
        var browser = new FormBrowser(app);
        var preview = await browser.SendFileAsync(name + ".csv", "Was,Satz,Wer\r\nWelds,Strikes an arc,Ann\r\n,Grinds edges,Bob\r\n", "tolerant");

        var columns = await browser.OpenAsync(preview.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("Say yourself", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(3, columns.QuerySelectorAll("select[name^=c]").Length);
        var upload = columns.QuerySelector("input[name=upload]")!.GetAttribute("value");
        var shown = await browser.OpenAsync($"/models/import/columns?upload={upload}&title={name}&c0=Group&c1=Text&c2=Keep");

        Assert.Equal(["Level 1: Welds", "Level 2: Strikes an arc", "Level 2: Grinds edges"], shown.QuerySelectorAll(".trellis-preview-tree li").Select(l => l.TextContent.Replace("  ", " ", StringComparison.Ordinal).Trim()));
        using var mapping = await app.Http.GetAsync(shown.QuerySelectorAll("a").First(a => a.TextContent == "Keep these choices as a file").GetAttribute("href"), Stop);
        Assert.Contains("\"Satz\": text", await mapping.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var report = await browser.PressAsync(shown, "Load this model");

        Assert.Contains("now published", report.Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, name, null, Stop))!;
        Assert.Equal(["Welds", "Strikes an arc", "Grinds edges"], (await ModelCatalog.StatementsAsync(db, model.Version, Stop)).Select(s => s.Text.ToString()));
    }

    [Fact]
    public async Task File_ThatIsNoTable_IsSaidInWords()
    {
        var browser = new FormBrowser(app);
        var sent = await browser.SendFileAsync("/models/import", "x.csv", Encoding.Latin1.GetBytes("Prüfung\r\nä\r\n"));

        var page = await browser.OpenAsync(sent.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("Say yourself", StringComparison.Ordinal)).GetAttribute("href")!);

        Assert.Contains("These bytes are not UTF-8 text.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/models/import/columns", "GET")]
    [InlineData("/models/import/columns/mapping.yaml?upload=5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c55", "GET")]
    [InlineData("/models/import/columns/load", "POST")]
    public async Task Columns_ByWhoIsNotTheSteward_AreForbidden(string path, string method)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");

        using var response = await app.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
