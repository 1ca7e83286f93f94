using System.Net;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

public sealed class ShellTests(TestApp app)
{
    [Fact]
    public async Task UnknownAddress_Answers404WithAPage()
    {
        using var response = await app.Http.GetAsync("/no-such-page", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Page not found", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_ForbidsInlineScript()
    {
        using var response = await app.Http.GetAsync("/", TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForASpanishReader_IsInSpanish()
    {
        var page = await app.PageAsync("/models", "es");

        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Explorar modelos", page.QuerySelector("h1")!.TextContent);
    }
}
