using Microsoft.Playwright;
using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>A visitor's way from what fits over its gaps and the ways to close them to a printed plan, on a desk and on a phone, in both languages.</summary>
public sealed class PlanTests(StarterApp starter, BrowserHost browser) : IClassFixture<BrowserHost>
{
    private const string Nurse = "29-1141.00";

    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("en-US", 375)]
    [InlineData("es-MX", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Session_OfAGuest_LeadsFromWhatFitsToAPrintedPlan(string language, int width)
    {
        await using var context = await browser.ContextAsync(language, width);
        var page = await context.NewPageAsync();
        await GuestSession.TellAJobAsync(page, starter.App.Address);
        await OpenAsync(page, "/fit");
        await page.WaitForSelectorAsync(".guide-fit");
        await OpenAsync(page, $"/gap?occupation={Nurse}");
        await page.WaitForSelectorAsync(".guide-ready");

        await OpenAsync(page, $"/routes?to={Nurse}&pay=any");
        await page.WaitForSelectorAsync(".route-ladder");
        await PageCheck.IsSoundAsync(page, "plan-routes", language, width);
        await OpenAsync(page, $"/close?occupation={Nurse}");
        await PageCheck.IsSoundAsync(page, "plan-close", language, width);
        await page.Locator("form[action='/plan/programs'] button").First.ClickAsync();
        await page.WaitForSelectorAsync(".plan-goal");

        await page.FillAsync("#reason-0", "Near home");
        await page.ClickAsync("form[action='/plan/programs/0/choose'] button");
        await page.FillAsync("#entry-text", "Visit the college");
        await page.FillAsync("#entry-due", "2030-03-01");
        await page.ClickAsync("form[action='/plan/entries'] button");
        await page.WaitForSelectorAsync("form[action='/plan/entries/0/done']");
        await page.FillAsync("#money-text", "Tuition");
        await page.FillAsync("#money-dollars", "9800");
        await page.ClickAsync("form[action='/plan/money'] button");
        await page.WaitForSelectorAsync("form[action='/plan/money/0/remove']");
        await page.FillAsync("#sign-name", "Rosa Ejemplo");
        await page.ClickAsync("form[action='/plan/sign'] button");
        await page.WaitForSelectorAsync("text=Rosa Ejemplo");
        await PageCheck.IsSoundAsync(page, "plan", language, width);
        await OpenAsync(page, "/plan/tour");
        await PageCheck.IsSoundAsync(page, "plan-tour", language, width);
        await OpenAsync(page, "/plan/print");
        await PageCheck.IsSoundAsync(page, "plan-whole", language, width);
        await OpenAsync(page, "/plan/print?part=summary");
        await PageCheck.IsSoundAsync(page, "plan-summary", language, width);
        var paper = await page.PdfAsync(new() { Format = "Letter", Path = Path.Combine(BrowserHost.Screenshots, $"plan-summary-{language[..2]}-{width}.pdf") });
        Assert.Equal(1, System.Text.Encoding.Latin1.GetString(paper).Split("/Type /Page\n").Length - 1);
    }

    private async Task OpenAsync(IPage page, string path) => await page.GotoAsync(new Uri(starter.App.Address, path).ToString());
}
