using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

public sealed class DownloadTests(TestApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(".csv", "text/csv")]
    [InlineData(".json", "application/json")]
    [InlineData("/moodle.csv", "text/csv")]
    [InlineData("/canvas.csv", "text/csv")]
    [InlineData("/credential-engine.csv", "text/csv")]
    [InlineData("/opensalt.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Model_AsAFile_HasANameAndIsNotSentTwice(string ending, string type)
    {
        var model = await LoadAsync("Plastering");

        using var response = await app.Http.GetAsync($"/models/{model.Framework.Slug}{ending}", Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{model.Framework.Slug}-1.{ending[1..]}", response.Content.Headers.ContentDisposition!.FileNameStar ?? response.Content.Headers.ContentDisposition.FileName);
        Assert.Equal($"\"{model.Version.ContentHash}\"", response.Headers.ETag!.Tag);
        using var second = new HttpRequestMessage(HttpMethod.Get, $"/models/{model.Framework.Slug}/v/1{ending}");
        second.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(response.Headers.ETag.Tag));
        using var unchanged = await app.Http.SendAsync(second, Stop);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/moodle.csv", "moodle")]
    [InlineData("/credential-engine.csv", "ce-csv")]
    [InlineData("/opensalt.xlsx", "opensalt")]
    public async Task FileForAnotherSystem_OfAShippedModel_ReadsBackWithAllStatements(string file, string format)
    {
        var bytes = await app.Http.GetByteArrayAsync("/models/building-blocks" + file, Stop);

        var report = new ImportReport(file);
        var source = new ImportSource(file[1..], bytes);
        var reader = FrameworkFormats.All.First(f => f.Recognizes(source));
        var content = reader.Read(source, report);

        await using var db = app.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, "building-blocks", stop: Stop))!;
        Assert.StartsWith(format, report.Format, StringComparison.Ordinal);
        Assert.Equal(model.Version.Nodes, content.Statements.Count);
    }

    [Fact]
    public async Task Csv_LoadedAgain_IsUnchanged()
    {
        var model = await LoadAsync("Roofing");
        var bytes = await app.Http.GetByteArrayAsync($"/models/{model.Framework.Slug}.csv", Stop);

        await using var db = app.OpenDb();
        var report = await FrameworkImport.LoadAsync(db, new("roofing.csv", bytes), ImportMode.Strict, TestModel.Change, Stop);

        Assert.Equal(ImportOutcome.Unchanged, report.Outcome);
    }

    [Fact]
    public async Task Json_OfAShippedModel_HoldsTheWholeTree()
    {
        var json = JsonDocument.Parse(await app.Http.GetByteArrayAsync("/models/building-blocks.json", Stop)).RootElement;

        await using var db = app.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, "building-blocks", stop: Stop))!;
        Assert.Equal("trellis-json 1", json.GetProperty("format").GetString());
        Assert.Equal(model.Version.Nodes, json.GetProperty("statements").GetArrayLength());
        Assert.Equal(model.Version.Alignments, json.GetProperty("alignments").GetArrayLength());
    }

    [Theory]
    [InlineData("/models/no-such-model.csv")]
    [InlineData("/models/building-blocks/v/no-such-version.json")]
    public async Task Model_ThatIsNotThere_Answers404(string path)
    {
        using var response = await app.Http.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<LoadResult> LoadAsync(string title)
    {
        await using var db = app.OpenDb();
        return await new FrameworkEditor(db).LoadAsync(TestModel.Of(title + " " + Guid.NewGuid().ToString("N"), "Mixes mud", "=Sands"), TestModel.Change, Stop);
    }
}
