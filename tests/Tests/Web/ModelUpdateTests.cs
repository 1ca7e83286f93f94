using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>A model leaves as a workbook, is edited and comes back by the page.</summary>
public sealed class ModelUpdateTests(TestApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EditedWorkbook_PreviewedAndSaved_IsTheNextVersion()
    {
        var (slug, content) = await LoadAsync();
        var edit = new SheetEdit(content);
        edit.Set(3, "text", "Reads shop drawings");
        edit.Items.RemoveAt(3);
        var browser = new FormBrowser(app);

        var preview = await browser.SendFileAsync($"/models/{slug}/update", "edited.xlsx", edit.Save());

        var changes = preview.QuerySelectorAll("table").First(t => t.QuerySelector("caption")!.TextContent == "What the file changes");
        Assert.Contains("Reworded", changes.TextContent, StringComparison.Ordinal);
        Assert.Equal("shop", changes.QuerySelector("ins")!.ChildNodes[1].TextContent.Trim());
        Assert.Contains("not in the file: 1. They stay.", preview.Body!.TextContent, StringComparison.Ordinal);
        var removing = await browser.OpenAsync(preview.QuerySelectorAll("main a").First(a => a.TextContent == "Take out what is missing").GetAttribute("href")!);
        Assert.Contains("Taken out", removing.Body!.TextContent, StringComparison.Ordinal);

        var saved = await browser.PressAsync(removing, "Save as a new version", ("why", "Words of the shop"));

        Assert.Contains("Words of the shop. (1 removed, 1 reworded)", saved.Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, slug, null, Stop))!;
        Assert.Equal(["Welding", "Reads shop drawings", "Grinds edges"], (await ModelCatalog.StatementsAsync(db, model.Version, Stop)).Select(s => s.Text.ToString()));
        Assert.Equal("Words of the shop", await db.AuditEntries.Where(a => a.Subject == slug && a.Action == "model update").Select(a => a.Why).SingleAsync(Stop));
    }

    [Fact]
    public async Task Preview_OfAVersionThatIsNoLongerCurrent_IsNotSaved()
    {
        var (slug, content) = await LoadAsync();
        var edit = new SheetEdit(content);
        edit.Set(3, "text", "Reads shop drawings");
        var (one, two) = (new FormBrowser(app), new FormBrowser(app));
        var first = await one.SendFileAsync($"/models/{slug}/update", "one.xlsx", edit.Save());
        edit.Set(4, "text", "Strikes and holds an arc");
        var second = await two.SendFileAsync($"/models/{slug}/update", "two.xlsx", edit.Save());
        await one.PressAsync(first, "Save as a new version", ("why", "One"));

        var refused = await two.PressAsync(second, "Save as a new version", ("why", "Two"));

        Assert.Contains("changed in the meantime", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var again = await two.PressAsync(refused, "Save as a new version", ("why", "Two"));
        Assert.Contains("Two. (1 reworded)", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfAnotherModel_IsRefusedByNameInSpanish()
    {
        var (slug, _) = await LoadAsync();

        var preview = await new FormBrowser(app, "es").SendFileAsync($"/models/{slug}/update", "other.xlsx", new SheetEdit(TestModel.Of("Other trade", "Solders joints")).Save());

        Assert.Contains("Este archivo es del modelo Other trade", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(preview.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("/models/building-blocks/update", "GET")]
    [InlineData("/models/building-blocks/update/upload", "POST")]
    [InlineData("/models/building-blocks/update/apply", "POST")]
    public async Task Update_ByWhoIsNotTheSteward_IsForbidden(string path, string method)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");

        using var response = await app.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Download_AsXlsx_IsAWorkbookThatChangesNothing()
    {
        var (slug, _) = await LoadAsync();
        using var response = await app.Http.GetAsync($"/models/{slug}.xlsx", Stop);
        var bytes = await response.Content.ReadAsByteArrayAsync(Stop);

        var preview = await new FormBrowser(app).SendFileAsync($"/models/{slug}/update", "same.xlsx", bytes);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("The file changes nothing in the model.", preview.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Slug, FrameworkContent Content)> LoadAsync()
    {
        var content = TestModel.Of("Welding", "Reads drawings", "Strikes an arc", "Grinds edges");
        content.Framework.Slug = "welding-" + Guid.NewGuid().ToString("N");
        content.Version.Number = "1";
        await using var db = app.OpenDb();
        var loaded = await new FrameworkEditor(db).LoadAsync(content, TestModel.Change, Stop);
        return (loaded.Framework.Slug, content);
    }
}
