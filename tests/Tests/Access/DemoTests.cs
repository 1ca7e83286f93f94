using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>Trying Trellis as somebody invented, on this machine only.</summary>
public sealed class DemoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demonstration_TriedAsSomebody_GivesThatRoleAndSaysWhatItIs()
    {
        await using var app = AccessApp.Start(("demo", "on"));
        var browser = app.Browser();
        var page = await browser.OpenAsync("/account/sign-in");
        Assert.Contains("invented", page.QuerySelector(".access-demo")!.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync("/models/import");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);

        var home = await browser.PressAsync(page, "Model steward");
        Assert.Contains("Cora Draft (demo)", home.QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync("/models/import");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.PressAsync(await browser.OpenAsync("/account/delete"), "Delete my account now");
        Assert.Equal("/account/delete?fault=demo", browser.At);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/demo");
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");
        request.Content = new FormUrlEncodedContent([new("as", "analyst")]);
        using var response = await app.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await using var db = app.OpenDb();
        Assert.Equal(4, await db.People.CountAsync(p => p.IsDemo && p.PasswordHash == null, Stop));
        Assert.False(await Administrators.ExistAsync(db, Stop));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://trellis.example.org", false)]
    [InlineData("http://localhost:5080;http://192.0.2.1:80", false)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", true)]
    public void Demonstration_AtAnAddress_IsForThisMachineOnly(string urls, bool isFine)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("demo", "on"), new("urls", urls)]).Build();

        var refused = Record.Exception(() => Trellis.Web.Access.DemoMode.From(settings));

        Assert.Equal(isFine, refused is null);
    }
}
