using Microsoft.Playwright;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Tests.Competencies;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>Three employers rate a model by links of their own, agree on a requirement profile, and a guest stands beside it.</summary>
public sealed class EmployerTests(StarterApp starter, BrowserHost browser) : IClassFixture<BrowserHost>
{
    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Employers_RatingByTheirLinks_MakeAProfileThatAGuestStandsBeside(string language, int width)
    {
        var (worksheet, links, statements) = await PrepareAsync();
        await using var context = await browser.ContextAsync(language, width);
        var page = await context.NewPageAsync();
        // Levels 4, 4 and 1: the middle is 4; the importance is 4.
        foreach (var (link, level) in links.Zip(["4", "4", "1"]))
            await RateAsync(page, link, level);
        await PageCheck.IsSoundAsync(page, "employer-fill", language, width);

        await OpenAsync(page, $"/worksheets/{worksheet}");
        await page.WaitForURLAsync("**/employers");
        await PageCheck.IsSoundAsync(page, "employer-results", language, width);
        await page.ClickAsync("button[value=profile]");
        await page.WaitForURLAsync("**/requirements/*");
        await page.ClickAsync("button[value=publish]");
        await page.WaitForSelectorAsync("a[href^='/gap?requirements=']");
        await PageCheck.IsSoundAsync(page, "requirements", language, width);

        var profile = page.Url;
        await OpenAsync(page, await BlockOfAsync(statements[0]));
        await page.ClickAsync($"label[for='rate-{statements[0]}-2']");
        await page.ClickAsync("form[action='/skills/save'] button");
        await page.WaitForSelectorAsync("form[action='/skills/save']");
        await page.GotoAsync(profile);
        await page.ClickAsync("a[href^='/gap?requirements=']");
        await page.WaitForSelectorAsync(".guide-ready");
        Assert.Contains("50", await page.TextContentAsync(".guide-ready-value"), StringComparison.Ordinal);
        await PageCheck.IsSoundAsync(page, "requirements-gap", language, width);
    }

    private async Task<(Guid Worksheet, List<string> Links, List<Guid> Statements)> PrepareAsync()
    {
        await using var db = starter.App.OpenDb();
        var (worksheet, statements) = await EmployerSheets.MakeAsync(db, WorksheetKind.Employer, "Front desk of three hotels", null, "Ridge Hotel", "Gable Inn", "Eave Lodge");
        var links = new List<string>();
        var later = DateTimeOffset.UtcNow.AddDays(7);
        foreach (var column in new[] { 1, 2, 3 })
            links.Add(await new FillLinks(db).MakeAsync(worksheet, column, later, TestModel.Change));
        return (worksheet, links, statements);
    }

    private async Task RateAsync(IPage page, string link, string level)
    {
        await OpenAsync(page, $"/worksheets/fill/{link}");
        var fields = page.Locator("tbody tr").First.Locator("select");
        Assert.Equal(3, await fields.CountAsync());
        await fields.Nth(0).SelectOptionAsync("4");
        await fields.Nth(1).SelectOptionAsync(level);
        await fields.Nth(2).SelectOptionAsync("3");
        await page.ClickAsync("button[value=save]");
        await page.WaitForURLAsync("**note=*");
    }

    /// <summary>The page on which a guest rates the statement.</summary>
    private async Task<string> BlockOfAsync(Guid statement)
    {
        await using var db = starter.App.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, "hospitality"))!;
        var all = await ModelCatalog.StatementsAsync(db, model.Version);
        var at = all.Find(s => s.Id == statement)!;
        return $"/skills?model=hospitality&block={all.Last(s => s.Kind == StatementKind.Block && s.Ordinal < at.Ordinal).Id}";
    }

    private async Task OpenAsync(IPage page, string path) => await page.GotoAsync(new Uri(starter.App.Address, path).ToString());
}
