using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop.Ctdl;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Linked data as a program, a browser and a page of another site get it.</summary>
public sealed class CtdlApiTests(TestApp app)
{
    private const string LinkedData = "application/ld+json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Graph_OfAShippedModel_SaysAllAndReadsBack()
    {
        var model = await ModelAsync("building-blocks");

        var bytes = await BytesAsync($"/graph/{Ctid(model)}", LinkedData);

        var triples = CtdlExpansion.Official.Triples(bytes);
        Assert.Equal(model.Version.Nodes, triples.Count(t => t.Address == "https://purl.org/ctdlasn/terms/Competency"));
        Assert.Equal(model.Version.Nodes, CtdlOut.Read(bytes).Statements.Count);
        Assert.All(triples, t => Assert.StartsWith("http", t.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_OfEveryNode_IsTheNodeOfTheGraph()
    {
        var model = await ModelAsync("building-blocks");
        using var graph = JsonDocument.Parse(await BytesAsync($"/graph/{Ctid(model)}", LinkedData));

        foreach (var node in graph.RootElement.GetProperty("@graph").EnumerateArray().Where((_, i) => i % 25 == 0))
        {
            var path = new Uri(node.GetProperty("@id").GetString()!).AbsolutePath;
            using var alone = JsonDocument.Parse(await BytesAsync(path, LinkedData));
            Assert.Equal("https://credreg.net/ctdlasn/schema/context/json", alone.RootElement.GetProperty("@context").GetString());
            Assert.Equal(
                node.EnumerateObject().Select(p => p.Name + p.Value.GetRawText()),
                alone.RootElement.EnumerateObject().Skip(1).Select(p => p.Name + p.Value.GetRawText()));
        }
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 303, null)]
    [InlineData("*/*", 200, LinkedData)]
    [InlineData("application/json", 200, "application/json")]
    [InlineData("application/ld+json, text/html;q=0.9", 200, LinkedData)]
    [InlineData("text/html, application/ld+json", 200, LinkedData)]
    public async Task Resource_AskedForAs_IsPageOrJson(string accept, int status, string? type)
    {
        var model = await ModelAsync("building-blocks");
        await using var db = app.OpenDb();
        var statement = await db.Statements.FirstAsync(s => s.VersionKey == model.Version.Key, Stop);

        using var framework = await GetAsync($"/resources/{Ctid(model)}", accept);
        using var part = await GetAsync($"/resources/{new Ctid(statement.Id)}", accept);

        Assert.Equal((status, status), ((int)framework.StatusCode, (int)part.StatusCode));
        Assert.Equal(type, framework.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", framework.Headers.Vary);
        if (status == 303)
            Assert.Equal(("/models/building-blocks", $"/models/building-blocks/statements/{statement.Id}"), (framework.Headers.Location!.ToString(), part.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Answer_KnownToTheCaller_Is304AndHeadHasNoBody()
    {
        var path = $"/graph/{Ctid(await ModelAsync("building-blocks"))}";
        using var first = await GetAsync(path, LinkedData);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var since = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        using var head = new HttpRequestMessage(HttpMethod.Head, path);

        using var unchanged = await app.Http.SendAsync(again, Stop);
        using var old = await app.Http.SendAsync(since, Stop);
        using var bare = await app.Http.SendAsync(head, Stop);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, old.StatusCode, bare.StatusCode));
        Assert.Empty(await bare.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(first.Headers.ETag, bare.Headers.ETag);
    }

    [Fact]
    public async Task Graph_AskedForAgain_IsTheKeptOneAndSoonPacked()
    {
        var content = TestModel.Of($"Kept {Guid.NewGuid()}", [.. Enumerable.Range(0, 300).Select(i => $"Reads gauge number {i}")]);
        await using var db = app.OpenDb();
        var model = (await new FrameworkEditor(db).LoadAsync(content, TestModel.Change, Stop)).Framework;
        var path = $"/graph/{new Ctid(model.Id)}";

        var made = await BytesAsync(path, LinkedData);
        var kept = await BytesAsync(path, LinkedData);
        var download = await BytesAsync($"/models/{model.Slug}.jsonld", LinkedData);
        foreach (var coding in new[] { "gzip", "br" })
        {
            HttpResponseMessage packed;
            do
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", LinkedData }, { "Accept-Encoding", coding } } };
                packed = await app.Http.SendAsync(request, Stop);
            }
            while (packed.Content.Headers.ContentEncoding.Count == 0);
            await using var stream = await packed.Content.ReadAsStreamAsync(Stop);
            await using Stream plain = coding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await plain.CopyToAsync(bytes, Stop);
            Assert.Equal(made, bytes.ToArray());
        }

        Assert.Equal(301, CtdlOut.Read(made).Statements.Count);
        Assert.Equal(made, kept);
        Assert.Equal(made, download);
    }

    [Fact]
    public async Task Resource_AskedForByAPageOfAnotherSite_MayBeRead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/resources/{Ctid(await ModelAsync("building-blocks"))}");
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var response = await app.Http.SendAsync(request, Stop);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/resources/ce-00000000-0000-4000-8000-000000000001")]
    [InlineData("/resources/nonsense")]
    [InlineData("/graph/ce-00000000-0000-4000-8000-000000000001")]
    public async Task Unknown_IsAProblemForProgramsAndAPageForPeople(string path)
    {
        using var program = await GetAsync(path, LinkedData);
        using var browser = await GetAsync(path, "text/html");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (program.StatusCode, program.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (browser.StatusCode, browser.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Draft_IsNotThere()
    {
        await using var db = app.OpenDb();
        var content = TestModel.Of($"Draft {Guid.NewGuid()}", "A statement that nobody may see yet");
        await new FrameworkEditor(db).LoadAsync(content, TestModel.Change, Stop);
        await db.Database.ExecuteSqlAsync($"update competency_frameworks set current_version_key = null where key = {content.Framework.Key}", Stop);
        await db.Database.ExecuteSqlAsync($"update competency_versions set status = 'Draft' where key = {content.Version.Key}", Stop);

        using var framework = await GetAsync($"/resources/{new Ctid(content.Framework.Id)}", LinkedData);
        using var statement = await GetAsync($"/resources/{new Ctid(content.Statements[1].Id)}", LinkedData);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (framework.StatusCode, statement.StatusCode));
    }

    [Fact]
    public async Task Statement_DroppedByTheCurrentVersion_IsToldFromTheVersionThatHadIt()
    {
        var id = Guid.NewGuid();
        await using var db = app.OpenDb();
        var first = TestModel.Of(id, $"Versions {id}", "kept", "dropped");
        await new FrameworkEditor(db).LoadAsync(first, TestModel.Change, Stop);
        await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, $"Versions {id}", "kept"), TestModel.Change, Stop);

        var node = await BytesAsync($"/resources/{new Ctid(first.Statements[2].Id)}", LinkedData);
        using var graph = JsonDocument.Parse(await BytesAsync($"/graph/{new Ctid(id)}", LinkedData));
        using var whole = await GetAsync($"/graph/{new Ctid(first.Statements[2].Id)}", LinkedData);

        Assert.Contains("dropped", Utf8.Strict.GetString(node), StringComparison.Ordinal);
        Assert.Equal(3, graph.RootElement.GetProperty("@graph").GetArrayLength());
        Assert.Equal($"/graph/{new Ctid(id)}", whole.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Scale_IsAProgressionModel()
    {
        var bytes = await BytesAsync($"/graph/{new Ctid(CtdlScale.Id(Scale.Default))}", LinkedData);
        using var document = JsonDocument.Parse(bytes);
        var nodes = document.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        var level = await BytesAsync(new Uri(nodes[2].GetProperty("@id").GetString()!).AbsolutePath, LinkedData);

        var triples = CtdlExpansion.Official.Triples(bytes);
        Assert.Equal((1, 5), (triples.Count(t => t.Address == "http://purl.org/ASN/schema/core/ProgressionModel"), triples.Count(t => t.Address == "http://purl.org/ASN/schema/core/ProgressionLevel")));
        Assert.Equal(4, triples.Count(t => t.Property == "https://purl.org/ctdl/terms/precedes"));
        Assert.Contains(nodes[2].GetProperty("skos:notation").GetString()!, Utf8.Strict.GetString(level), StringComparison.Ordinal);
        Assert.Equal(["0", "1", "2", "3", "4"], CtdlOut.Read(bytes).Statements.Select(s => s.Notation));
    }

    [Fact]
    public async Task ModelPage_NamesItsLinkedDataAndOffersItAsAFile()
    {
        var page = await app.PageAsync("/models/building-blocks");

        var alternate = page.QuerySelector("link[rel=alternate][type='application/ld+json']")!.GetAttribute("href")!;
        var file = page.QuerySelectorAll("a").Single(a => a.TextContent == "CTDL").GetAttribute("href")!;
        using var saved = await GetAsync(file, "*/*");
        Assert.Equal($"/resources/{Ctid(await ModelAsync("building-blocks"))}", alternate);
        Assert.EndsWith(".jsonld", saved.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(await BytesAsync($"/graph/{Ctid(await ModelAsync("building-blocks"))}", LinkedData), await saved.Content.ReadAsByteArrayAsync(Stop));
    }

    private async Task<Model> ModelAsync(string slug)
    {
        await using var db = app.OpenDb();
        return (await ModelCatalog.FindAsync(db, slug, stop: Stop))!;
    }

    private static Ctid Ctid(Model model) => Core.Codes.Ctid.TryParse(model.Framework.Ctid, out var ctid) ? ctid : new(model.Framework.Id);

    private async Task<byte[]> BytesAsync(string path, string accept)
    {
        using var response = await GetAsync(path, accept);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}.");
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        return await app.Http.SendAsync(request, Stop);
    }
}
