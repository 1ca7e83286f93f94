using System.Net;
using System.Text.Json;
using Xunit;

namespace Trellis.Tests.Support;

/// <summary>The real web program over a copy of the full release O*NET 30.2, started when the first test asks. Tests only read from it.</summary>
public sealed class OnetApp : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-onet-app-").FullName;
    private readonly Lazy<Task<TestApp>> _app;
    private readonly OnetDatabase _onet;

    public OnetApp(OnetDatabase onet)
    {
        _onet = onet;
        _app = new(StartAsync);
    }

    public async Task<TestApp> AppAsync()
    {
        await _onet.ReportAsync();
        return await _app.Value;
    }

    /// <summary>The JSON that an address answers with, and the status it answers with.</summary>
    public async Task<JsonElement> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await (await AppAsync()).Http.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{path} answered {(int)response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<TestApp> StartAsync()
    {
        await _onet.CopyToAsync(_folder);
        return new Program302(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app.IsValueCreated)
            await (await _app.Value).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Program302(string folder) : TestApp(new Dictionary<string, string> { ["data"] = folder });
}
