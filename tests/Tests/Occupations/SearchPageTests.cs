using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>The program over a database of its own, in which a small release was loaded; so that other tests keep theirs.</summary>
public sealed class OccupationApp : IAsyncLifetime
{
    public TestApp App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await using var db = App.OpenDb();
        await TestOccupations.LoadAsync(db, "1");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Finding occupations and coding titles through the page and the API.</summary>
public sealed class SearchPageTests(OccupationApp occupations) : IClassFixture<OccupationApp>
{
    private readonly HttpClient _http = occupations.App.Http;

    [Fact]
    public async Task Suggest_WhatSomebodyHasTyped_NamesOccupationsWithTheirReasons()
    {
        using var response = await _http.GetAsync("/api/v1/occupations/suggest?q=registerd");
        var answer = await JsonAsync(response);

        Assert.Equal("public, max-age=60", response.Headers.CacheControl!.ToString());
        Assert.Equal("Test titles 1", answer.GetProperty("release").GetString());
        var first = answer.GetProperty("hits")[0];
        Assert.Equal("29-1141.00", first.GetProperty("onetSoc").GetString());
        Assert.Equal("29-1141", first.GetProperty("soc").GetString());
        Assert.Equal("title", first.GetProperty("kind").GetString());
        Assert.Equal("Registered Nurses", first.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Suggest_WithTheTagOfAnEarlierAnswer_SaysNothingNew()
    {
        using var first = await _http.GetAsync("/api/v1/occupations/suggest?q=nurse");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/occupations/suggest?q=nurse");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("suggest?q=nurse&top=0", "top")]
    [InlineData("suggest?q=nurse&top=21", "top")]
    [InlineData("code", "title")]
    [InlineData("code?title=%20", "title")]
    [InlineData("code?title=nurse&top=0", "top")]
    public async Task Get_WhatCannotBeAnswered_SaysWhichFieldIsWrong(string address, string field)
    {
        using var response = await _http.GetAsync("/api/v1/occupations/" + address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.True((await JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Suggest_NothingTyped_AnswersNothing()
    {
        using var response = await _http.GetAsync("/api/v1/occupations/suggest");

        Assert.Equal(0, (await JsonAsync(response)).GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task Code_ATitle_NamesCandidates()
    {
        using var response = await _http.GetAsync("/api/v1/occupations/code?title=Tanker+Truck+Driver&top=3");
        var coded = await JsonAsync(response);

        Assert.Equal("Tanker Truck Driver", coded.GetProperty("title").GetString());
        Assert.Equal(3, coded.GetProperty("candidates").GetArrayLength());
        var first = coded.GetProperty("candidates")[0];
        Assert.Equal("53-3032.00", first.GetProperty("onetSoc").GetString());
        Assert.InRange(first.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.StartsWith("near title: ", first.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_ManyTitles_AreAnsweredInTheirOrder()
    {
        using var response = await _http.PostAsJsonAsync("/api/v1/occupations/code", new { titles = new[] { new { title = "Welder" }, new { title = "Programmer" } }, top = 1 });
        var titles = (await JsonAsync(response)).GetProperty("titles");

        Assert.Equal(["51-4121", "15-1252"], titles.EnumerateArray().Select(t => t.GetProperty("candidates")[0].GetProperty("soc").GetString()));
    }

    [Theory]
    [InlineData("""{"titles":[]}""")]
    [InlineData("""{"titles":[null]}""")]
    [InlineData("""{"titles":[{"title":""}]}""")]
    [InlineData("{}")]
    public async Task Code_WithoutTitles_IsRefused(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        using var response = await _http.PostAsync("/api/v1/occupations/code", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Page_WithAQuestion_ListsOccupationsWithTheirReasons()
    {
        var page = await occupations.App.PageAsync("/occupations?q=charge+nurse");

        Assert.Equal("charge nurse", page.QuerySelector("#occupation-q")!.GetAttribute("value"));
        var first = page.QuerySelector(".trellis-occupation-hits li")!;
        Assert.Equal("/occupations/29-1141.00", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Also called: Charge Nurse", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Written for tests.", page.QuerySelector(".trellis-occupation-hits__source")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_InSpanish_SpeaksSpanish()
    {
        var page = await occupations.App.PageAsync("/occupations?q=zzzz", "es");

        Assert.Equal("No se encontró ninguna ocupación", page.QuerySelector("#occupation-results")!.TextContent);
    }

    [Fact]
    public async Task Page_WithMarkupInTheQuestion_ShowsItAsText()
    {
        var page = await occupations.App.PageAsync("/occupations?q=%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("#occupation-q")!.GetAttribute("value"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
