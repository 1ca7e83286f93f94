using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Case;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>How the provider of CASE speaks HTTP. Each test has frameworks of its own on the shared server.</summary>
public sealed class CaseApiTests(TestApp app)
{
    private const string Path = "/ims/case/v1p1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CFDocuments", "unknownobject")]
    [InlineData("CFPackages", "unknownobject")]
    [InlineData("CFItems", "unknownobject")]
    [InlineData("CFItemAssociations", "unknownobject")]
    [InlineData("CFAssociations", "unknownobject")]
    [InlineData("CFConcepts", "unknownobject")]
    [InlineData("CFSubjects", "unknownobject")]
    [InlineData("CFItemTypes", "unknownobject")]
    [InlineData("CFLicenses", "unknownobject")]
    [InlineData("CFAssociationGroupings", "unknownobject")]
    [InlineData("CFRubrics", "unknownobject")]
    [InlineData("CFThings", "unknownobject")]
    public async Task Object_ThatIsNotThere_IsRefusedInTheStandardsForm(string collection, string code)
    {
        foreach (var (path, schema, type, bad) in Editions)
        {
            await RefusedAsync($"{path}/{collection}/{Guid.NewGuid()}", 404, code, schema, type);
            if (collection != "CFThings")
                await RefusedAsync($"{path}/{collection}/no-uuid", 404, bad, schema, type);
        }
    }

    [Theory]
    [InlineData("limit=0", "limit", "invalid_selection_field")]
    [InlineData("limit=many", "limit", "invalid_selection_field")]
    [InlineData("offset=-1", "offset", "invalid_selection_field")]
    [InlineData("fields=", "fields", "invalid_selection_field")]
    [InlineData("orderBy=up", "orderBy", "invalid_sort_field")]
    [InlineData("filter=nothing='x'", "filter", "invalid_selection_field")]
    [InlineData("filter=title", "filter", "invalid_selection_field")]
    [InlineData("filter=title='a' AND creator='b' OR title='c'", "filter", "invalid_selection_field")]
    public async Task List_AskedForWrongly_SaysWhichParameter(string query, string parameter, string code)
    {
        foreach (var (path, schema, type, _) in Editions)
        {
            var minor = await RefusedAsync($"{path}/CFDocuments?{query}", 400, code, schema, type);
            Assert.Equal(parameter, minor.GetProperty("imsx_codeMinorFieldName").GetString());
        }
    }

    [Fact]
    public async Task Method_ThatWrites_IsRefused()
    {
        using var response = await app.Http.PostAsync($"{Path}/CFItems/{Guid.NewGuid()}", new StringContent("{}"), Stop);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task List_Paged_CountsAndLinksWithoutGaps()
    {
        var word = "Paged" + Guid.NewGuid().ToString("N");
        for (var i = 0; i < 5; i++)
            await LoadAsync(TestModel.Of($"{word} {i}", "Reads"));
        var filter = $"filter={Uri.EscapeDataString($"title~'{word}'")}&sort=title&orderBy=desc";
        var (titles, next) = (new List<string>(), (string?)$"{Path}/CFDocuments?{filter}&limit=2");
        while (next is not null)
        {
            using var response = await app.Http.GetAsync(next, Stop);
            Assert.Equal("5", response.Headers.GetValues("X-Total-Count").Single());
            titles.AddRange((await JsonAsync(response)).GetProperty("CFDocuments").EnumerateArray().Select(d => d.GetProperty("title").GetString()!));
            var links = response.Headers.GetValues("Link").Single().Split(", <").Select(l => l.TrimStart('<').Split(">; rel=\"")).ToDictionary(l => l[1].Trim('"'), l => l[0]);
            Assert.Contains("offset=4", links["last"], StringComparison.Ordinal);
            Assert.Contains("offset=0", links["first"], StringComparison.Ordinal);
            Assert.Equal(titles.Count > 2, links.ContainsKey("prev"));
            next = links.GetValueOrDefault("next");
        }

        Assert.Equal(Enumerable.Range(0, 5).Reverse().Select(i => $"{word} {i}"), titles);
    }

    [Fact]
    public async Task List_WithFields_HoldsThoseAndWithUnknownOnesEverything()
    {
        var word = "Chosen" + Guid.NewGuid().ToString("N");
        await LoadAsync(TestModel.Of(word, "Reads"));
        var filter = $"filter={Uri.EscapeDataString($"title='{word}'")}";

        var chosen = await FirstAsync($"{filter}&fields=title,creator");
        var unknown = await FirstAsync($"{filter}&fields=title,nothing");

        Assert.Equal(["creator", "title"], chosen.EnumerateObject().Select(p => p.Name));
        Assert.True(unknown.TryGetProperty("CFPackageURI", out _));
        using var none = await app.Http.GetAsync($"{Path}/CFDocuments?filter=title%3D'{word}x'", Stop);
        Assert.Equal((HttpStatusCode.OK, "0"), (none.StatusCode, none.Headers.GetValues("X-Total-Count").Single()));
        Assert.Equal("""{"CFDocuments":[]}""", await none.Content.ReadAsStringAsync(Stop));

        async Task<JsonElement> FirstAsync(string query)
        {
            using var response = await app.Http.GetAsync($"{Path}/CFDocuments?{query}", Stop);
            return (await JsonAsync(response)).GetProperty("CFDocuments")[0];
        }
    }

    [Fact]
    public async Task Package_InEveryCoding_IsTheSameAndNotSentTwice()
    {
        var content = TestModel.Of("Coded " + Guid.NewGuid(), [.. Enumerable.Range(0, 500).Select(i => $"Reads gauge number {i}")]);
        await LoadAsync(content);
        var address = $"{Path}/CFPackages/{content.Framework.Id}";
        var (plain, tags) = ("", new HashSet<string>());
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            // Brotli follows when the package is whole; until then the reader has it in another way.
            while (coding == "br" && (await GetAsync(address, ("Accept-Encoding", "br"))).Content.Headers.ContentEncoding.Count == 0)
                await Task.Delay(20, Stop);
            // The first reader follows the package while it is made, the second gets the kept file.
            for (var round = 0; round < 2; round++)
            {
                using var response = await GetAsync(address, ("Accept-Encoding", coding));
                Assert.Equal(coding == "identity" ? [] : [coding], response.Content.Headers.ContentEncoding);
                var text = await TextAsync(response, coding);
                Assert.Equal(plain.Length == 0 ? text : plain, text);
                (plain, _) = (text, tags.Add(response.Headers.ETag!.Tag));
                using var again = await GetAsync(address, ("Accept-Encoding", coding), ("If-None-Match", response.Headers.ETag!.Tag));
                Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Stop)).Length));
                using var dated = await GetAsync(address, ("If-Modified-Since", response.Content.Headers.LastModified!.Value.ToString("R")));
                Assert.Equal(HttpStatusCode.NotModified, dated.StatusCode);
            }
        }

        Assert.Equal(3, tags.Count);
        using var older = await GetAsync(address, ("Accept-Encoding", "br, gzip"), ("If-None-Match", tags.Single(t => t.Contains("gzip", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.NotModified, older.StatusCode);
        Assert.Equal(501, JsonDocument.Parse(plain).RootElement.GetProperty("CFItems").GetArrayLength());
    }

    [Fact]
    public async Task Package_OfTheNextVersion_IsPackedAtOnceAndTheOneWrittenAnew()
    {
        var framework = new EditedFramework(Guid.NewGuid(), "test");
        foreach (var kind in new[] { EditedFramework.Kind.Nothing, EditedFramework.Kind.Reword, EditedFramework.Kind.Add })
        {
            framework.Apply(new(kind, 700, 300));
            await using var db = app.OpenDb();
            var model = await framework.LoadAsync(db);

            using var response = await GetAsync($"{Path}/CFPackages/{model.Framework.Id}", ("Accept-Encoding", "br, gzip"));

            Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
            using var anew = new MemoryStream();
            await ModelExport.WriteCaseAsync(db, model, CaseEdition.V1p1, app.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), anew, Stop);
            Assert.Equal(Utf8.Strict.GetString(anew.ToArray()), await TextAsync(response, "gzip"));
        }
    }

    [Fact]
    public async Task Version_NewOrOnlyDrafted_ShowsAtOnceOrNever()
    {
        var id = Guid.NewGuid();
        await LoadAsync(TestModel.Of(id, "Steady", "Reads", "Writes"));
        using var first = await GetAsync($"{Path}/CFPackages/{id}");
        var dropped = Trellis.Core.Codes.NameBasedId.Of(id, "Writes");
        var next = TestModel.Of(id, "Steady", "Reads", "Counts");
        next.Version.Number = "2";
        await LoadAsync(next);
        await using var db = app.OpenDb();
        var framework = await db.Frameworks.SingleAsync(f => f.Id == id, Stop);
        db.Add(new FrameworkVersion { Key = -framework.Key, FrameworkKey = framework.Key, Sequence = 3, Number = "3", Title = LanguageText.Of("en", "Secret"), Status = VersionStatus.Draft });
        await db.SaveChangesAsync(Stop);
        var secret = Guid.NewGuid();
        await db.Database.ExecuteSqlInterpolatedAsync(
            $"insert into competency_statements (version_key, id, position, ordinal, size, depth, kind, text, changed_at) values ({-framework.Key}, {secret.ToString()}, 0, 0, 0, 0, 'Item', {"{\"en\":\"Secret\"}"}, '2026-01-01 00:00:00')", Stop);

        using var second = await GetAsync($"{Path}/CFPackages/{id}");
        var text = await second.Content.ReadAsStringAsync(Stop);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.Contains("Counts", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Writes", text, StringComparison.Ordinal);
        using var old = await GetAsync($"{Path}/CFItems/{dropped}");
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        using var hidden = await GetAsync($"{Path}/CFItems/{secret}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await db.FrameworkVersions.Where(v => v.Key == -framework.Key).ExecuteUpdateAsync(v => v.SetProperty(x => x.Status, VersionStatus.InReview), Stop);
        using var reviewed = await GetAsync($"{Path}/CFItems/{secret}");
        Assert.Equal(HttpStatusCode.NotFound, reviewed.StatusCode);
    }

    [Fact]
    public async Task Page_OfAnotherSite_MayReadAndNotWrite()
    {
        using var read = await GetAsync($"{Path}/CFDocuments?limit=1", ("Origin", "https://elsewhere.example"));
        Assert.Equal("*", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("X-Total-Count", read.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        using var ask = new HttpRequestMessage(HttpMethod.Options, $"{Path}/CFDocuments");
        ask.Headers.Add("Origin", "https://elsewhere.example");
        ask.Headers.Add("Access-Control-Request-Method", "GET");
        using var allowed = await app.Http.SendAsync(ask, Stop);
        Assert.Equal((HttpStatusCode.NoContent, "GET,HEAD"), (allowed.StatusCode, allowed.Headers.GetValues("Access-Control-Allow-Methods").Single()));
    }

    [Fact]
    public async Task Head_OfEveryKind_SendsHeadersOnly()
    {
        var content = TestModel.Of("Headed " + Guid.NewGuid(), "Reads");
        await LoadAsync(content);
        foreach (var resource in new[] { "CFDocuments", $"CFPackages/{content.Framework.Id}", $"CFItems/{content.Statements[0].Id}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, $"{Path}/{resource}");
            using var response = await app.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotNull(response.Headers.ETag);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(Stop));
        }
    }

    private static (string Path, CaseSchema Schema, string Type, string BadId)[] Editions =>
    [
        ("/ims/case/v1p1", CaseSchema.Api1p1, "imsx_StatusInfoDType", "invalid_uuid"),
        ("/ims/case/v1p0", CaseSchema.Api1p0, "imsx_StatusInfo.Type", "invaliduuid"),
    ];

    private async Task<JsonElement> RefusedAsync(string address, int status, string code, CaseSchema schema, string type)
    {
        using var response = await app.Http.GetAsync(address, Stop);
        var json = await JsonAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(schema.Faults(json, type));
        Assert.Equal(("failure", "error"), (json.GetProperty("imsx_codeMajor").GetString(), json.GetProperty("imsx_severity").GetString()));
        var minor = json.GetProperty("imsx_codeMinor").GetProperty("imsx_codeMinorField")[0];
        Assert.Equal(code, minor.GetProperty("imsx_codeMinorFieldValue").GetString());
        return minor;
    }

    private async Task LoadAsync(FrameworkContent content)
    {
        await using var db = app.OpenDb();
        await new FrameworkEditor(db).LoadAsync(content, TestModel.Change, Stop);
    }

    private Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return app.Http.SendAsync(request, Stop);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Stop)).RootElement;
    }

    private static async Task<string> TextAsync(HttpResponseMessage response, string coding)
    {
        var stream = await response.Content.ReadAsStreamAsync(Stop);
        await using Stream plain = coding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(plain, Utf8.Strict);
        return await reader.ReadToEndAsync(Stop);
    }
}
