using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

public sealed class ComparisonPageTests(TestApp app)
{
    [Fact]
    public async Task Page_WithoutModels_OffersAFormThatNeedsNoScript()
    {
        var page = await app.PageAsync("/models/compare");

        var form = page.QuerySelector("main form")!;
        Assert.Equal("get", form.GetAttribute("method"));
        var selects = form.QuerySelectorAll("select[name=m]");
        Assert.Equal(4, selects.Length);
        Assert.All(selects, s => Assert.NotNull(form.QuerySelector($"label[for={s.Id}]")));
        Assert.Empty(page.QuerySelectorAll("[role=alert]"));
    }

    [Fact]
    public async Task Page_OfTwoModels_ShowsStateDifferenceAndReason()
    {
        var (a, b) = await PairAsync("Kite making", ["Ties strong knots.", "Repairs torn sails."], ["ties strong knots", "Fixes torn sails.", "Sells kites."]);

        var page = await app.PageAsync($"/models/compare?m={a}&m={b}");

        var rows = page.QuerySelectorAll(".compare-row");
        Assert.Equal(["Only in A", "Only in B", "Only in B", "Reworded", "Same"], rows.Select(r => r.QuerySelector(".usa-tag")!.TextContent).Order(StringComparer.Ordinal));
        var reworded = rows.Single(r => r.QuerySelector(".usa-tag")!.TextContent == "Reworded");
        Assert.Contains("Repairs", reworded.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fixes", reworded.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("same meaning", reworded.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("four tenths of that are taken off. Score: 0.9", reworded.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(reworded.QuerySelectorAll("a"), l => l.GetAttribute("href")!.StartsWith($"/models/{a}/statements/", StringComparison.Ordinal));
        var chart = page.QuerySelector("svg[role=img]")!;
        Assert.NotNull(chart.QuerySelector("title"));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData("same", 1)]
    [InlineData("reworded", 1)]
    [InlineData("only", 3)]
    [InlineData("all", 5)]
    [InlineData("nonsense", 5)]
    public async Task Page_Filtered_ShowsOnlyWhatFits(string show, int expected)
    {
        var (a, b) = await PairAsync("Bell founding", ["Pours molten bronze.", "Repairs cracked bells."], ["Pours molten bronze.", "Fixes cracked bells.", "Sells tickets."]);

        var page = await app.PageAsync($"/models/compare?m={a}&m={b}&show={show}");

        Assert.Equal(expected, page.QuerySelectorAll(".compare-row").Length);
        Assert.Single(page.QuerySelectorAll(".compare-filters ul:first-child a[aria-current]"));
    }

    [Fact]
    public async Task Page_OfManyStatements_IsCutIntoPages()
    {
        var (a, b) = await PairAsync("Button sorting", [.. Enumerable.Range(0, 70).Select(i => $"Sorts button number {i}.")], ["Sews."]);

        var first = await app.PageAsync($"/models/compare?m={a}&m={b}");
        var second = await app.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var beyond = await app.PageAsync($"/models/compare?m={a}&m={b}&page=999");

        Assert.Equal(50, first.QuerySelectorAll(".compare-row").Length);
        Assert.Equal(23, second.QuerySelectorAll(".compare-row").Length);
        Assert.Equal(23, beyond.QuerySelectorAll(".compare-row").Length);
    }

    [Fact]
    public async Task Page_OfTwoVersions_MatchesByIdentifier()
    {
        var id = Guid.NewGuid();
        await using var db = app.OpenDb();
        var old = TestModel.Of(id, "Lamp lighting " + id, "Lights the lamps at dusk.");
        var first = await new FrameworkEditor(db).LoadAsync(old, TestModel.Change);
        var content = TestModel.Of(id, "Lamp lighting " + id, "Lights the lamps at dusk.");
        content.Statements[1].Text = LanguageText.Of("en", "Switches street lighting by remote control.");
        var second = await new FrameworkEditor(db).LoadAsync(content, TestModel.Change);

        var page = await app.PageAsync($"/models/compare?m={first.Framework.Slug}@{first.Version.Number}&m={first.Framework.Slug}@{second.Version.Number}");

        Assert.Contains("their identifier is the same", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForASpanishReader_IsInSpanish()
    {
        var (a, b) = await PairAsync("Rope walking", ["Walks the rope."], ["Walks the rope."]);

        var page = await app.PageAsync($"/models/compare?m={a}&m={b}", "es");

        Assert.Equal("Comparar modelos", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Igual", page.QuerySelector(".compare-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("en", page.QuerySelector(".compare-cell p[lang]")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("m=no-such-model&m=building-blocks", "no-such-model")]
    [InlineData("m=building-blocks&m=building-blocks", "twice")]
    [InlineData("m=a&m=b&m=c&m=d&m=e", "two to four")]
    public async Task Page_AskedForWhatCannotBeCompared_SaysWhy(string query, string expected)
    {
        var page = await app.PageAsync("/models/compare?" + query);

        Assert.Contains(expected, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form select"));
    }

    [Fact]
    public async Task Csv_OfStatementsThatLookLikeFormulas_IsSafe()
    {
        var (a, b) = await PairAsync("Spread betting", ["=HYPERLINK(\"http://x\")", "@cmd, \"quoted\""], ["-1+1"]);

        using var response = await app.Http.GetAsync($"/models/compare.csv?m={a}&m={b}", TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var csv = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'@cmd, \"\"quoted\"\"\"", csv, StringComparison.Ordinal);
        Assert.Contains(",'-1+1", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(csv.Split("\r\n").SelectMany(line => line.Split(',')), cell => cell.StartsWith('=') || cell.StartsWith('@'));
    }

    [Fact]
    public async Task Json_HasEveryStatementOnce()
    {
        var (a, b) = await PairAsync("Net mending", ["Mends nets.", "Dries nets."], ["Repairs nets."]);

        using var json = JsonDocument.Parse(await app.Http.GetStringAsync($"/models/compare.json?m={a}&m={b}", TestContext.Current.CancellationToken));

        Assert.Equal(a, json.RootElement.GetProperty("models")[0].GetProperty("slug").GetString());
        Assert.Equal(5, json.RootElement.GetProperty("statements").EnumerateArray().Sum(s => s.GetProperty("members").GetArrayLength()));
    }

    [Theory]
    [InlineData("/models/compare.csv?m=no-such-model&m=building-blocks", HttpStatusCode.NotFound)]
    [InlineData("/models/compare.json", HttpStatusCode.BadRequest)]
    public async Task Download_OfWhatIsNotThere_SaysSo(string address, HttpStatusCode expected)
    {
        using var response = await app.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    /// <summary>Two frameworks; each has its title as its top statement.</summary>
    private async Task<(string, string)> PairAsync(string title, string[] one, string[] other)
    {
        var unique = Guid.NewGuid().ToString("N");
        await using var db = app.OpenDb();
        var first = await new FrameworkEditor(db).LoadAsync(TestModel.Of($"{title} {unique}", one), TestModel.Change);
        var second = await new FrameworkEditor(db).LoadAsync(TestModel.Of($"Zymurgy {Guid.NewGuid():N}", other), TestModel.Change);
        return (first.Framework.Slug, second.Framework.Slug);
    }
}
