using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Trellis.Core.Text;
using Trellis.Tests.House;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>The tools for language models through both doors, asked by the official client.</summary>
public sealed class McpTests(StarterApp starter)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_OfTheServer_AreAsTheGoldenFileSays()
    {
        await using var client = await OverHttpAsync();
        var tools = new JsonArray([.. (await client.ListToolsAsync(cancellationToken: Stop)).OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => JsonSerializer.SerializeToNode(new { t.Name, t.Title, t.Description, schema = t.JsonSchema, readOnly = t.ProtocolTool.Annotations?.ReadOnlyHint }, Indented))]);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Repository.Read("tests/Tests/Golden/mcp-tools.json")), tools), tools.ToJsonString(Indented));
    }

    [Theory]
    [InlineData("search_models", """{"query": "safety valves", "limit": 3}""", "statements", "safety")]
    [InlineData("search_models", """{"industry": "62"}""", "models", "allied-health")]
    [InlineData("get_framework", """{"model": "building-blocks", "levels": 1}""", "tree", "Personal Effectiveness")]
    [InlineData("get_statements", """{"model": "building-blocks", "tier": 1, "kind": "keyBehavior", "limit": 2, "language": "es"}""", "statements", "Percibe")]
    [InlineData("compare_models", """{"models": ["hospitality", "information-technology"], "state": "same", "limit": 2}""", "overlap", "\"state\":\"same\"")]
    [InlineData("find_occupation", """{"text": "nurse"}""", "occupations", "29-1141.00")]
    [InlineData("code_title", """{"title": "Registered nurse"}""", "candidates", "29-1141")]
    [InlineData("find_area", """{"name": "three rivers"}""", "areas", "region-three-rivers")]
    [InlineData("get_wages", """{"occupation": "31-1131", "area": "region-three-rivers"}""", "wages", "\"period\"")]
    [InlineData("get_demand", """{"area": "region-three-rivers", "label": "in-demand", "limit": 5}""", "sources", "in-demand")]
    [InlineData("find_programs", """{"occupation": "31-1131", "sort": "cost"}""", "programs", "\"people\"")]
    public async Task Tool_AskedRightly_AnswersWithItsSource(string tool, string arguments, string part, string says)
    {
        await using var client = await OverHttpAsync();
        var text = await CallAsync(client, tool, arguments);
        using var answer = JsonDocument.Parse(text);

        Assert.True(answer.RootElement.TryGetProperty(part, out _), text);
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.True(text.Length < 100_000);
    }

    [Theory]
    [InlineData("search_models", """{"query": "x", "limit": 1000}""", "1 to 100")]
    [InlineData("get_framework", """{"model": "no-such"}""", "search_models")]
    [InlineData("get_framework", """{"model": "building-blocks", "levels": 9}""", "1 to 4")]
    [InlineData("get_statements", """{"model": "building-blocks", "kind": "sentence"}""", "keyBehavior")]
    [InlineData("get_statements", """{"model": "building-blocks", "below": "3b6ba6d7-37a6-4b29-8ad6-000000000000"}""", "no statement")]
    [InlineData("compare_models", """{"models": ["building-blocks"]}""", "two to four")]
    [InlineData("compare_models", """{"models": ["building-blocks", "no-such"]}""", "no-such")]
    [InlineData("find_occupation", """{"text": ""}""", "Expected: words")]
    [InlineData("get_wages", """{"occupation": "nurse"}""", "29-1141")]
    [InlineData("get_wages", """{"occupation": "29-1141", "area": "the-moon"}""", "find_area")]
    [InlineData("get_demand", """{"rule": "no-such"}""", "Expected: ")]
    [InlineData("find_programs", """{"sort": "luck"}""", "distance")]
    public async Task Tool_AskedWrongly_SaysWhatWouldBeRight(string tool, string arguments, string says)
    {
        await using var client = await OverHttpAsync();
        var result = await client.CallToolAsync(tool, Arguments(arguments), cancellationToken: Stop);

        Assert.True(result.IsError);
        Assert.Contains(says, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandLine_ServesTheSameToolsOnStandardOutputAlone()
    {
        using var cli = new TestCli();
        var errors = new List<string>();
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(new()
            {
                Command = TestCli.Program,
                Arguments = ["mcp"],
                EnvironmentVariables = new Dictionary<string, string?> { ["TRELLIS_DATA"] = Path.Combine(cli.Folder, "data"), ["TRELLIS_DB"] = "" },
                StandardErrorLines = errors.Add,
            }), cancellationToken: Stop);
        await using var http = await OverHttpAsync();

        Assert.Equal(await NamesAsync(http), await NamesAsync(client));
        Assert.Equal("trellis", client.ServerInfo?.Name);
        Assert.Contains("29-1141.00", await CallAsync(client, "find_occupation", """{"text": "nurse"}"""), StringComparison.Ordinal);
        Assert.Contains("Percibe", await CallAsync(client, "get_statements", """{"model": "building-blocks", "tier": 1, "language": "es"}"""), StringComparison.Ordinal);
        Assert.Contains(errors, e => e.Contains("Model Context Protocol", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost:1234", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Request_FromAPageOfAnotherSite_IsRefused(string? origin, HttpStatusCode status)
    {
        using var request = Request("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await starter.App.Http.SendAsync(request, Stop);

        Assert.Equal(status, response.StatusCode);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Request_ThatIsTooLarge_IsRefused()
    {
        using var request = Request("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"x":"…"}}""".Replace("…", new string('x', 70_000), StringComparison.Ordinal));
        using var response = await starter.App.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static HttpRequestMessage Request(string json) => new(HttpMethod.Post, "/mcp")
    {
        Content = new ByteArrayContent(Utf8.Strict.GetBytes(json)) { Headers = { { "Content-Type", "application/json" } } },
        Headers = { { "Accept", "application/json, text/event-stream" } },
    };

    private Task<McpClient> OverHttpAsync() => McpClient.CreateAsync(
        new HttpClientTransport(new() { Endpoint = new(starter.App.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Stop);

    private static async Task<string> CallAsync(McpClient client, string tool, string arguments)
    {
        var result = await client.CallToolAsync(tool, Arguments(arguments), cancellationToken: Stop);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError == true, text);
        return text;
    }

    private static Dictionary<string, object?> Arguments(string json) => JsonSerializer.Deserialize<Dictionary<string, object?>>(json)!;

    private static async Task<List<string>> NamesAsync(McpClient client) => [.. (await client.ListToolsAsync(cancellationToken: Stop)).Select(t => t.Name + t.JsonSchema).Order(StringComparer.Ordinal)];
}
