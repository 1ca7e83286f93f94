using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Storage;

namespace Trellis.Tests.Support;

/// <summary>The real web program on a port of its own over a database of its own, for tests that must know all that is in it.</summary>
public sealed class OwnApp : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-own-").FullName;
    private readonly DataLocation _location;
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection> _replace;

    private OwnApp(string? postgres, Dictionary<string, string> settings, Action<IServiceCollection> replace)
    {
        (_location, _settings, _replace) = (new(_folder, postgres), settings, replace);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public string Folder => _folder;

    /// <summary>Over a new SQLite file, or over the PostgreSQL schema of a test database.</summary>
    public static OwnApp Start(TestDb? postgres = null, params (string Name, string Value)[] settings) =>
        new(postgres?.Location.PostgresConnection, settings.ToDictionary(s => s.Name, s => s.Value), _ => { });

    /// <summary>With some of its parts replaced.</summary>
    public static OwnApp Start(Action<IServiceCollection> replace, params (string Name, string Value)[] settings) =>
        new(null, settings.ToDictionary(s => s.Name, s => s.Value), replace);

    public Db OpenDb() => Services.GetRequiredService<DbSource>().Open();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", _folder);
        builder.UseSetting("Logging:Console:LogLevel:Default", "Error");
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(_location);
            services.AddSingleton(new DbSource(Engine.For(_location)));
            _replace(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
