using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Tests.Guidance.Caseload;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>An adviser's desk and all customers together, on a desk and on a phone.</summary>
[Collection(nameof(AccessApp))]
public sealed class DeskTests(AccessApp app, BrowserHost browser) : IClassFixture<BrowserHost>
{
    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Desk_AndGroup_OfAnAdviser_AreSound(string language, int width)
    {
        var (signedIn, id, _) = await app.SignedInAsync(Role.CareerAdviser);
        await FillAsync(id);
        await using var context = await browser.ContextAsync(language, width);
        await context.AddCookiesAsync(signedIn.Cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = app.Address.ToString() }));
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(app.Address, "/caseload/desk").ToString());
        Assert.Equal(4, await page.Locator(".desk-lines li").CountAsync());
        await PageCheck.IsSoundAsync(page, "desk", language, width);
        await page.Locator(".desk-tabs a[href='/caseload/group']").ClickAsync();
        await page.WaitForSelectorAsync("[aria-labelledby=programs] tbody");
        await PageCheck.IsSoundAsync(page, "group", language, width);
    }

    private async Task FillAsync(Guid adviser)
    {
        await using var db = app.OpenDb();
        var people = new CaseloadPeople(db, app.Services.GetRequiredService<PersonalSeal>(), adviser, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        for (var number = 1; number < 6; number++)
            await people.MakeAsync($"Pat Vireo {number}", tags: "evening");
        var one = await people.MakeAsync("Robin Ejemplo Maldonado de la Torre", daysAgo: 45, consentDays: 9, tags: "veteran");
        await people.TaskAsync(one, "Call the college about credit for what she knows from the ward", 0);
        await people.StepAsync(one, "Apply for aid", -2);
    }
}
