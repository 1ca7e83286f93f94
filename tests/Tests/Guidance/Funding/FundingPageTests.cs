using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Funding;

/// <summary>The screener as a person without an account uses it.</summary>
public sealed class FundingPageTests(TestApp app)
{
    [Theory]
    [InlineData("en", "Likely", "You served on active duty for at least a day")]
    [InlineData("es", "Probable", "Prestó servicio activo al menos un día")]
    public async Task Form_ThatIsSent_AnswersWithReasonsAndKeepsNothing(string language, string heading, string reason)
    {
        using var handler = new HttpClientHandler { UseCookies = true };
        using var browser = new HttpClient(handler) { BaseAddress = app.Address };
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        var form = new HtmlParser().ParseDocument(await browser.GetStringAsync("/funding", TestContext.Current.CancellationToken));
        using var content = new FormUrlEncodedContent(
        [
            .. form.QuerySelectorAll(".funding-form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
            new("service", "day"), new("discharge", "no"), new("benefits", "snap"), new("age", "34"),
        ]);

        using var response = await browser.PostAsync("/funding", content, TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.True(response.IsSuccessStatusCode, page.Body?.TextContent);
        Assert.Equal((true, "/funding"), (response.Headers.CacheControl!.NoStore, response.RequestMessage!.RequestUri!.PathAndQuery));
        Assert.Equal(heading, page.QuerySelector(".funding-results h3")!.TextContent);
        Assert.Contains(reason, page.QuerySelector(".funding-program--Likely")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("34", "day"), (page.QuerySelector("#age")!.GetAttribute("value"), page.QuerySelector("#service option[selected]")!.GetAttribute("value")));
        Assert.True(page.QuerySelector("#benefits-snap")!.HasAttribute("checked"));
        Assert.Contains("38 U.S.C. 4215", page.Body!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        using var response = await app.Http.PostAsync("/funding", new FormUrlEncodedContent([new("_handler", "funding"), new("age", "34")]), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }
}
