using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage.Releases;
using Trellis.Interop.Downloads;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Everything public as files, over what ships.</summary>
public sealed class DownloadAllTests(StarterApp starter)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Tables_OfTheDatabase_AreGivenOutOrLeftOutForAReason()
    {
        using var db = starter.App.OpenDb();
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(tables.Count > 40);
        Assert.Equal(tables, DownloadTable.All.Select(t => t.Table).Order(StringComparer.Ordinal));
        Assert.All(DownloadTable.All, t => Assert.True(t.File.Length > 0 != t.LeftOut.Length > 0, $"{t.Table} needs a file, or a reason to be left out."));
    }

    [Fact]
    public void Kinds_OfReleases_HaveTerms()
    {
        var kinds = typeof(ReleaseKinds).GetFields().Select(f => (string)f.GetValue(null)!).ToList();

        Assert.True(kinds.Count > 10);
        Assert.All(kinds, k => Assert.True(DownloadTerms.Knows(k), $"data/reference/licenses.csv has no line for {k}."));
    }

    [Fact]
    public async Task Manifest_OfTheDownload_FitsItsFiles()
    {
        using var manifest = await starter.JsonAsync(Manifest);
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();

        Assert.Equal(DownloadTable.Public.Select(t => t.FileName), files.Select(f => f.GetProperty("file").GetString()));
        foreach (var file in files)
        {
            var bytes = await starter.App.Http.GetByteArrayAsync("/downloads/" + file.GetProperty("file").GetString(), Stop);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal((file.GetProperty("bytes").GetInt64(), file.GetProperty("rows").GetInt64()), (bytes.Length, Lines(bytes).Count));
            Assert.All(file.GetProperty("sources").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("terms").GetProperty("license").GetString()!));
        }
    }

    [Fact]
    public async Task Rows_OfTheDownload_NameNoPersonAndNoKeyOfTheDatabase()
    {
        string[] kept = ["releaseKey", "versionKey", "frameworkKey", "currentVersionKey", "key", "marks", "searchText", "placeText", "loadedBy", "savedBy", "who", "file", "fileHash", "sourceName"];
        var rows = 0;
        foreach (var table in DownloadTable.Public)
        {
            foreach (var row in Lines(await starter.App.Http.GetByteArrayAsync($"/downloads/{table.FileName}", Stop)).Take(50))
            {
                Assert.Empty(row.EnumerateObject().Select(p => p.Name).Intersect(kept));
                rows++;
            }
        }
        Assert.True(rows > 500);
    }

    [Fact]
    public async Task Wages_OfTheDownload_SayTheirSourceAndWhatIsMissing()
    {
        var rows = Lines(await starter.App.Http.GetByteArrayAsync("/downloads/wages.jsonl.gz", Stop));
        await using var db = starter.App.OpenDb();
        var missing = rows.First(r => r.GetProperty("states").EnumerateObject().Any(s => s.Value.GetString() is "suppressed" or "not-reported" or "not-applicable"));
        var state = missing.GetProperty("states").EnumerateObject().First(s => s.Value.GetString() is "suppressed" or "not-reported" or "not-applicable");

        Assert.Equal(await db.Wages.CountAsync(Stop), rows.Count);
        Assert.All(rows, r => Assert.NotEmpty(r.GetProperty("source").GetString()! + r.GetProperty("period").GetString()));
        Assert.False(missing.TryGetProperty(state.Name, out _));
    }

    [Fact]
    public async Task Statements_OfTheDownload_HaveTheirFrameworkAndItsText()
    {
        var row = Lines(await starter.App.Http.GetByteArrayAsync("/downloads/statements.jsonl.gz", Stop)).First(r => r.GetProperty("id").GetString() == "9be85248-12b8-503f-ba2e-dafb62989297");

        Assert.Equal(("building-blocks", "1.0"), (row.GetProperty("framework").GetString(), row.GetProperty("version").GetString()));
        Assert.StartsWith("Percibe", row.GetProperty("text").GetProperty("es").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_AskedForAgainOrInPart_IsTheOneThatWasMade()
    {
        using var first = await starter.App.Http.GetAsync("/downloads/areas.jsonl.gz", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/downloads/areas.jsonl.gz") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await starter.App.Http.SendAsync(again, Stop);
        using var part = new HttpRequestMessage(HttpMethod.Get, "/downloads/areas.jsonl.gz") { Headers = { Range = new(0, 9) } };
        using var piece = await starter.App.Http.SendAsync(part, Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.PartialContent), (first.StatusCode, second.StatusCode, piece.StatusCode));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(starter.App.Folder, "whole"), "*.part*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Files_AfterTheDataChanged_AreMadeAnew()
    {
        await using var own = OwnApp.Start();
        using var before = JsonDocument.Parse(await own.Http.GetStringAsync(Manifest, Stop));
        await using (var db = own.OpenDb())
        {
            await new FrameworkEditor(db).LoadAsync(TestModel.Of("Cooperage", "Bends staves"), TestModel.Change, Stop);
        }
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => own.Http.GetByteArrayAsync("/downloads/statements.jsonl.gz", Stop)));
        using var after = JsonDocument.Parse(await own.Http.GetStringAsync(Manifest, Stop));

        Assert.NotEqual(before.RootElement.GetProperty("edition").GetString(), after.RootElement.GetProperty("edition").GetString());
        Assert.All(many, m => Assert.Equal(many[0], m));
        Assert.Equal("Bends staves", Lines(many[0])[^1].GetProperty("text").GetProperty("en").GetString());
    }

    [Fact]
    public async Task Page_OfTheDownload_ListsEveryFile()
    {
        var page = await starter.PageAsync("/downloads", "es");

        Assert.Equal("Descargar todo", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(DownloadTable.Public.Count(), page.QuerySelectorAll(".download-table tbody tr").Length);
    }

    [Fact]
    public async Task UnknownFile_Is404AndSaysWhatThereIs()
    {
        using var response = await starter.App.Http.GetAsync("/downloads/users.jsonl.gz", Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("manifest.json", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WritesTheSameFilesAndAManifest()
    {
        using var cli = new TestCli();
        var run = await cli.RunAsync("data", "dump", "--out", "all", "--areas", "areas,wages", "--json");
        var wrong = await cli.RunAsync("data", "dump", "--out", "all", "--areas", "users");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["areas.jsonl.gz", "manifest.json", "wages.jsonl.gz"], Directory.EnumerateFiles(Path.Combine(cli.Folder, "all")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["areas.jsonl.gz", "wages.jsonl.gz"], run.Json.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("file").GetString()));
        Assert.NotEmpty(Lines(await File.ReadAllBytesAsync(Path.Combine(cli.Folder, "all", "wages.jsonl.gz"), Stop)));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("statements", wrong.Errors, StringComparison.Ordinal);
    }

    private const string Manifest = "/downloads/manifest.json";

    private static List<JsonElement> Lines(byte[] file)
    {
        using var zip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Core.Text.Utf8.Strict);
        var lines = new List<JsonElement>();
        while (reader.ReadLine() is { } line)
            lines.Add(JsonDocument.Parse(line).RootElement);
        return lines;
    }
}
