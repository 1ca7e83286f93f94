using System.IO.Compression;
using Microsoft.Playwright;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>A model from two sources to its second version, as people do it in a browser with script, by mouse and by keyboard.</summary>
public sealed class BuildTests(TestApp app, BrowserHost browser) : IClassFixture<BrowserHost>
{
    private readonly List<string> _faults = [];

    [Fact]
    public async Task Model_OfTwoSources_IsMergedRewordedReviewedByThreeAndPublished()
    {
        await using var context = await browser.ContextAsync("en-US", 1280);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _faults.Add(message.Text);
        };
        page.PageError += (_, error) => _faults.Add(error);
        await StartAsync(page);
        await RewordAsync(page);
        var links = await InviteAsync(page);
        foreach (var (link, drop) in links.Zip([false, true, true]))
            await AnswerAsync(link, drop);
        await DecideAsync(page);
        await page.GotoAsync(Address("/models/roof-gardening/edit/publish"));
        await LookAsync(page, "build-publish");
        await page.ClickAsync("text=Publish this version");
        await page.WaitForURLAsync("**/models/roof-gardening");
        await page.GotoAsync(Address("/models/roof-gardening?view=about"));
        var about = await page.TextContentAsync("main");
        Assert.Contains("3 reviewers in 1 rounds", about, StringComparison.Ordinal);
        Assert.Contains("Among them: Garden College.", about, StringComparison.Ordinal);
        await page.GotoAsync(Address("/models/roof-gardening?view=outline"));
        var outline = await page.TextContentAsync("main");
        Assert.Contains("Carries soil safely up stairs", outline, StringComparison.Ordinal);
        Assert.DoesNotContain("Sings to plants", outline, StringComparison.Ordinal);
        await CurriculumAsync(page);
        await UpdateAsync(page);
        Assert.Empty(_faults);
    }

    private async Task StartAsync(IPage page)
    {
        await using (var db = app.OpenDb())
        {
            await new FrameworkEditor(db).LoadAsync(TestModel.Of("Roof work", "Carries soil up stairs safely", "Seals a flat roof against water"), TestModel.Change);
            await new FrameworkEditor(db).LoadAsync(TestModel.Of("Urban gardening", "Safely carries the soil up the stairs", "Waters seedlings", "Sings to plants"), TestModel.Change);
            // One word that no line of a phone holds.
            await new FrameworkEditor(db).LoadAsync(TestModel.Of("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "Labels beef"), TestModel.Change);
        }
        await page.GotoAsync(Address("/models/new"));
        await LookAsync(page, "build-new");
        await page.FillAsync("#new-title", "Roof gardening");
        await page.FillAsync("#new-publisher", "Garden board");
        foreach (var source in new[] { "roof-work", "urban-gardening" })
            await page.EvaluateAsync($"const box = document.getElementById('from-{source}'); box.closest('details').open = true; box.checked = true;");
        await page.ClickAsync("text=Start the model");
        await page.WaitForURLAsync("**/edit/list");
        await LookAsync(page, "build-list");
        await page.ClickAsync("button:has-text('Merge, keep the first wording')");
        await page.WaitForURLAsync("**/edit/list#twins");
        await page.ClickAsync("text=Bring them in");
        await page.WaitForURLAsync("**/edit?note=brought");
        Assert.Equal(6, await page.Locator(".edit-row").CountAsync());
    }

    private static async Task RewordAsync(IPage page)
    {
        await LookAsync(page, "build-edit");
        var row = page.Locator(".edit-row", new() { HasTextString = "Carries soil up stairs" });
        await row.Locator("a[data-act=edit]").ClickAsync();
        await page.FillAsync("#text-en", "Understands soil");
        await page.Locator("#edit-findings li").WaitForAsync();
        Assert.Contains("cannot be seen by others", await page.TextContentAsync("#edit-findings"), StringComparison.Ordinal);
        await LookAsync(page, "build-form");
        await page.FillAsync("#text-en", "Carries soil safely up stairs");
        await page.PressAsync("#text-en", "Control+Enter");
        await page.Locator(".edit-row", new() { HasTextString = "Carries soil safely up stairs" }).WaitForAsync();

        var waters = page.Locator(".edit-row", new() { HasTextString = "Waters seedlings" });
        await waters.Locator("a[data-act=edit]").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Locator(".edit-rows > li:last-child", new() { HasTextString = "Waters seedlings" }).WaitForAsync();
        Assert.Contains("Waters seedlings", await page.EvaluateAsync<string>("document.activeElement.closest('.edit-row').textContent"), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('Undo')");
        await page.Locator(".edit-rows > li:last-child", new() { HasTextString = "Sings to plants" }).WaitForAsync();
        await waters.DragToAsync(page.Locator(".edit-row", new() { HasTextString = "Sings to plants" }));
        await page.Locator(".edit-rows > li:last-child", new() { HasTextString = "Waters seedlings" }).WaitForAsync();
    }

    private async Task<List<string>> InviteAsync(IPage page)
    {
        await page.GotoAsync(Address("/models/roof-gardening/edit/reviews"));
        await page.ClickAsync("button:has-text('Open the round')");
        await page.WaitForURLAsync("**/reviews/*");
        await page.FillAsync("#invite-organizations", "One\nTwo\nThree");
        await page.ClickAsync("text=Make links");
        await page.Locator(".build-links code").First.WaitForAsync();
        return [.. await page.Locator(".build-links code").AllTextContentsAsync()];
    }

    private async Task AnswerAsync(string link, bool drop)
    {
        await using var context = await browser.ContextAsync("en-US", 375);
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        foreach (var statement in await page.Locator(".review-statement").AllAsync())
        {
            var sings = (await statement.TextContentAsync())!.Contains("Sings", StringComparison.Ordinal);
            await statement.Locator($"label:has-text('{(sings && drop ? "Drop" : "Keep")}')").ClickAsync();
            await statement.Locator("select").First.SelectOptionAsync("4");
        }
        await LookAsync(page, "build-answer", 375);
        await page.Locator("button:has-text('Save')").First.ClickAsync();
        await page.WaitForURLAsync("**?note=answered");
        if (drop)
            return;
        await page.FillAsync("#organization", "Garden College");
        await page.ClickAsync("label[for=named]");
        await page.Locator("form:has(#organization) button").ClickAsync();
        await page.WaitForURLAsync("**?note=saved");
    }

    private static async Task DecideAsync(IPage page)
    {
        await page.GotoAsync(page.Url.Split('?')[0]);
        await LookAsync(page, "build-round");
        Assert.Contains("Sings to plants", await page.Locator(".review-result").First.TextContentAsync(), StringComparison.Ordinal);
        await page.Locator(".review-result").First.Locator("button:has-text('Drop it')").ClickAsync();
        await page.Locator("text=Decided: to drop it.").WaitForAsync();
    }

    /// <summary>A college sets its courses against what was published.</summary>
    private async Task CurriculumAsync(IPage page)
    {
        await page.GotoAsync(Address("/worksheets/new?model=roof-gardening"));
        await page.FillAsync("#new-title", "Courses on the roof");
        await page.FillAsync("#new-columns", "RG 1; Soil; 3; 1\nRG 2; Roofs; 3; 2");
        await page.ClickAsync("text=Make the worksheet");
        await page.WaitForURLAsync("**/fill");
        await page.Locator(".sheet-level").First.SelectOptionAsync("3");
        await Assertions.Expect(page.Locator("#fill-said")).ToHaveTextAsync("Saved.");
        await page.GotoAsync(page.Url.Replace("/fill", "", StringComparison.Ordinal));
        Assert.Contains("1 of 3", await page.TextContentAsync("main"), StringComparison.Ordinal);
        await LookAsync(page, "build-worksheet");
    }

    /// <summary>Out as a workbook, edited in a spreadsheet program, and in again as the next version.</summary>
    private async Task UpdateAsync(IPage page)
    {
        var workbook = await page.APIRequest.GetAsync(Address("/models/roof-gardening.xlsx"));
        await page.GotoAsync(Address("/models/roof-gardening/update"));
        await LookAsync(page, "build-update");
        await page.SetInputFilesAsync("#update-file", new FilePayload { Name = "roof-gardening.xlsx", MimeType = workbook.Headers["content-type"], Buffer = Edited(await workbook.BodyAsync()) });
        await page.ClickAsync("text=Show what changes");
        await page.Locator("caption:has-text('What the file changes')").WaitForAsync();
        await LookAsync(page, "build-update-preview");
        await page.FillAsync("[name=why]", "Words of the growers");
        await page.ClickAsync("button:has-text('Save as a new version')");
        await page.WaitForURLAsync("**/models/roof-gardening?view=about");
        Assert.Contains("1 reworded", await page.TextContentAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(Address("/models/roof-gardening?view=outline"));
        Assert.Contains("Waters seedlings each morning", await page.TextContentAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The workbook with other words in one of its cells.</summary>
    private static byte[] Edited(byte[] workbook)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var book = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in book.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                using var stream = part.Open();
                using var reader = new StreamReader(stream);
                var text = reader.ReadToEnd();
                var edited = text.Replace("Waters seedlings<", "Waters seedlings each morning<", StringComparison.Ordinal);
                if (edited == text)
                    continue;
                stream.SetLength(0);
                stream.Write(Utf8.Strict.GetBytes(edited));
            }
        }
        return memory.ToArray();
    }

    /// <summary>No rule of access broken, not wider than the window; at a phone's width too.</summary>
    private static async Task LookAsync(IPage page, string name, int width = 1280)
    {
        await PageCheck.IsAccessibleAsync(page, name);
        foreach (var wide in new[] { width, 375 }.Distinct())
        {
            await page.SetViewportSizeAsync(wide, 900);
            await PageCheck.FitsAsync(page, name, wide);
            await PageCheck.PictureAsync(page, $"{name}-{wide}");
        }
        await page.SetViewportSizeAsync(width, 900);
    }

    private string Address(string path) => new Uri(app.Address, path).ToString();
}
