using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>A visitor's whole session in a browser: from a job to what fits and what is missing, on a desk and on a phone, in both languages.</summary>
public sealed class GuidanceTests(StarterApp starter, BrowserHost browser) : IClassFixture<BrowserHost>
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("en-US", 375)]
    [InlineData("es-MX", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Session_OfAGuest_LeadsFromAJobToItsGaps(string language, int width)
    {
        await using var context = await browser.ContextAsync(language, width);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/profile");
        await page.FillAsync("#job-title", "Nursing Assistant");
        await page.FillAsync("#job-years", "3");
        // The label is what a person hits: the box itself is drawn by it.
        await page.ClickAsync("label[for=job-current]");
        await page.ClickAsync("form[action='/profile/jobs'] button");
        await page.ClickAsync("label[for=job-0-0]");
        await page.ClickAsync("form[action='/profile/jobs/0/occupation'] button");
        await CheckAsync(page, "guide-profile", language, width);

        await OpenAsync(page, "/skills");
        for (var question = 0; question < 3; question++)
        {
            await page.Locator(".guide-levels label").Nth(question + 1).ClickAsync();
            await page.ClickAsync("form[action='/skills/save'] button");
        }
        await page.WaitForSelectorAsync("progress[value='3']");
        await CheckAsync(page, "guide-skills", language, width);

        await OpenAsync(page, "/interests");
        await page.EvaluateAsync("document.querySelectorAll('.guide-levels').forEach((l, i) => l.querySelectorAll('input')[i % 6 % 5].checked = true)");
        await page.ClickAsync("form[action='/interests/save'] button");
        await page.WaitForSelectorAsync("#result");
        await CheckAsync(page, "guide-interests", language, width);

        await OpenAsync(page, "/fit");
        await page.FillAsync("#fit-pay", "30000");
        await page.ClickAsync("form[action='/fit/save'] button");
        await page.WaitForSelectorAsync(".guide-fit");
        await CheckAsync(page, "guide-fit", language, width);
        await page.Locator(".guide-fit").First.Locator("a").Last.ClickAsync();
        await page.WaitForSelectorAsync(".guide-ready");
        await CheckAsync(page, "guide-gap", language, width);
        await OpenAsync(page, "/profile/resume");
        await CheckAsync(page, "guide-resume", language, width);
    }

    private async Task OpenAsync(IPage page, string path) => await page.GotoAsync(new Uri(starter.App.Address, path).ToString());

    private static async Task CheckAsync(IPage page, string name, string language, int width)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(BrowserHost.Screenshots, $"{name}-{language[..2]}-{width}.png"), FullPage = true });
        var axe = await page.RunAxe(Rules);
        Assert.Empty(axe.Violations.Select(v => $"{name}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than {width}.");
        Assert.Equal(language[..2], await page.GetAttributeAsync("html", "lang"));
    }
}
