using Microsoft.Playwright;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>An adviser's session with a customer, from consent to the printed plan, and a person's page on who may read what they keep.</summary>
public sealed class CaseloadTests(CaseloadTests.DemoProgram demo, BrowserHost browser) : IClassFixture<CaseloadTests.DemoProgram>, IClassFixture<BrowserHost>
{
    private const string Nurse = "29-1141.00";

    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("en-US", 375)]
    [InlineData("es-MX", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Session_OfAnAdviser_LeadsFromConsentToAPrintedPlan(string language, int width)
    {
        await using var context = await browser.ContextAsync(language, width);
        var page = await context.NewPageAsync();
        await SignInAsync(page, "adviser");
        await OpenAsync(page, "/caseload/new");
        await PageCheck.IsSoundAsync(page, "case-new", language, width);
        await page.ClickAsync("label[for=way-OnPaper]");
        await page.FillAsync("#case-name", "R. E.");
        await page.FillAsync("#case-tags", "night shift, veteran");
        await page.ClickAsync("form[action='/caseload/new/save'] button");
        await page.ClickAsync(".case-doors button[value='/profile']");
        await GuestSession.TellAJobAsync(page, demo.App.Address);
        await page.WaitForSelectorAsync(".case-bar");
        await OpenAsync(page, "/skills");
        await page.Locator(".guide-levels label").Nth(3).ClickAsync();
        await page.ClickAsync("form[action='/skills/save'] button");
        await OpenAsync(page, "/fit");
        await page.WaitForSelectorAsync(".guide-fit");
        await OpenAsync(page, $"/gap?occupation={Nurse}");
        await page.WaitForSelectorAsync(".guide-ready");
        await OpenAsync(page, $"/close?occupation={Nurse}");
        await page.Locator("form[action='/plan/programs'] button").First.ClickAsync();
        await page.ClickAsync("form[action='/plan/reassess'] button");
        await page.WaitForSelectorAsync(".case-progress");
        await page.FillAsync("#entry-text", "Visit the college");
        await page.FillAsync("#entry-due", "2024-03-01");
        await page.ClickAsync("form[action='/plan/entries'] button");
        await page.FillAsync("#sign-name", "R. E.");
        await page.ClickAsync("form[action='/plan/sign'] button");
        await page.WaitForSelectorAsync("section[aria-labelledby=sign] tbody th:has-text('R. E.')");
        await PageCheck.IsSoundAsync(page, "case-plan", language, width);
        await OpenAsync(page, "/plan/print?part=summary");
        await page.WaitForSelectorAsync("text=Visit the college");

        await page.ClickAsync(".case-bar a");
        await page.FillAsync("#note-text", "Came with her sister.");
        await page.ClickAsync("form[action$='/notes'] button");
        await page.FillAsync("#task-text", "Call the college");
        await page.FillAsync("#task-due", "2024-03-01");
        await page.ClickAsync("form[action$='/tasks'] button");
        await page.WaitForSelectorAsync(".case-tasks strong");
        await PageCheck.IsSoundAsync(page, "case-customer", language, width);
        await page.ClickAsync(".case-bar button");
        await page.WaitForSelectorAsync(".case-table");
        await PageCheck.IsSoundAsync(page, "case-list", language, width);
    }

    [Theory]
    [InlineData("en-US", 375)]
    [InlineData("es-MX", 1280)]
    public async Task Account_WithItsOwnProfile_SaysWhoMayReadIt(string language, int width)
    {
        await using var context = await browser.ContextAsync(language, width);
        var page = await context.NewPageAsync();
        await SignInAsync(page, "employer");
        await OpenAsync(page, "/account/guidance");
        if (await page.Locator("form[action='/plan/keep']").CountAsync() > 0)
            await page.ClickAsync("form[action='/plan/keep'] button");
        await page.SelectOptionAsync("#share-with", "p-" + DemoPeople.IdOf("adviser"));
        await page.ClickAsync("form[action='/account/guidance/share'] button");
        await page.WaitForSelectorAsync("form[action$='/withdraw']");

        await PageCheck.IsSoundAsync(page, "case-own", language, width);
    }

    private async Task SignInAsync(IPage page, string who)
    {
        await OpenAsync(page, "/account/sign-in");
        await page.ClickAsync($"form[action='/account/demo'] button[value={who}]");
    }

    private async Task OpenAsync(IPage page, string path) => await page.GotoAsync(new Uri(demo.App.Address, path).ToString());

    /// <summary>A demonstration, in which one may be the invented adviser.</summary>
    public sealed class DemoProgram : IAsyncDisposable
    {
        public OwnApp App { get; } = OwnApp.Start(settings: ("demo", "on"));

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
