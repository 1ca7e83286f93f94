using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(Trellis.Tests.Support.TestApp))]

namespace Trellis.Tests.Support;

/// <summary>The real web program on a real port over a SQLite folder of its own, started once for all tests.</summary>
public class TestApp : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-app-").FullName;
    private readonly HtmlParser _parser = new();

    private readonly IReadOnlyDictionary<string, string> _settings;

    public TestApp() : this(new Dictionary<string, string>()) { }

    protected TestApp(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public Db OpenDb() => Services.GetRequiredService<DbSource>().Open();

    /// <summary>A page as its reader sees it, in English unless told otherwise.</summary>
    public async Task<IDocument> PageAsync(string path, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}: {html}");
        return _parser.ParseDocument(html);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", _folder);
        builder.UseSetting("Logging:Console:LogLevel:Default", "Error");
        builder.UseContentRoot(AppContext.BaseDirectory);
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(_ => { });
    }

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
