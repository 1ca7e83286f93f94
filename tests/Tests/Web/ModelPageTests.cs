using System.Net;
using AngleSharp.Dom;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

public sealed class ModelPageTests(TestApp app)
{
    private const string Model = "/models/building-blocks";

    [Fact]
    public async Task Pyramid_OfATieredModel_LinksEveryTierAndBlock()
    {
        var page = await app.PageAsync(Model);

        Assert.Equal(9, page.QuerySelectorAll("svg.pyramid g.pyramid-tier").Length);
        Assert.Equal("9", page.QuerySelector("svg.pyramid .pyramid-number")!.TextContent);
        var blocks = page.QuerySelectorAll("svg.pyramid a.pyramid-block");
        Assert.Contains(blocks, b => b.GetAttribute("aria-label") == "Integrity");
        var block = await app.PageAsync(blocks[0].GetAttribute("href")!);
        Assert.Equal(blocks[0].GetAttribute("aria-label"), block.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Pyramid_InSixTiers_PutsManagementIntoTheSixth()
    {
        var page = await app.PageAsync(Model + "?view=6", "es");

        Assert.Equal(6, page.QuerySelectorAll("svg.pyramid g.pyramid-tier").Length);
        Assert.Contains("Delegación", page.QuerySelector("svg.pyramid g.tier-6")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?view=outline", "details summary")]
    [InlineData("?view=about", "table th")]
    [InlineData("?view=print", "h3")]
    public async Task View_OfAModel_HasItsContentAndIsMarked(string view, string expected)
    {
        var page = await app.PageAsync(Model + view);

        Assert.NotEmpty(page.QuerySelectorAll("main " + expected));
        Assert.Equal(Model + view, page.QuerySelector(".trellis-tabs [aria-current=page]")!.GetAttribute("href"));
        Assert.Contains("not validated", page.QuerySelector(".model-notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_WithoutAccents_FindsStatementsWithTheirPath()
    {
        var page = await app.PageAsync(Model + "?filter=EMPATIA", "es");

        var match = page.QuerySelector(".outline-matches li")!;
        Assert.Equal("Empatía", match.QuerySelector("a")!.TextContent);
        Assert.Contains("Eficacia personal", match.QuerySelector(".outline-path")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_OfAModel_ShowsItsPlaceLinksAndOtherLanguages()
    {
        var found = await app.PageAsync(Model + "?filter=Notices how others feel");
        var page = await app.PageAsync(found.QuerySelector(".outline-matches a")!.GetAttribute("href")!);

        Assert.StartsWith("Notices how others feel", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var path = page.QuerySelectorAll(".usa-breadcrumb__link").Select(l => l.TextContent);
        Assert.Equal(["Explore models", "Building Blocks", "Personal Effectiveness", "Interpersonal Skills", "Empathy"], path);
        Assert.StartsWith("Percibe", page.QuerySelector("dd[lang=es]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("https://www.onetonline.org/", page.QuerySelector("a.usa-link--external")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/models/no-such-model")]
    [InlineData("/models/building-blocks/v/no-such-version")]
    [InlineData("/models/building-blocks/statements/00000000-0000-4000-8000-000000000001")]
    [InlineData("/models/building-blocks/statements/not-an-id")]
    public async Task UnknownModelOrStatement_Answers404WithAPage(string path)
    {
        using var response = await app.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Page not found", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SupersededVersion_TellsSo_AndKeepsItsStatements()
    {
        var id = Guid.NewGuid();
        var (first, second) = (TestModel.Of(id, "Weaving " + id, "Warps the loom", "Ties a knot"), TestModel.Of(id, "Weaving " + id, "Warps the loom"));
        var slug = await LoadAsync(first);
        await LoadAsync(second);
        var dropped = first.Statements[2].Id;

        var old = await app.PageAsync($"/models/{slug}/v/1");
        var page = await app.PageAsync($"/models/{slug}/statements/{dropped}");

        Assert.Contains("Replaced by a newer version", old.QuerySelector(".usa-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/models/{slug}", old.QuerySelector(".usa-alert a")!.GetAttribute("href"));
        Assert.Contains($"/models/{slug}/statements/{dropped}?v=1", old.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Ties a knot", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector(".usa-alert"));
    }

    [Fact]
    public async Task ModelWithoutTiers_IsAMap_AndItsLinksResolve()
    {
        var content = TestModel.Of("Knots " + Guid.NewGuid(), "Ties <b>a</b> bowline <script>alert(1)</script>", "Coils rope");
        content.Alignments.Add(new()
        {
            Id = Guid.NewGuid(),
            Type = "precedes",
            Origin = NodeRef.Statement(content.Statements[1].Id),
            Destination = NodeRef.Statement(content.Statements[2].Id),
            ChangedAt = TestModel.Change.When,
        });
        var slug = await LoadAsync(content);

        var page = await app.PageAsync("/models/" + slug);
        var from = await app.PageAsync($"/models/{slug}/statements/{content.Statements[1].Id}");
        var to = await app.PageAsync($"/models/{slug}/statements/{content.Statements[2].Id}");

        Assert.Equal(2, page.QuerySelectorAll("svg.icicle a").Length);
        Assert.Equal("Coils rope", from.QuerySelector(".link-group a")!.TextContent);
        Assert.Equal("Comes after", to.QuerySelector(".link-group h3")!.TextContent);
        Assert.Equal("a", from.QuerySelector(".statement-text b")!.TextContent);
        Assert.DoesNotContain(from.QuerySelectorAll("main *").OfType<IElement>(), e => e.LocalName == "script");
    }

    [Fact]
    public async Task Models_OfASector_AreListedWithCounts()
    {
        var content = TestModel.Of("Sawmilling " + Guid.NewGuid(), "Sets the blade");
        content.Framework.Industries = ["321113"];
        await LoadAsync(content);

        var page = await app.PageAsync("/models?sector=31-33&kind=Skills");
        var other = await app.PageAsync("/models?sector=11&kind=Skills");

        Assert.Contains(page.QuerySelectorAll("tbody th a"), a => a.TextContent == content.Version.Title.ToString());
        Assert.Matches(@"Manufacturing \(\d+\)", page.QuerySelector("#filter-sector option[selected]")!.TextContent);
        Assert.DoesNotContain(other.QuerySelectorAll("tbody th a"), a => a.TextContent == content.Version.Title.ToString());
    }

    [Fact]
    public async Task TextWithoutTheReadersLanguage_NamesItsOwn()
    {
        var slug = await LoadAsync(TestModel.Of("Roofing " + Guid.NewGuid(), "Lays shingles"));

        var page = await app.PageAsync("/models/" + slug, "es");

        Assert.Equal("en", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("svg.icicle text"), t => Assert.Equal("en", t.GetAttribute("lang")));
    }

    private async Task<string> LoadAsync(FrameworkContent content)
    {
        await using var db = app.OpenDb();
        return (await new FrameworkEditor(db).LoadAsync(content, TestModel.Change)).Framework.Slug;
    }
}
