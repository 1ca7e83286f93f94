using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

public sealed class ImportTests(TestApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_LookedAtAndLoaded_BecomesAModelAndLeavesNoUpload()
    {
        var name = "glazing-" + Guid.NewGuid().ToString("N");
        var browser = new FormBrowser(app);
        var preview = await browser.SendFileAsync(name + ".csv", "identifier,parent,text\r\n1,,Cuts glass\r\n2,1,Fits <b>panes</b>\r\n3,9,Seals edges\r\n", "tolerant");

        Assert.Equal("What the file holds", preview.QuerySelector("h1")!.TextContent);
        Assert.Contains("This model is new here.", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Row 4, parent", preview.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        Assert.False(await db.FrameworkVersions.AnyAsync(v => v.SourceName == name + ".csv", Stop));

        var report = await browser.PressAsync(preview, "Load this model");
        Assert.Contains("now published", report.Body!.TextContent, StringComparison.Ordinal);
        var link = report.QuerySelectorAll("main a").First(a => a.TextContent == "Go to the model").GetAttribute("href");
        Assert.Equal("/models/" + name, link);
        Assert.False(await db.Uploads.AnyAsync(u => u.Name == name + ".csv", Stop));
        var audit = await db.AuditEntries.SingleAsync(a => a.Subject == name, Stop);
        Assert.Equal(("steward at this computer", "page"), (audit.Who, audit.Door));

        var list = await browser.OpenAsync("/models/import");
        Assert.Contains(name + ".csv", list.Body!.TextContent, StringComparison.Ordinal);
        var again = await browser.SendFileAsync(name + ".csv", "identifier,parent,text\r\n1,,Cuts glass\r\n2,1,Fits <b>panes</b>\r\n3,9,Seals edges\r\n", "tolerant");
        Assert.Contains("Loading it changes nothing.", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultyFile_InStrictMode_OffersRepairsAndNoLoading()
    {
        var browser = new FormBrowser(app);

        var preview = await browser.SendFileAsync("faulty.csv", "identifier,parent,text\r\n3,9,Seals edges\r\n", "strict");

        Assert.DoesNotContain(preview.QuerySelectorAll("main button"), b => b.TextContent == "Load this model");
        var repaired = await browser.OpenAsync(preview.QuerySelectorAll("main a").First(a => a.TextContent == "Look again, with repairs").GetAttribute("href")!);
        Assert.Contains(repaired.QuerySelectorAll("main button"), b => b.TextContent == "Load this model");
    }

    [Fact]
    public async Task Preview_InSpanish_NamesTheProblemInSpanish()
    {
        var preview = await new FormBrowser(app, "es").SendFileAsync("vidrio.csv", "identifier,parent,text\r\n3,9,Sella\r\n", "tolerant");

        Assert.Contains("Su elemento superior 9 no está en el archivo; se conservó como enlace.", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fila 2, parent", preview.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/<script>x</script>.csv", "script>.csv")]
    [InlineData("C:\\Users\\me\\\u202Evsc.csv", "vsc.csv")]
    public void FileName_FromABrowser_IsShownWithoutFoldersAndTricks(string sent, string shown) => Assert.Equal(shown, Uploads.SafeName(sent));

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        using var form = FormBrowser.Form("x.csv", "text\r\nA\r\n", "tolerant", token: null);

        using var response = await app.Http.PostAsync("/models/import/upload", form, Stop);

        Assert.Equal("/models/import?fault=stale", response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/models/import", "GET")]
    [InlineData("/models/import/upload", "POST")]
    [InlineData("/models/import/load", "POST")]
    [InlineData("/models/import/reports/5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c55", "GET")]
    public async Task Import_ByWhoIsNotTheSteward_IsForbidden(string path, string method)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");

        using var response = await app.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task File_OverTheLimit_IsRefusedInPlainWords()
    {
        var browser = new FormBrowser(app);
        using var form = new StreamContent(new Zeros(130L * 1024 * 1024));
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var page = await browser.PostAsync("/models/import/upload", form);

        Assert.Contains("larger than 128 MB", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_AfterAnHour_IsGone()
    {
        await using var db = app.OpenDb();
        var then = TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(61);
        var id = await Uploads.KeepAsync(db, "old.csv", [1], new Change("tester", then, "test", "a test"), Stop);

        var page = await new FormBrowser(app).OpenAsync($"/models/import?upload={id}&mode=tolerant");

        Assert.Contains("The file is no longer here", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A long body that takes no memory.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => _at = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var take = (int)Math.Min(count, length - _at);
            Array.Clear(buffer, offset, take);
            _at += take;
            return take;
        }

        public override long Seek(long offset, SeekOrigin origin) => _at = origin == SeekOrigin.Begin ? offset : throw new NotSupportedException();

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
