using Microsoft.Playwright;
using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>A visitor's whole session in a browser: from a job to what fits and what is missing, on a desk and on a phone, in both languages.</summary>
public sealed class GuidanceTests(StarterApp starter, BrowserHost browser) : IClassFixture<BrowserHost>
{
    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("en-US", 375)]
    [InlineData("es-MX", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Session_OfAGuest_LeadsFromAJobToItsGaps(string language, int width)
    {
        await using var context = await browser.ContextAsync(language, width);
        var page = await context.NewPageAsync();
        await GuestSession.TellAJobAsync(page, starter.App.Address);
        await PageCheck.IsSoundAsync(page, "guide-profile", language, width);

        await OpenAsync(page, "/skills");
        for (var question = 0; question < 3; question++)
        {
            await page.Locator(".guide-levels label").Nth(question + 1).ClickAsync();
            await page.ClickAsync("form[action='/skills/save'] button");
        }
        await page.WaitForSelectorAsync("progress[value='3']");
        await PageCheck.IsSoundAsync(page, "guide-skills", language, width);

        await OpenAsync(page, "/interests");
        await page.EvaluateAsync("document.querySelectorAll('.guide-levels').forEach((l, i) => l.querySelectorAll('input')[i % 6 % 5].checked = true)");
        await page.ClickAsync("form[action='/interests/save'] button");
        await page.WaitForSelectorAsync("#result");
        await PageCheck.IsSoundAsync(page, "guide-interests", language, width);

        await OpenAsync(page, "/fit");
        await page.FillAsync("#fit-pay", "30000");
        await page.ClickAsync("form[action='/fit/save'] button");
        await page.WaitForSelectorAsync(".guide-fit");
        await PageCheck.IsSoundAsync(page, "guide-fit", language, width);
        await page.Locator(".guide-fit").First.Locator("a").Last.ClickAsync();
        await page.WaitForSelectorAsync(".guide-ready");
        await PageCheck.IsSoundAsync(page, "guide-gap", language, width);
        await OpenAsync(page, "/profile/resume");
        await PageCheck.IsSoundAsync(page, "guide-resume", language, width);
    }

    private async Task OpenAsync(IPage page, string path) => await page.GotoAsync(new Uri(starter.App.Address, path).ToString());
}
