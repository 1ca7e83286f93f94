using System.Collections.Concurrent;
using Microsoft.Playwright;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>One Chromium for all browser tests. They skip with a message where there is none, and fail in CI.</summary>
public sealed class BrowserHost : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly ConcurrentDictionary<(string, int), Task<IBrowserContext>> _contexts = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Checkout.Root, "TestResults", "screenshots")).FullName;

    /// <summary>A page for a reader of the language, as wide as told. Such pages share what the browser has loaded and its cookies.</summary>
    public async Task<IPage> OpenAsync(string language, int width) =>
        await (await _contexts.GetOrAdd((language, width), _ => ContextAsync(language, width))).NewPageAsync();

    /// <summary>A reader who shares nothing with others.</summary>
    public async Task<IBrowserContext> ContextAsync(string language, int width)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("No Chromium was found; set CHROMIUM to its path.");
        Assert.True(_browser is not null, "In CI a Chromium must be there; set CHROMIUM to its path.");
        var context = await _browser.NewContextAsync(new() { Locale = language, ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        // No test asks for speed: beside many others on a small machine a page may take its time.
        context.SetDefaultTimeout(180_000);
        return context;
    }

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        if (chromium is null || !File.Exists(chromium))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
