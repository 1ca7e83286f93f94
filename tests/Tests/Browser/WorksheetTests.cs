using Microsoft.Playwright;
using Trellis.Core.Competencies;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>A worksheet from its making to paper, as people fill it in in a browser with script: each cell is saved at once.</summary>
public sealed class WorksheetTests(TestApp app, BrowserHost browser) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task Worksheet_MadeFilledAndPrinted_IsSoundAtBothWidths()
    {
        var content = TestModel.Of("Sheets in a browser", "Reads drawings", "Measures twice", "Cleans the shop");
        await using (var db = app.OpenDb())
            await new FrameworkEditor(db).LoadAsync(content, TestModel.Change);
        await using var context = await browser.ContextAsync("en-US", 1280);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                faults.Add(message.Text);
        };
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync(Address($"/worksheets/new?model={content.Framework.Slug}"));
        await PageCheck.IsSoundAsync(page, "worksheet-new", "en-US", 1280);
        await page.FillAsync("#new-title", "Shop courses");
        await page.FillAsync("#new-columns", "SH 1; Start; 3; 1\nSH 2; Finish; 3; 2");
        await page.ClickAsync("text=Make the worksheet");
        await page.WaitForURLAsync("**/fill");
        var fill = page.Url;
        var levels = page.Locator(".sheet-level");
        await levels.Nth(0).SelectOptionAsync("4");
        await levels.Nth(1).SelectOptionAsync("2");
        await Assertions.Expect(page.Locator("#fill-said")).ToHaveTextAsync("Saved.");

        await page.GotoAsync(fill.Replace("/fill", "?block=1", StringComparison.Ordinal));
        Assert.Contains("SH 1 teaches it at depth 4, SH 2 after it only at depth 2.", await page.TextContentAsync("main"), StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator(".sheet-heat rect.sheet-tint-2").CountAsync());
        await PageCheck.IsSoundAsync(page, "worksheet", "en-US", 1280);
        await PhoneAsync(fill);
        await page.GotoAsync(fill.Replace("/fill", "/print", StringComparison.Ordinal));
        Assert.Contains("Reads drawings", await page.TextContentAsync(".sheet-block"), StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    private async Task PhoneAsync(string fill)
    {
        await using var context = await browser.ContextAsync("es-MX", 375);
        var page = await context.NewPageAsync();
        foreach (var part in new[] { "/fill", "?block=1", "/columns/1" })
        {
            await page.GotoAsync(fill.Replace("/fill", part, StringComparison.Ordinal));
            await PageCheck.IsSoundAsync(page, "worksheet-phone" + part.Replace('/', '-').Replace('?', '-'), "es-MX", 375);
        }
    }

    private string Address(string path) => new Uri(app.Address, path).ToString();
}
