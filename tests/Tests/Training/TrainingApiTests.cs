using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>Programs, providers and the crosswalk for programs of others.</summary>
public sealed class TrainingApiTests(TestApp app) : IAsyncLifetime
{
    [Fact]
    public async Task Programs_OfAnOccupation_ComeWithFiguresAndReasons()
    {
        using var json = await JsonAsync("/api/v1/programs?occupation=51-4121.00&q=browser");
        var program = json.RootElement.GetProperty("items")[0];

        Assert.Equal(1, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(4500, program.GetProperty("costs").GetProperty("total").GetProperty("value").GetDouble());
        Assert.Equal("not-reported", program.GetProperty("costs").GetProperty("fees").GetProperty("state").GetString());
        Assert.False(program.GetProperty("costs").GetProperty("fees").TryGetProperty("value", out _));
        Assert.Equal((0.75, 45, 60), (Share("rate"), Share("count"), Share("of")));
        Assert.Equal("namedByProvider", program.GetProperty("reasons")[0].GetProperty("kind").GetString());

        double Share(string name) => program.GetProperty("results").GetProperty("employedQ2").GetProperty(name).GetProperty("value").GetDouble();
    }

    [Fact]
    public async Task Programs_PageByPage_AreLinked()
    {
        using var response = await app.Http.GetAsync("/api/v1/programs?q=browser&limit=2&sort=cost", TestContext.Current.CancellationToken);

        Assert.Equal("3", Assert.Single(response.Headers.GetValues("X-Total-Count")));
        Assert.Contains("limit=2&offset=2>; rel=\"next\"", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
        using var rest = await JsonAsync("/api/v1/programs?q=browser&limit=2&offset=2&sort=cost");
        Assert.Equal("Truck Driving browser", Assert.Single(rest.RootElement.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Programs_AskedForAgain_AreNotSentAgain()
    {
        using var first = await app.Http.GetAsync("/api/v1/programs?q=browser", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programs?q=browser") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await app.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Programs_AsCsv_ComeWhereTheCallerAsks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programs?q=browser") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/csv") } } };
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(4, (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/api/v1/programs?occupation=welder", "occupation", 400)]
    [InlineData("/api/v1/programs?limit=0", "limit", 400)]
    [InlineData("/api/v1/programs?sort=7", "sort", 400)]
    [InlineData("/api/v1/programs?format=abc&leads=x", "leads", 400)]
    [InlineData("/api/v1/programs?miles=ten", "miles", 400)]
    [InlineData("/api/v1/programs/compare?p=a", "four", 400)]
    [InlineData("/api/v1/programs/compare?p=a&p=b", "No list in force", 404)]
    [InlineData("/api/v1/programs/zz-none", "zz-none", 404)]
    [InlineData("/api/v1/providers/zz-none", "zz-none", 404)]
    [InlineData("/api/v1/providers?limit=1000", "limit", 400)]
    [InlineData("/api/v1/crosswalks/cip-soc?cip=x", "cip", 400)]
    public async Task Question_ThatCannotBeAnswered_IsAProblem(string path, string says, int status)
    {
        using var response = await app.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_ByItsId_AndItsProvider_AreGiven()
    {
        await using var db = app.OpenDb();
        using var program = await JsonAsync("/api/v1/programs/" + await TrainingPages.IdAsync(db, "Nursing"));
        using var provider = await JsonAsync("/api/v1/providers/" + program.RootElement.GetProperty("provider").GetProperty("id").GetString());

        Assert.True(program.RootElement.GetProperty("isCompetencyBased").GetBoolean());
        Assert.Equal("suppressed", program.RootElement.GetProperty("results").GetProperty("employedQ2").GetProperty("rate").GetProperty("state").GetString());
        Assert.Equal("PrivateNonProfit", provider.RootElement.GetProperty("entityTypes")[0].GetString());
    }

    [Fact]
    public async Task Crosswalk_ByOccupation_TellsWhereThereIsNoMatch()
    {
        using var match = await JsonAsync("/api/v1/crosswalks/cip-soc?soc=51-4121");
        using var none = await JsonAsync("/api/v1/crosswalks/cip-soc?soc=45-3031");

        Assert.Equal("48.0508", match.RootElement.GetProperty("items")[0].GetProperty("cip").GetString());
        Assert.False(none.RootElement.GetProperty("items")[0].GetProperty("isMatch").GetBoolean());
    }

    private async Task<JsonDocument> JsonAsync(string path) => JsonDocument.Parse(await app.Http.GetStringAsync(path, TestContext.Current.CancellationToken));

    public async ValueTask InitializeAsync()
    {
        await using var db = app.OpenDb();
        await TrainingPages.AddressAsync(db, "");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
