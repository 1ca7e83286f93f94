using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trellis.Core.Competencies;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>New versions as Atom, held against the rules of RFC 4287.</summary>
public sealed class FeedTests(TestApp app)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/models/feed")]
    [InlineData("/models/building-blocks/feed")]
    public async Task Feed_KeepsTheRulesOfAtom(string path)
    {
        using var response = await app.Http.GetAsync(path, Stop);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).Root!;

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(feed.Elements(Atom + "entry"));
        Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self" && l.Attribute("href")!.Value == app.Address.ToString().TrimEnd('/') + path);
        foreach (var one in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.Matches("^urn:uuid:[0-9a-f-]{36}$", Assert.Single(one.Elements(Atom + "id")).Value);
            Assert.NotEmpty(Assert.Single(one.Elements(Atom + "title")).Value);
            Assert.Matches(Instant, Assert.Single(one.Elements(Atom + "updated")).Value);
            Assert.All(one.Elements(Atom + "published"), p => Assert.Matches(Instant, p.Value));
            Assert.Single(one.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
        }
        Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
    }

    [Fact]
    public async Task Feed_OfAModel_GetsAnEntryWithEachVersionAndKeepsTheOldOnes()
    {
        var id = Guid.NewGuid();
        var slug = await LoadAsync(id, "Glassblowing\u0001 <b>" + id, "Gathers glass");
        var before = await EntriesAsync(slug);
        await LoadAsync(id, "Glassblowing " + id, "Gathers glass", "Blows it");
        var after = await EntriesAsync(slug);

        Assert.Equal(Element(Assert.Single(before), "id"), Element(after[1], "id"));
        Assert.Equal(("More about glass.", "First version on this server, with 2 statements."), (Element(after[0], "summary"), Element(after[1], "summary")));
        foreach (var link in after[1].Elements(Atom + "link"))
        {
            using var response = await app.Http.GetAsync(link.Attribute("href")!.Value, Stop);
            Assert.Equal((HttpStatusCode.OK, link.Attribute("type")!.Value), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Feed_AskedForAgain_IsNotSentAgain()
    {
        for (var round = 0; ; round++)
        {
            using var first = await app.Http.GetAsync("/models/building-blocks/feed", Stop);
            using var again = new HttpRequestMessage(HttpMethod.Get, "/models/building-blocks/feed") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var second = await app.Http.SendAsync(again, Stop);
            if (second.StatusCode == HttpStatusCode.NotModified)
                return;
            Assert.True(round < 10, "The feed is always sent again.");
        }
    }

    [Fact]
    public async Task Feed_OfNoModel_Is404()
    {
        using var response = await app.Http.GetAsync("/models/no-such-model/feed", Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Pages_LeadReadersOfFeedsToThem()
    {
        var list = await app.PageAsync("/models", "es");
        var model = await app.PageAsync("/models/building-blocks");

        Assert.Equal("Versiones nuevas de modelos – Trellis", list.QuerySelector("head link[type='application/atom+xml'][href='/models/feed']")!.GetAttribute("title"));
        Assert.NotNull(model.QuerySelector("head link[rel=alternate][type='application/atom+xml'][href='/models/building-blocks/feed']"));
    }

    private async Task<string> LoadAsync(Guid id, string title, params string[] texts)
    {
        var content = TestModel.Of(id, title, texts);
        content.Version.ChangeSummary = texts.Length > 1 ? "More about glass." : null;
        await using var db = app.OpenDb();
        return (await new FrameworkEditor(db).LoadAsync(content, TestModel.Change with { When = TimeProvider.System.GetUtcNow() }, Stop)).Framework.Slug;
    }

    private async Task<List<XElement>> EntriesAsync(string slug) =>
        [.. XDocument.Parse(await app.Http.GetStringAsync($"/models/{slug}/feed", Stop)).Root!.Elements(Atom + "entry")];

    private static string Element(XElement entry, string name) => entry.Element(Atom + name)!.Value;

    private static Regex Instant { get; } = new(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
