using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace Trellis.Tests.LaborMarket;

/// <summary>What is in demand in the region of the starter set, as its readers see it.</summary>
public sealed class DemandPageTests(StarterApp starter)
{
    private const string Region = "area=region-three-rivers";

    [Fact]
    public async Task List_OfARegion_TellsTheRuleTheLabelsAndTheSources()
    {
        var page = await starter.PageAsync("/demand?" + Region);
        var rule = page.QuerySelector(".demand-rule")!.TextContent;

        Assert.Contains("annual openings are at or above the median", rule, StringComparison.Ordinal);
        Assert.Contains("used by its publisher since 2026-11", rule, StringComparison.Ordinal);
        Assert.Contains("102 occupations", page.QuerySelector("#demand-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Projections of the demo region; 2024–34", page.QuerySelector(".release-note")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".demand-table tbody th a"), a => Assert.StartsWith("/occupations/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Occupation_OnTheList_ShowsEveryConditionWithItsFigures()
    {
        var page = await starter.PageAsync("/demand/31-1131?" + Region);
        var rows = page.QuerySelectorAll(".demand-reasons tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(Text))).ToList();

        Assert.Equal("Nursing Assistants", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Balanced", Text(page.QuerySelector(".demand-verdict-line")!));
        Assert.Equal(["0.42%|0.31%|Yes", "1,155|77.5over 102 occupations; 0 have no figure|Yes", "$37,960|$48,190|No"], rows);
    }

    [Fact]
    public async Task Rule_ThatLooksAtProjectionsNobodyLoaded_SaysWhatIsMissing()
    {
        var page = await starter.PageAsync("/demand?rule=washington&" + Region);

        Assert.Contains("Growth a year, over 5 years, of the occupation: not reported (100)", Text(page.QuerySelector(".demand-lacking")!), StringComparison.Ordinal);
        Assert.Contains("100 Could not be judged", page.QuerySelectorAll(".demand-counts a").Select(Text));
        Assert.Contains("2 Outside the rule", page.QuerySelectorAll(".demand-counts a").Select(Text));
    }

    [Fact]
    public async Task List_FilteredByLabel_ShowsThoseAlone()
    {
        var page = await starter.PageAsync("/demand?label=InDemand&rule=south-dakota&" + Region);

        Assert.NotEmpty(page.QuerySelectorAll(".demand-label"));
        Assert.All(page.QuerySelectorAll(".demand-label"), l => Assert.Equal("High demand", l.TextContent));
    }

    [Fact]
    public async Task Label_OfTheBoard_StandsBesideThatOfTheRule()
    {
        const string Place = "/demand/47-2111?area=state-99&rule=trellis-default";
        var sent = await starter.SendAsync(Place, "/demand/overrides", ("label", "NotInDemand"), ("why", "=The plant closes."));
        var page = await starter.PageAsync(Place);
        var csv = await starter.App.Http.GetStringAsync("/demand.csv?label=Changed&area=state-99", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, "/demand/47-2111?area=state-99&rule=trellis-default"), sent);
        var line = Text(page.QuerySelector(".demand-verdict-line")!.ParentElement!);
        Assert.Contains("Not in demand Changed by the board The rule says: In demand. steward at this computer", line, StringComparison.Ordinal);
        Assert.Contains("“=The plant closes.”", line, StringComparison.Ordinal);
        Assert.Contains(",'=The plant closes.,", csv, StringComparison.Ordinal);
        Assert.Contains("1 Changed by the board", (await starter.PageAsync("/demand?area=state-99")).QuerySelectorAll(".demand-counts a").Select(Text));
    }

    [Fact]
    public async Task Label_WithoutAReason_IsNotSaved()
    {
        var (_, location) = await starter.SendAsync("/demand/47-2031?" + Region, "/demand/overrides", ("label", "InDemand"), ("why", " "));
        var page = await starter.PageAsync(location!);

        Assert.Contains("Say why", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("put no label in place", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supply_OfARegion_CountsEveryPersonOnce()
    {
        var page = await starter.PageAsync("/demand?view=supply&" + Region);
        var drivers = Text(page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("53-3032", StringComparison.Ordinal)));

        // 158 people of 49.0205 are divided by 570, 525 and 145 openings.
        Assert.Contains("570 73 497", drivers, StringComparison.Ordinal);
        Assert.Contains("72.6 people, 46% of the field", drivers, StringComparison.Ordinal);
        Assert.Contains("nobody: the crosswalk says that the field leads to no occupation", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg[role=img] title"));
    }

    [Fact]
    public async Task Pages_InSpanish_AreInSpanish()
    {
        var list = await starter.PageAsync("/demand?" + Region, "es");
        var supply = await starter.PageAsync("/demand?view=supply&" + Region, "es");

        Assert.Equal("Ocupaciones con demanda", list.QuerySelector("h1")!.TextContent);
        Assert.Contains("Regla propia de Trellis", list.QuerySelector("#the-rule")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Oferta y demanda", supply.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/demand.xlsx?area=region-three-rivers", "in-demand-region-three-rivers-trellis-default.xlsx")]
    [InlineData("/demand.xlsx?view=supply&area=region-three-rivers", "supply-and-demand-region-three-rivers.xlsx")]
    public async Task File_ForASpreadsheet_IsSent(string path, string name)
    {
        using var response = await starter.App.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
    }

    [Theory]
    [InlineData("/demand/nonsense?area=us", HttpStatusCode.NotFound)]
    [InlineData("/demand/29-1141?area=region-nowhere", HttpStatusCode.NotFound)]
    [InlineData("/demand.csv?area=region-nowhere", HttpStatusCode.NotFound)]
    [InlineData("/demand?area=zz&rule=zz&label=9&page=-1", HttpStatusCode.OK)]
    public async Task Address_ThatMakesNoSense_IsAnswered(string path, HttpStatusCode status)
    {
        using var response = await starter.App.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
