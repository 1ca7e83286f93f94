using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Frameworks for programs of others: found, read in parts, searched and compared.</summary>
public sealed class FrameworksApiTests(TestApp app) : IAsyncLifetime
{
    private readonly Guid _id = Guid.NewGuid();
    private string _slug = "";
    private FrameworkContent _content = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Mark => "q" + _id.ToString("N")[..12];

    [Fact]
    public async Task List_ByItsWords_FindsTheFrameworkWithItsLinks()
    {
        using var json = await JsonAsync($"/api/v1/frameworks?q={Mark}&industry=31-33&status=published&updatedSince=2020-01-01");
        var found = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray());

        Assert.Equal((_slug, "skills", "Published", 4), (Text(found, "slug"), Text(found, "kind"), Text(found, "status"), found.GetProperty("statements").GetInt32()));
        foreach (var link in found.GetProperty("links").EnumerateObject())
        {
            using var response = await app.Http.GetAsync(link.Value.GetString(), Stop);
            Assert.True(response.IsSuccessStatusCode, $"{link.Name}: {link.Value} answered {(int)response.StatusCode}.");
        }
    }

    [Theory]
    [InlineData("industry=62")]
    [InlineData("publisher=nobody+at+all")]
    [InlineData("status=retired")]
    [InlineData("updatedSince=2999-01-01")]
    public async Task List_OfWhatItIsNot_DoesNotHaveIt(string filter)
    {
        using var json = await JsonAsync($"/api/v1/frameworks?q={Mark}&{filter}");

        Assert.Equal(0, json.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Draft_IsNowhere()
    {
        await using var db = app.OpenDb();
        await db.FrameworkVersions.Where(v => v.FrameworkKey == _content.Framework.Key).ExecuteUpdateAsync(v => v.SetProperty(x => x.Status, VersionStatus.Draft), Stop);
        await db.Frameworks.Where(f => f.Key == _content.Framework.Key).ExecuteUpdateAsync(f => f.SetProperty(x => x.CurrentVersionKey, (int?)null), Stop);
        using var list = await JsonAsync($"/api/v1/frameworks?q={Mark}");
        using var search = await JsonAsync($"/api/v1/search?q={Mark}");

        Assert.Equal((0, 0, 0), (list.RootElement.GetProperty("total").GetInt32(), search.RootElement.GetProperty("total").GetInt32(), search.RootElement.GetProperty("models").GetArrayLength()));
        foreach (var part in new[] { "", "?version=1", "/versions", "/tree", "/tree?version=1", "/statements", "/alignments", $"/statements/{Leaf(0)}" })
        {
            using var response = await app.Http.GetAsync($"/api/v1/frameworks/{_slug}{part}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Tree_InParts_IsNestedAsAsked()
    {
        using var whole = await JsonAsync($"/api/v1/frameworks/{_slug}/tree");
        using var top = await JsonAsync($"/api/v1/frameworks/{_slug}/tree?depth=1");
        using var root = await JsonAsync($"/api/v1/frameworks/{_slug}/tree?root={Leaf(1)}");
        using var tier = await JsonAsync($"/api/v1/frameworks/{_slug}/tree?tiers=2-3");

        var node = Assert.Single(whole.RootElement.GetProperty("tree").EnumerateArray());
        Assert.Equal(["Measures twice " + Mark, "Cuts once " + Mark, "Sweeps " + Mark], node.GetProperty("children").EnumerateArray().Select(c => Text(c, "text")));
        Assert.Equal((3, 0), (Assert.Single(top.RootElement.GetProperty("tree").EnumerateArray()).GetProperty("below").GetInt32(), top.RootElement.GetProperty("tree")[0].GetProperty("children").GetArrayLength()));
        Assert.Equal("Cuts once " + Mark, Text(Assert.Single(root.RootElement.GetProperty("tree").EnumerateArray()), "text"));
        Assert.Equal("Sweeps " + Mark, Text(Assert.Single(tier.RootElement.GetProperty("tree").EnumerateArray()), "text"));
    }

    [Fact]
    public async Task Statements_PageByPage_AreLinkedAndFiltered()
    {
        using var response = await app.Http.GetAsync($"/api/v1/frameworks/{_slug}/statements?limit=2", Stop);
        using var words = await JsonAsync($"/api/v1/frameworks/{_slug}/statements?q=mide&lang=es");
        using var tier = await JsonAsync($"/api/v1/frameworks/{_slug}/statements?tier=2&kind=item");
        using var later = await JsonAsync($"/api/v1/frameworks/{_slug}/statements?updatedSince=2026-02-01");

        Assert.Equal("4", Assert.Single(response.Headers.GetValues("X-Total-Count")));
        Assert.Contains("limit=2&offset=2>; rel=\"next\"", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
        Assert.Equal("Mide dos veces", Text(Assert.Single(words.RootElement.GetProperty("items").EnumerateArray()), "text"));
        Assert.Equal("Sweeps " + Mark, Text(Assert.Single(tier.RootElement.GetProperty("items").EnumerateArray()), "text"));
        Assert.Equal("Sweeps " + Mark, Text(Assert.Single(later.RootElement.GetProperty("items").EnumerateArray()), "text"));
    }

    [Fact]
    public async Task Statement_HasItsPathItsLinksAndItsLanguage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/frameworks/{_slug}/statements/{Leaf(0)}");
        request.Headers.Add("Accept-Language", "es-MX,en;q=0.5");
        using var response = await app.Http.SendAsync(request, Stop);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Stop));
        var one = json.RootElement;

        Assert.Equal(("Mide dos veces", "es", "1"), (Text(one, "text"), Text(one, "language"), Text(one, "version")));
        Assert.Equal("Carpentry " + Mark, Text(Assert.Single(one.GetProperty("path").EnumerateArray()), "title"));
        Assert.Equal("51-7011.00", Text(Assert.Single(one.GetProperty("alignments").EnumerateArray()).GetProperty("destination"), "id"));
        Assert.Contains("Accept-Language", response.Headers.Vary);
        foreach (var link in one.GetProperty("links").EnumerateObject())
        {
            using var place = await app.Http.GetAsync(link.Value.GetString(), Stop);
            Assert.True(place.IsSuccessStatusCode, $"{link.Name}: {link.Value} answered {(int)place.StatusCode}.");
        }
    }

    [Fact]
    public async Task Alignments_ByTypeAndTarget_AreThoseAskedFor()
    {
        using var target = await JsonAsync($"/api/v1/frameworks/{_slug}/alignments?target=51-7011.00&type=isRelatedTo");
        using var none = await JsonAsync($"/api/v1/frameworks/{_slug}/alignments?type=exactMatchOf");

        Assert.Equal(1, target.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(0, none.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Search_ForAWordAndATitle_SaysWhatItWasFoundBy()
    {
        using var json = await JsonAsync($"/api/v1/search?q=cuts+{Mark}&limit=1&offset=0");
        var hit = json.RootElement.GetProperty("items")[0];

        Assert.Equal((_slug, "Cuts once " + Mark), (Text(hit, "model"), Text(hit, "text")));
        Assert.Equal("text", Text(hit.GetProperty("reasons")[0], "part"));
        Assert.Equal(["Cuts", Mark], hit.GetProperty("reasons")[0].GetProperty("words").EnumerateArray().Select(w => w.GetString()));
        using var title = await JsonAsync($"/api/v1/search?q=carpentry+{Mark}");
        Assert.Equal(_slug, Text(Assert.Single(title.RootElement.GetProperty("models").EnumerateArray()), "slug"));
    }

    [Fact]
    public async Task Search_FromAnyOffset_GoesOnWhereItStopped()
    {
        using var all = await JsonAsync("/api/v1/search?q=safety&limit=7");
        using var rest = await JsonAsync("/api/v1/search?q=safety&limit=2&offset=3");

        Assert.Equal(Ids(all).Skip(3).Take(2), Ids(rest));

        static IEnumerable<string> Ids(JsonDocument json) => json.RootElement.GetProperty("items").EnumerateArray().Select(i => Text(i, "id") + Text(i, "model"));
    }

    [Fact]
    public async Task Compare_OfTwoModels_IsTheFileOfThePage()
    {
        const string models = "m=hospitality&m=information-technology";
        var answer = await app.Http.GetStringAsync($"/api/v1/compare?{models}", Stop);

        Assert.Equal(await app.Http.GetStringAsync($"/models/compare.json?{models}", Stop), answer);
    }

    [Theory]
    [InlineData("/api/v1/frameworks")]
    [InlineData("/api/v1/frameworks/building-blocks")]
    [InlineData("/api/v1/frameworks/building-blocks/versions")]
    [InlineData("/api/v1/frameworks/building-blocks/tree?depth=2")]
    [InlineData("/api/v1/frameworks/building-blocks/statements")]
    [InlineData("/api/v1/frameworks/building-blocks/alignments")]
    [InlineData("/api/v1/compare?m=hospitality&m=information-technology")]
    public async Task Answer_AskedForAgain_IsNotSentAgainInTheSameLanguage(string path)
    {
        // Other tests load frameworks at the same time, which makes lists new: one of a few rounds is quiet.
        for (var round = 0; ; round++)
        {
            using var first = await app.Http.GetAsync(path, Stop);
            using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var second = await app.Http.SendAsync(again, Stop);
            if (second.StatusCode == HttpStatusCode.NotModified)
                return;
            Assert.True(round < 10, $"{path} is always sent again.");
        }
    }

    [Theory]
    [InlineData("/api/v1/frameworks?sort=7", "updated", 400)]
    [InlineData("/api/v1/frameworks?status=draft", "retired", 400)]
    [InlineData("/api/v1/frameworks?industry=health", "31-33", 400)]
    [InlineData("/api/v1/frameworks?updatedSince=yesterday", "2026-01-31", 400)]
    [InlineData("/api/v1/frameworks?limit=many", "1 to 100", 400)]
    [InlineData("/api/v1/frameworks?lang=%3Cx", "language tag", 400)]
    [InlineData("/api/v1/frameworks/no-such", "/api/v1/frameworks", 404)]
    [InlineData("/api/v1/frameworks/building-blocks?version=9", "/versions", 404)]
    [InlineData("/api/v1/frameworks/building-blocks/tree?tiers=1-12", "1 to 9", 400)]
    [InlineData("/api/v1/frameworks/building-blocks/tree?depth=0", "from 1", 400)]
    [InlineData("/api/v1/frameworks/building-blocks/tree?root=3b6ba6d7-37a6-4b29-8ad6-000000000000", "/statements", 404)]
    [InlineData("/api/v1/frameworks/building-blocks/statements?kind=sentence", "keyBehavior", 400)]
    [InlineData("/api/v1/frameworks/building-blocks/statements?tier=x", "1 to 9", 400)]
    [InlineData("/api/v1/frameworks/building-blocks/statements?block=x", "id of a statement", 400)]
    [InlineData("/api/v1/search", "words", 400)]
    [InlineData("/api/v1/search?q=safe&offset=1999", "2000", 400)]
    [InlineData("/api/v1/compare?m=building-blocks", "two to four", 400)]
    [InlineData("/api/v1/compare?m=building-blocks&m=no-such", "no-such", 404)]
    public async Task Question_ThatCannotBeAnswered_SaysWhatWouldBe(string path, string says, int status)
    {
        using var response = await app.Http.GetAsync(path, Stop);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(says, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_MayBeReadFromOtherSites()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/frameworks?limit=1") { Headers = { { "Origin", "https://other.example" } } };
        using var response = await app.Http.SendAsync(request, Stop);

        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    public async ValueTask InitializeAsync()
    {
        _content = TestModel.Of(_id, "Carpentry " + Mark, "Measures twice " + Mark, "Cuts once " + Mark, "Sweeps " + Mark);
        _content.Framework.Industries = ["31-33"];
        _content.Statements[1].Text = _content.Statements[1].Text.With("es", "Mide dos veces");
        _content.Statements[3].Tier = 2;
        _content.Statements[3].ChangedAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        _content.Alignments.Add(new()
        {
            Id = NameBasedId.Of(_id, "link"),
            Type = "isRelatedTo",
            Origin = NodeRef.Statement(_content.Statements[1].Id),
            Destination = new("51-7011.00", null, "Cabinetmakers", NodeSchemes.OnetOccupation),
            ChangedAt = TestModel.Change.When,
        });
        await using var db = app.OpenDb();
        _slug = (await new FrameworkEditor(db).LoadAsync(_content, TestModel.Change)).Framework.Slug;
    }

    private Guid Leaf(int place) => _content.Statements.Single(s => s.Position == place && s.ParentId is not null).Id;

    private async Task<JsonDocument> JsonAsync(string path) => JsonDocument.Parse(await app.Http.GetStringAsync(path, Stop));

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
