using System.Text.Json;
using Trellis.Tests.LaborMarket;
using Trellis.Web.Api;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>The description of the API, its examples and the page made of them, over what ships.</summary>
public sealed class ApiReferenceTests(StarterApp starter)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Reads => [.. ApiExamples.ByOperation.Where(e => e.Value.Body.Length == 0).Select(e => e.Key)];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Example_OfAnOperation_AnswersAsTheDescriptionSays(string operation)
    {
        using var document = await starter.JsonAsync("/openapi/v1.json");
        var described = Operations(document).Single(o => o.GetProperty("operationId").GetString() == operation);
        using var answer = await starter.JsonAsync(ApiExamples.ByOperation[operation].Address);

        Assert.Equal(ApiExamples.ByOperation[operation].Address, described.GetProperty(ApiDocument.ExampleKey).GetString());
        Assert.Empty(new ApiSchema(document.RootElement).Faults(answer.RootElement, Schema(described)));
        Assert.False(answer.RootElement.TryGetProperty("total", out var total) && total.GetInt32() == 0, "The example finds nothing.");
    }

    [Fact]
    public async Task Example_ThatSendsTitles_AnswersAsTheDescriptionSays()
    {
        using var document = await starter.JsonAsync("/openapi/v1.json");
        var (address, body) = ApiExamples.ByOperation["codeTitles"];
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await starter.App.Http.PostAsync(address, content, Stop);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Stop));

        Assert.Equal(2, answer.RootElement.GetProperty("titles").GetArrayLength());
        Assert.Empty(new ApiSchema(document.RootElement).Faults(answer.RootElement, Schema(Operations(document).Single(o => o.GetProperty("operationId").GetString() == "codeTitles"))));
    }

    [Fact]
    public async Task Operations_OfTheDescription_HaveASummaryAndAnExample()
    {
        using var document = await starter.JsonAsync("/openapi/v1.json");
        var operations = Operations(document).ToList();

        Assert.True(operations.Count > 25);
        Assert.All(operations, o => Assert.NotEmpty(o.GetProperty("summary").GetString()!));
        Assert.Equal(ApiExamples.ByOperation.Keys.Order(StringComparer.Ordinal), operations.Select(o => o.GetProperty("operationId").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Schema_ThatAnAnswerDoesNotFit_IsAFault()
    {
        using var document = await starter.JsonAsync("/openapi/v1.json");
        using var answer = JsonDocument.Parse("""{"code":"us","kind":7,"name":"Here","more":1}""");
        var area = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("AreaResource");

        Assert.Equal(["/kind: should be string, is Number", ": more is not described"], new ApiSchema(document.RootElement).Faults(answer.RootElement, area));
    }

    [Theory]
    [InlineData("en", "For programs", "Find competency frameworks and models")]
    [InlineData("es", "Para programas", "Buscar marcos y modelos de competencias")]
    public async Task Page_OfTheReference_ShowsEveryOperation(string language, string title, string summary)
    {
        var page = await starter.PageAsync("/api", language);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(ApiExamples.ByOperation.Count, page.QuerySelectorAll("section.api-operation").Length);
        Assert.Contains(page.QuerySelectorAll("section.api-operation p"), p => p.TextContent.Contains(summary, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("footer a[href='/api']"));
        Assert.Contains($"curl \"{starter.App.Address.ToString().TrimEnd('/')}/api/v1/areas/us\"", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_OfTheReference_AreAnswered()
    {
        var page = await starter.PageAsync("/api");
        var links = page.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        Assert.True(links.Count > 30);
        foreach (var link in links)
        {
            using var response = await starter.App.Http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, Stop);
            Assert.True(response.IsSuccessStatusCode, $"{link} answered {(int)response.StatusCode}.");
        }
    }

    private static IEnumerable<JsonElement> Operations(JsonDocument document) =>
        document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value);

    private static JsonElement Schema(JsonElement operation) =>
        operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
}
