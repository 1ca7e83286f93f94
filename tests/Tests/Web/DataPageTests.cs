using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage.Releases;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

public sealed class DataPageTests(DataApp data) : IClassFixture<DataApp>
{
    private readonly TestApp _app = data.App;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_RecognizedByItsName_IsLoadedByAJobAndShown()
    {
        var browser = new DataBrowser(_app);

        var job = await browser.SendAsync("db_7_1_text.zip", TestRelease.Onet("7.1", ["Bakers", "Millers"]), kind: "");
        var done = await browser.UntilOverAsync(job);

        Assert.Contains("The release was loaded and is now in use.", done.Body!.TextContent, StringComparison.Ordinal);
        var status = await _app.PageAsync("/data");
        Assert.Contains("O*NET 7.1 Database", status.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        var release = await browser.OpenAsync(done.QuerySelectorAll("main a").First(a => a.TextContent == "About this release").GetAttribute("href")!);
        Assert.Contains("What it lacks", release.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.OpenDb();
        var loaded = await db.DataReleases.SingleAsync(r => r.Edition == "7.1", Stop);
        Assert.Equal("steward at this computer", loaded.LoadedBy);
    }

    [Fact]
    public async Task Rows_ThatWereLeftOut_AreShownAndComeAsATable()
    {
        var browser = new DataBrowser(_app, "es");
        var release = TestRelease.Zip(
            ("Read Me.txt", "O*NET 7.2 Database\n"),
            ("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\r\n11-1011.00\tBakers\tBake.\r\n=nonsense\tMillers\tMill.\r\n"));

        var done = await browser.UntilOverAsync(await browser.SendAsync("whatever.zip", release, kind: "onet"));

        Assert.Contains("La edición se cargó y ya está en uso.", done.Body!.TextContent, StringComparison.Ordinal);
        var link = done.QuerySelectorAll("main a").First(a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        var csv = await browser.TextAsync(link);
        Assert.StartsWith("result,where,code,message\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("rejected,", csv, StringComparison.Ordinal);
        Assert.Contains("row 3", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mystery.zip", "", "Choose the kind and send the file again.")]
    [InlineData("mystery.zip", "weather", "Choose the kind and send the file again.")]
    public async Task File_OfUnknownKind_IsNotTaken(string name, string kind, string said)
    {
        var page = await new DataBrowser(_app).SendAsync(name, TestRelease.Zip(("Nothing.txt", "x")), kind);

        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsEmptyOrNoRelease_IsRefusedWithTheReason()
    {
        var browser = new DataBrowser(_app);

        var empty = await browser.SendAsync("empty.zip", [], kind: "onet");
        var broken = await browser.UntilOverAsync(await browser.SendAsync("broken.zip", [1, 2, 3], kind: "onet"));

        Assert.Contains("An empty file cannot be loaded.", empty.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing of it was saved", broken.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", broken.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_FetchedFromItsPublisher_IsLoaded()
    {
        var browser = new DataBrowser(_app);
        var form = await browser.OpenAsync("/data/load");

        var done = await browser.UntilOverAsync(await browser.PressAsync(form, "Fetch and load", ("file", "db_30_2_text.zip")));
        var refused = await browser.UntilOverAsync(await browser.PressAsync(form, "Fetch and load", ("file", "db_30_3_text.zip")));

        Assert.Contains("The release was loaded", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("refuses downloads by programs", refused.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_UnderWay_ShowsProgressLooksAgainAndCanBeStopped()
    {
        var browser = new DataBrowser(_app);
        var job = await browser.SendAsync("long.zip", TestRelease.Onet("7.3", ["Bakers"], otherTitles: 300_000), kind: "onet");

        Assert.NotNull(job.QuerySelector("progress"));
        Assert.Equal("3", browser.LastRefresh);
        await browser.OpenAsync(job.QuerySelectorAll("main a").First(a => a.TextContent == "Stop refreshing").GetAttribute("href")!);
        Assert.Null(browser.LastRefresh);
        var over = await browser.UntilOverAsync(await browser.PressAsync(job, "Stop loading"));

        Assert.Contains("The load was stopped. Nothing of it was saved.", over.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.OpenDb();
        Assert.False(await db.DataReleases.AnyAsync(r => r.Edition == "7.3", Stop));
    }

    [Fact]
    public async Task Release_RestoredAndDropped_IsAskedAboutFirst()
    {
        var browser = new DataBrowser(_app);
        await browser.UntilOverAsync(await browser.SendAsync("a.zip", TestRelease.Onet("7.4", ["Bakers"]), kind: "onet"));
        await browser.UntilOverAsync(await browser.SendAsync("b.zip", TestRelease.Onet("7.5", ["Bakers"]), kind: "onet"));
        await using var db = _app.OpenDb();
        var former = await db.DataReleases.SingleAsync(r => r.Edition == "7.4", Stop);

        var restored = await browser.PressAsync(await browser.OpenAsync($"/data/releases/{former.Key}?ask=restore"), "Put it in force");
        Assert.Contains("in force again", restored.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("7.4", (await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: Stop))!.Edition);
        var dropped = await browser.PressAsync(await browser.OpenAsync($"/data/releases/{former.Key}?ask=drop"), "Delete this release");

        Assert.Contains("was deleted", dropped.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await db.Occupations.AnyAsync(o => o.ReleaseKey == former.Key, Stop));
        var ready = JsonDocument.Parse(await browser.TextAsync("/health/ready")).RootElement.GetProperty("releases");
        Assert.Contains(ready.EnumerateArray(), r => r.GetProperty("kind").GetString() == "onet" && r.GetProperty("edition").GetString() == "7.5");
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        var browser = new DataBrowser(_app);

        var upload = await browser.SendAsync("x.zip", TestRelease.Onet("7.6", ["Bakers"]), kind: "onet", token: "");
        using var content = new FormUrlEncodedContent([]);
        using var drop = await _app.Http.PostAsync("/data/releases/1/drop", content, Stop);

        Assert.Contains("The page was open too long.", upload.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/data/releases/1?ask=drop", drop.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("GET", "/data/load")]
    [InlineData("GET", "/data/jobs/1")]
    [InlineData("GET", "/data/jobs/1/problems.csv")]
    [InlineData("POST", "/data/upload")]
    [InlineData("POST", "/data/fetch")]
    [InlineData("POST", "/data/jobs/1/stop")]
    [InlineData("POST", "/data/releases/1/restore")]
    [InlineData("POST", "/data/releases/1/drop")]
    public async Task Work_ByWhoIsNotTheSteward_IsForbidden(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");

        using var response = await _app.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Status_ForEverybody_HasNoButtons()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data");
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");

        using var response = await _app.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Data and sources", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/data/load", html, StringComparison.Ordinal);
    }
}
