using AngleSharp.Dom;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>The pages of areas over the starter set.</summary>
public sealed class AreaPageTests(TestApp app)
{
    [Theory]
    [InlineData("/areas?q=three+rivers", "Three Rivers Workforce Area (invented)")]
    [InlineData("/areas/us?q=Registered", "$93,600")]
    [InlineData("/areas/us?view=projections&q=29-1141", "189,100")]
    [InlineData("/areas/region-three-rivers?view=sectors", "Held against United States.")]
    [InlineData("/areas/us?view=map", "Map of United States")]
    [InlineData("/areas/metro-99100?view=map", "There is no outline of this area to draw")]
    public async Task Page_OfTheStarterSet_ShowsItsFigures(string path, string expected)
    {
        var page = await app.PageAsync(path);

        Assert.Contains(expected, page.Body!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wages_AsCsv_NameTheirSource()
    {
        var csv = await app.Http.GetStringAsync("/areas/us/wages.csv?q=11-3021", TestContext.Current.CancellationToken);

        Assert.Contains(">=115", csv, StringComparison.Ordinal);
        Assert.Contains("U.S. Bureau of Labor Statistics", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Area_ThatIsNotThere_Answers404()
    {
        using var response = await app.Http.GetAsync("/areas/state-00", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Region_SavedByTheForm_HasAPageOfItsOwn()
    {
        using var handler = new HttpClientHandler { UseCookies = true };
        using var browser = new HttpClient(handler) { BaseAddress = app.Address };
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.GetStringAsync("/areas/new?state=state-53", TestContext.Current.CancellationToken));
        var token = form.QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "Two counties of a test"), new("county", "county-53033"), new("county", "county-53035")]);

        using var saved = await browser.PostAsync("/areas/save", content, TestContext.Current.CancellationToken);

        Assert.EndsWith("/areas/region-two-counties-of-a-test", saved.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("King County, WA", await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
