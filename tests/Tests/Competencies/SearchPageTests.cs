using AngleSharp.Dom;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

public sealed class SearchPageTests(TestApp app)
{
    [Fact]
    public async Task EmptyQuery_ShowsExamplesThatFindSomething()
    {
        var page = await app.PageAsync("/search");

        Assert.Equal("Search all models", page.QuerySelector("h1")!.TextContent);
        var examples = page.QuerySelectorAll("main ul a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
            Assert.NotEmpty((await app.PageAsync(example)).QuerySelectorAll("ol li"));
    }

    [Fact]
    public async Task EmptyQuery_ForASpanishReader_ShowsExamplesThatFindSomething()
    {
        var page = await app.PageAsync("/search", "es");

        foreach (var example in page.QuerySelectorAll("main ul a").Select(a => a.GetAttribute("href")!))
            Assert.NotEmpty((await app.PageAsync(example, "es")).QuerySelectorAll("ol li"));
    }

    [Fact]
    public async Task Framework_LoadedWhileTheProgramRuns_IsFoundByTheNextSearch_AndItsFormerVersionIsNot()
    {
        var id = Guid.NewGuid();
        await LoadAsync(TestModel.Of(id, "Quarxing", "Polishes quarxes daily"));
        Assert.Single((await app.PageAsync("/search?q=quarx+polishes")).QuerySelectorAll("ol li"));

        await LoadAsync(TestModel.Of(id, "Quarxing", "Grinds quarxes daily"));

        Assert.Empty((await app.PageAsync("/search?q=%22polishes+quarxes%22")).QuerySelectorAll("ol li"));
        var hit = Assert.Single((await app.PageAsync("/search?q=grinding+quarx")).QuerySelectorAll("ol li"));
        Assert.Equal("Grinds quarxes daily", hit.QuerySelector("a")!.TextContent.Trim());
        Assert.Equal(["Grinds", "quarxes"], hit.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal($"/models/quarxing/statements/{Trellis.Core.Codes.NameBasedId.Of(id, "Grinds quarxes daily")}", hit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["Quarxing", "Quarxing"], hit.QuerySelectorAll("p a").Skip(1).Select(a => a.TextContent.Trim()));
    }

    [Fact]
    public async Task Facets_LinkToTheSameSearchFiltered_AndBack()
    {
        var content = TestModel.Of("Vorpling", [.. Enumerable.Range(0, 25).Select(i => FormattableString.Invariant($"Vorples thing{i}"))]);
        content.Framework.Industries = ["311811"];
        content.Statements[0].Kind = StatementKind.Tier;
        content.Statements[0].Tier = 4;
        StatementTree.Arrange(content.Statements);
        await LoadAsync(content);

        var page = await app.PageAsync("/search?q=vorples");
        Assert.Equal("26 results", page.QuerySelector("#results")!.TextContent);
        Assert.Equal(20, page.QuerySelectorAll("ol li").Length);
        Assert.Equal(["Manufacturing 26", "Tier 4 26", "Tier 1", "Statement 25", "Vorpling 26"], Choices(page));

        var filtered = await app.PageAsync(Choice(page, "Statement").GetAttribute("href")!);
        Assert.Equal("25 results", filtered.QuerySelector("#results")!.TextContent);
        Assert.Equal(["Manufacturing 25", "Tier 4 25", "Tier 1", "Statement (remove) 25", "Vorpling 25"], Choices(filtered));
        Assert.Equal("Item", filtered.QuerySelector("input[type=hidden][name=kind]")!.GetAttribute("value"));
        var second = await app.PageAsync(filtered.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(5, second.QuerySelectorAll("ol li").Length);

        var back = await app.PageAsync(Choice(filtered, "Statement (remove)").GetAttribute("href")!);
        Assert.Equal("26 results", back.QuerySelector("#results")!.TextContent);
    }

    [Fact]
    public async Task MistypedWord_IsCorrectedAndBothAreNamed()
    {
        await LoadAsync(TestModel.Of("Zymurgical", "Measures frabjousness"));

        var page = await app.PageAsync("/search?q=frabjuosness");

        var note = page.QuerySelector(".trellis-search__note")!;
        Assert.Equal("frabjuosness", note.QuerySelector("q")!.TextContent);
        Assert.Equal("frabjousness", note.QuerySelector("strong")!.TextContent);
        Assert.Single(page.QuerySelectorAll("ol li"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("qqxqqwzzz<b>")]
    public async Task Markup_InTheQuery_IsText(string query)
    {
        await LoadAsync(TestModel.Of("Scripting", "Writes qqxqqwzza <b>bold</b> <script>alert(2)</script> text"));

        var page = await app.PageAsync("/search?q=" + Uri.EscapeDataString(query));

        Assert.Equal(query, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.NotNull(s.GetAttribute("src")));
        Assert.Empty(page.QuerySelectorAll("main b, main img"));
        Assert.Empty((await app.PageAsync("/search?q=qqxqqwzza")).QuerySelectorAll("ol b, ol script"));
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%22%22%22&page=-3&tier=x&kind=nonsense&framework=%27--&industry=%25")]
    [InlineData("q=work&page=99999999999")]
    [InlineData("q=work&page=100")]
    [InlineData("q=work&tier=9999999")]
    [InlineData("q=%F0%9F%94%A7")]
    public async Task OddAddress_StillAnswers(string query)
    {
        var page = await app.PageAsync("/search?" + query);

        Assert.NotNull(page.QuerySelector("h1"));
    }

    [Fact]
    public async Task SpanishReader_ReadsSpanish_AndEnglishTextsSayThatTheyAre()
    {
        var content = TestModel.Of("Bilingualism", "Speaks wumbolish");
        content.Statements[0].Text = LanguageText.From([new("en", "Wumbolish"), new("es", "Wumbolés")])!;
        await LoadAsync(content);

        var page = await app.PageAsync("/search?q=wumbolish", "es");

        Assert.Equal("Buscar en todos los modelos", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("2 resultados", page.QuerySelector("#results")!.TextContent);
        Assert.All(page.QuerySelectorAll("ol li > p:first-child span[lang]"), s => Assert.Equal("en", s.GetAttribute("lang")));
        Assert.Contains("Wumbolés", page.QuerySelector("ol")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingFound_SaysWhatToTry()
    {
        var page = await app.PageAsync("/search?q=%22zzqzz+yyqyy%22");

        Assert.Equal("Nothing found", page.QuerySelector("#results")!.TextContent);
        Assert.Contains("Check the spelling", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static List<string> Choices(IDocument page) => [.. page.QuerySelectorAll(".trellis-search__choice").Select(TextOf)];

    private static IElement Choice(IDocument page, string name) =>
        page.QuerySelectorAll(".trellis-search__choice").Single(c => TextOf(c).StartsWith(name + " ", StringComparison.Ordinal));

    private static string TextOf(IElement choice) =>
        string.Join(' ', choice.TextContent.Replace("results", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task LoadAsync(FrameworkContent content)
    {
        await using var db = app.OpenDb();
        await new FrameworkEditor(db).LoadAsync(content, TestModel.Change);
    }
}
