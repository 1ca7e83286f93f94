using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Xunit;

namespace Trellis.Tests.Support;

/// <summary>The tests that share one such program, one after the other.</summary>
[CollectionDefinition(nameof(AccessApp))]
public sealed class AccessCollection : ICollectionFixture<AccessApp>;

/// <summary>A web program of its own with people in it, cheap passwords, and everything that it logs and prints kept.</summary>
public sealed class AccessApp : IAsyncDisposable
{
    public const string Password = "violet anchor pudding 88";

    private readonly OwnApp _app;
    private readonly StringWriter _talk = new();
    private readonly LogKeeper _logs = new();

    /// <summary>Many tests come from one address, which alone is no reason to slow them down. Each request is logged, so that tests see what a log would hold.</summary>
    public AccessApp() : this(("TRELLIS_SIGN_IN_RATE", "100000"), ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information")) { }

    private AccessApp(params (string Name, string Value)[] settings) => _app = OwnApp.Start(
        services =>
        {
            // Six hundred thousand rounds for each of many sign-ins would take the tests minutes.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            services.AddSingleton(new Talk(_talk));
            services.AddSingleton<ILoggerProvider>(_logs);
        },
        settings);

    public Uri Address => _app.Address;

    public HttpClient Http => _app.Http;

    public IServiceProvider Services => _app.Services;

    /// <summary>What the program printed for who started it.</summary>
    public string Printed => _talk.ToString();

    /// <summary>Everything it logged, at every level that it logs.</summary>
    public string Logged => string.Join('\n', _logs.Lines);

    public static AccessApp Start(params (string Name, string Value)[] settings) =>
        new(Array.Exists(settings, s => s.Name == "TRELLIS_SIGN_IN_RATE") ? settings : [("TRELLIS_SIGN_IN_RATE", "100000"), .. settings]);

    public Db OpenDb() => _app.OpenDb();

    internal AccountBrowser Browser() => new(Address);

    /// <summary>Somebody with these roles and the usual password.</summary>
    public async Task<(Guid Id, string Email)> AddAsync(params Role[] roles)
    {
        await using var db = OpenDb();
        var stop = TestContext.Current.CancellationToken;
        var clock = Services.GetRequiredService<TimeProvider>();
        var change = new Change("tester", clock.GetUtcNow(), "test", "a test");
        var email = $"p{Guid.NewGuid():N}@example.org";
        var person = await new PersonEditor(db).InviteAsync(new("Somebody " + email[..6], email, roles), change, stop);
        var links = new OneTimeLinks(db);
        var link = await links.FindAsync(await links.MakeAsync(person.Id, change, stop), clock.GetUtcNow(), stop);
        var hash = Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, Password);
        Assert.True(await new Entrance(db).EnterAsync(link!, hash, change, stop));
        return (person.Id, email);
    }

    /// <summary>A browser in which somebody new with these roles is signed in.</summary>
    internal async Task<(AccountBrowser Browser, Guid Id, string Email)> SignedInAsync(params Role[] roles)
    {
        var (id, email) = await AddAsync(roles);
        var browser = Browser();
        await browser.SignInAsync(email, Password);
        Assert.Equal(roles.Contains(Role.CareerAdviser) ? "/caseload/desk" : "/", browser.At);
        return (browser, id, email);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class LogKeeper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
