using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Text;
using Trellis.Tests.House;
using Xunit;

namespace Trellis.Tests.LaborMarket;

/// <summary>Occupations, labor market and demand for programs of others, over the starter set.</summary>
public sealed class DemandApiTests(StarterApp starter)
{
    private const string Region = "area=region-three-rivers";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demand_OfOneOccupation_IsAsTheGoldenFileSays()
    {
        var answer = JsonNode.Parse(await starter.App.Http.GetStringAsync($"/api/v1/demand?q=31-1131&{Region}", Stop))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Repository.Read("tests/Tests/Golden/api-demand.json")), answer), answer.ToJsonString(Indented));
    }

    [Fact]
    public async Task Description_OfTheRunningProgram_IsTheOneInTheTree()
    {
        var served = JsonNode.Parse(await starter.App.Http.GetStringAsync("/openapi/v1.json", Stop))!;
        var kept = JsonNode.Parse(Repository.Read("src/Web/Api/openapi.json"))!;

        Assert.Equal("3.1.1", kept["openapi"]!.GetValue<string>());
        Assert.True(kept["paths"]!.AsObject().Count > 15);
        Assert.True(JsonNode.DeepEquals(kept, served), "The API differs from src/Web/Api/openapi.json. Where that is meant, put what /openapi/v1.json answers in its place.");
    }

    [Fact]
    public async Task List_PageByPage_IsLinkedAndAddsUp()
    {
        using var response = await starter.App.Http.GetAsync($"/api/v1/demand?limit=100&{Region}", Stop);
        using var rest = await starter.JsonAsync($"/api/v1/demand?limit=100&offset=100&{Region}");

        Assert.Contains("limit=100&offset=100>; rel=\"next\"", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
        Assert.Equal("102", Assert.Single(response.Headers.GetValues("X-Total-Count")));
        Assert.Equal(2, rest.RootElement.GetProperty("items").GetArrayLength());
        Assert.Equal(102, rest.RootElement.GetProperty("counts").EnumerateObject().Sum(c => c.Value.GetInt32()));
    }

    [Theory]
    [InlineData("/api/v1/demand?area=us")]
    [InlineData("/api/v1/demand/supply?area=us")]
    [InlineData("/api/v1/demand/supply/fields?area=us")]
    [InlineData("/api/v1/wages?area=us")]
    [InlineData("/api/v1/projections?area=us")]
    [InlineData("/api/v1/occupations")]
    [InlineData("/api/v1/occupations/29-1141.00")]
    [InlineData("/api/v1/occupations/compare?o=29-1141.00&o=29-2061.00")]
    public async Task Answer_AskedForAgain_IsNotSentAgain(string path)
    {
        using var first = await starter.App.Http.GetAsync(path, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await starter.App.Http.SendAsync(again, Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("/api/v1/demand?limit=2&area=us", "soc,occupation,label,label of the rule")]
    [InlineData("/api/v1/demand/supply?limit=2&area=us", "soc,occupation,openings a year")]
    [InlineData("/api/v1/wages?limit=2&area=us", "soc,title,area,employment")]
    [InlineData("/api/v1/projections?limit=2&area=us", "code,title,area,from,to")]
    [InlineData("/api/v1/occupations?limit=2", "code,soc,title,job zone")]
    public async Task List_AsCsv_ComesWhereTheCallerAsks(string path, string headings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/csv") } } };
        using var response = await starter.App.Http.SendAsync(request, Stop);
        var lines = Utf8.Strict.GetString(await response.Content.ReadAsByteArrayAsync(Stop)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(headings, lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Occupation_OfAnArea_HasItsWageAndSource()
    {
        using var json = await starter.JsonAsync("/api/v1/occupations/29-1141.00?area=state-99");
        var occupation = json.RootElement;

        Assert.Equal("Registered Nurses", occupation.GetProperty("title").GetString());
        Assert.Equal(20720, occupation.GetProperty("wages").GetProperty("employment").GetProperty("value").GetDouble());
        Assert.Equal("Wages of the demo region", occupation.GetProperty("wages").GetProperty("source").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Wages_TopCoded_AreSaidToBe()
    {
        using var json = await starter.JsonAsync("/api/v1/wages?area=us&q=11-3021");
        var highest = json.RootElement.GetProperty("items")[0].GetProperty("annual").GetProperty("p90");

        Assert.Equal((239200, "top-coded"), (highest.GetProperty("value").GetDouble(), highest.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Supply_OfARegion_GivesNobodyTwice()
    {
        using var fields = await starter.JsonAsync($"/api/v1/demand/supply/fields?limit=100&{Region}");

        Assert.All(fields.RootElement.GetProperty("items").EnumerateArray().Where(f => f.GetProperty("placement").GetString() == "divided"),
            f => Assert.Equal(f.GetProperty("people").GetDouble(), f.GetProperty("among").EnumerateArray().Sum(a => a.GetProperty("people").GetDouble()), 9));
    }

    [Theory]
    [InlineData("/api/v1/demand?area=zz", "region-north", 400)]
    [InlineData("/api/v1/demand?rule=zz", "trellis-default", 400)]
    [InlineData("/api/v1/demand?label=zz", "not-judged", 400)]
    [InlineData("/api/v1/wages?sort=3", "concentration", 400)]
    [InlineData("/api/v1/projections?limit=0", "limit", 400)]
    [InlineData("/api/v1/areas?kind=town", "county", 400)]
    [InlineData("/api/v1/areas/zz", "zz", 404)]
    [InlineData("/api/v1/occupations/zz", "29-1141.00", 404)]
    [InlineData("/api/v1/occupations/compare?o=29-1141.00", "two to four", 400)]
    public async Task Question_ThatCannotBeAnswered_IsAProblem(string path, string says, int status)
    {
        using var response = await starter.App.Http.GetAsync(path, Stop);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(says, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };
}
