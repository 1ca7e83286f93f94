using Microsoft.Playwright;
using Trellis.Tests.Browser;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>The box that suggests occupations, in a browser, by keyboard alone.</summary>
public sealed class SearchBoxTests(OccupationApp occupations, BrowserHost browser) : IClassFixture<OccupationApp>, IClassFixture<BrowserHost>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Box_TypedInto_SuggestsAndOpensTheChosenOccupation(int width)
    {
        var page = await OpenAsync(width);
        var field = page.Locator("#occupation-q");
        await field.PressSequentiallyAsync("registerd");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();

        Assert.Equal("true", await field.GetAttributeAsync("aria-expanded"));
        await PageCheck.IsAccessibleAsync(page, "search box");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await field.PressAsync("ArrowDown");
        var active = await field.GetAttributeAsync("aria-activedescendant");
        Assert.Equal("true", await page.Locator("#" + active).GetAttributeAsync("aria-selected"));

        await field.PressAsync("Enter");
        await page.WaitForURLAsync("**/occupations/29-1141.00");
    }

    [Fact]
    public async Task Box_Escape_ClosesTheListAndEnterSendsTheForm()
    {
        var page = await OpenAsync(1280);
        var field = page.Locator("#occupation-q");
        await field.PressSequentiallyAsync("nurse");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();

        await field.PressAsync("Escape");
        Assert.Equal("false", await field.GetAttributeAsync("aria-expanded"));
        await field.PressAsync("Enter");

        await page.WaitForURLAsync("**/occupations?q=nurse");
        Assert.True(await page.Locator(".trellis-occupation-hits li").CountAsync() > 3);
        await PageCheck.IsAccessibleAsync(page, "search box");
    }

    private async Task<IPage> OpenAsync(int width)
    {
        var page = await browser.OpenAsync("en-US", width);
        await page.GotoAsync(new Uri(occupations.App.Address, "/occupations").ToString());
        return page;
    }
}
