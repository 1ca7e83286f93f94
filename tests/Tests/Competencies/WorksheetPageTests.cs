using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Tests.Support;
using Trellis.Tests.Web;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>Kept worksheets through their pages, as people without script use them.</summary>
[Collection(nameof(AccessApp))]
public sealed class WorksheetPageTests(AccessApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worksheet_OfAnotherOrganization_LooksLikeOneThatIsNotThere()
    {
        var (slug, _) = await ModelAsync();
        var (own, foreign) = (await OrganizationAsync(), await OrganizationAsync());
        var (maker, colleague, stranger) = (await MemberAsync(Role.TrainingProvider, own), await MemberAsync(Role.CareerAdviser, own), await MemberAsync(Role.ModelSteward, foreign));
        await MakeAsync(maker, slug, "A 1; Basics");
        var id = IdOf(maker);

        foreach (var page in new[] { "", "/fill", "/setup", "/upload", "/print", "/columns/1", ".csv", ".xlsx" })
        {
            Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync($"/worksheets/{id}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/worksheets/{id}{page}")).StatusCode);
        }
        foreach (var form in new[] { "/fill/save", "/setup/send", "/columns/1/send", "/upload/send", "/upload/load" })
        {
            await stranger.PostAsync($"/worksheets/{id}{form}", ("do", "close"));
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
        Assert.Contains(id, (await colleague.OpenAsync("/worksheets")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await stranger.OpenAsync("/worksheets")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_ByTwoAtOnce_TellsTheSecondWhatWasNotSaved()
    {
        var (slug, statements) = await ModelAsync();
        var organization = await OrganizationAsync();
        var (ana, ben) = (await MemberAsync(Role.BoardStaff, organization), await MemberAsync(Role.CareerAdviser, organization));
        var first = await MakeAsync(ana, slug, "A 1; Basics\nA 2; More");
        var second = await ben.OpenAsync(ana.At);

        await ana.PressAsync(first, "Save", (Cell(1, statements[0]), "3"));
        var told = await ben.PressAsync(second, "Save", (Cell(1, statements[0]), "1"), (Cell(2, statements[1]), "4"));

        Assert.Contains("it says 3 now; you had chosen 1", told.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1:3", "2:4"], await ValuesAsync(IdOf(ana)));
        var results = await ana.OpenAsync($"/worksheets/{IdOf(ana)}?block=1");
        Assert.Equal("2 of 3", Fact(results, "Statements covered"));
        Assert.Equal("67%", Fact(results, "Covered"));
        Assert.Single(results.QuerySelectorAll("#uncovered ~ details li"));
        Assert.Contains("somebody with an account", results.QuerySelector("section[aria-labelledby=history]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ToAColumn_IsFilledWithoutAnAccountUntilItIsClosed()
    {
        var (slug, statements) = await ModelAsync();
        var maker = await MemberAsync(Role.TrainingProvider, await OrganizationAsync());
        await MakeAsync(maker, slug, "A 1; Basics\nA 2; More");
        var id = IdOf(maker);
        var shown = await maker.PressAsync(await maker.OpenAsync($"/worksheets/{id}/setup"), "Make a link", ("column", "2"));
        var link = new Uri(shown.QuerySelector("#links code")!.TextContent).AbsolutePath;
        var guest = app.Browser();

        var form = await guest.OpenAsync(link);
        Assert.Equal(3, form.QuerySelectorAll(".sheet-level").Length);
        await guest.PressAsync(form, "Save", (Cell(2, statements[2]), "2"));
        Assert.Equal(["2:2"], await ValuesAsync(id));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await guest.PostAsync($"{link}/save", ("__RequestVerificationToken", token), (Cell(1, statements[0]), "4"), ("s-" + Cell(1, statements[0])[2..], "0."));
        Assert.Equal(["2:2"], await ValuesAsync(id));
        await maker.PressAsync(await maker.OpenAsync($"/worksheets/{id}/setup"), "Close");

        Assert.Contains("This link is not valid any more", (await guest.OpenAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        await guest.PostAsync($"{link}/save", ("__RequestVerificationToken", token), (Cell(2, statements[0]), "4"), ("s-" + Cell(2, statements[0])[2..], "0."));
        Assert.Equal(["2:2"], await ValuesAsync(id));
        Assert.Contains("by link 1", (await maker.OpenAsync($"/worksheets/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excel_ThatWentOut_BringsTheSameValuesBackAsOneChange()
    {
        var (slug, statements) = await ModelAsync();
        var maker = await MemberAsync(Role.TrainingProvider, await OrganizationAsync());
        await maker.PressAsync(await MakeAsync(maker, slug, "A 1; Basics\nA 2; More"), "Save", (Cell(1, statements[0]), "3"), (Cell(2, statements[1]), "0"), (Cell(2, statements[2]), "4"));
        var full = IdOf(maker);
        var file = await (await maker.GetAsync($"/worksheets/{full}.xlsx")).Content.ReadAsByteArrayAsync(Stop);
        Assert.Contains("A 2 More", await (await maker.GetAsync($"/worksheets/{full}.csv")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        Assert.Contains("0 values change, 3 are the same already, 0 columns are new.", (await UploadAsync(maker, full, file)).Body!.TextContent, StringComparison.Ordinal);
        await MakeAsync(maker, slug, "");
        var empty = IdOf(maker);
        var preview = await UploadAsync(maker, empty, file);
        Assert.Contains("3 values change, 0 are the same already, 2 columns are new.", preview.Body!.TextContent, StringComparison.Ordinal);
        await maker.PressAsync(preview, "Save these changes");

        Assert.Equal(await ValuesAsync(full), await ValuesAsync(empty));
        await using var db = app.OpenDb();
        var history = await db.WorksheetHistory.Where(e => e.WorksheetId == Guid.Parse(empty)).OrderBy(e => e.Sequence).ToListAsync(Stop);
        Assert.Equal([("make", 0), ("load", 3)], history.Select(e => (e.Act, e.Cells)));
        Assert.Equal(new WorksheetTally(3, 2, 7), history[1].After);
    }

    [Fact]
    public async Task Credentials_FilledIn_ShowWhatTheyShareAndTheFewestThatDo()
    {
        var (slug, statements) = await ModelAsync();
        var maker = await MemberAsync(Role.TrainingProvider, await OrganizationAsync());
        var form = await MakeAsync(maker, slug, "Card; County\nBadge", "credential");
        var id = IdOf(maker);
        await maker.PressAsync(form, "Save", (Cell(1, statements[0], WorksheetMeasure.Required), "3"), (Cell(2, statements[0], WorksheetMeasure.Required), "2"), (Cell(2, statements[1], WorksheetMeasure.Required), "2"));

        var page = await maker.OpenAsync($"/worksheets/{id}?level=2&target=1");

        Assert.Contains("1 · 50%", page.QuerySelector("section[aria-labelledby=overlap]")!.TextContent, StringComparison.Ordinal);
        var smallest = page.QuerySelector("section[aria-labelledby=smallest]")!;
        Assert.Contains("2 of 3 statements are covered by these 1:", smallest.TextContent, StringComparison.Ordinal);
        Assert.Equal("Badge", smallest.QuerySelector("p + ul li")!.TextContent);
    }

    [Fact]
    public async Task Course_WithItsText_OffersMentionsAndDraftsObjectives()
    {
        var (slug, statements) = await ModelAsync();
        var maker = await MemberAsync(Role.TrainingProvider, await OrganizationAsync());
        await MakeAsync(maker, slug, "A 1; Basics; 3; 1");
        var address = $"/worksheets/{IdOf(maker)}/columns/1";

        var page = await maker.PressAsync(await maker.OpenAsync(address), "Save", ("text", "You will be reading drawings of all sorts.\nLunch is at noon."), ("term", "2"));
        Assert.Equal(["reading", "drawings"], page.QuerySelectorAll("blockquote mark").Select(m => m.TextContent));
        var taken = await maker.PressAsync(page, "Take over the chosen depths", (Cell(1, statements[0]), "2"));

        Assert.Equal(["1:2"], await ValuesAsync(address.Split('/')[2]));
        Assert.Empty(taken.QuerySelectorAll("blockquote"));
        Assert.Contains("With guidance, read drawings.", taken.QuerySelector("section[aria-labelledby=objectives]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("With guidance, read drawings.", await (await maker.GetAsync(address + "/objectives.csv")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static string Cell(int column, Guid statement, WorksheetMeasure measure = WorksheetMeasure.Depth) => $"c-{column}-{measure}-{statement:N}";

    private static string IdOf(AccountBrowser browser) => browser.At.Split('/', '?')[2];

    private static string Fact(IDocument page, string name) => page.QuerySelectorAll("dl dt").Single(d => d.TextContent == name).NextElementSibling!.TextContent;

    private static async Task<IDocument> MakeAsync(AccountBrowser browser, string slug, string columns, string kind = "curriculum") => await browser.PressAsync(
        await browser.OpenAsync($"/worksheets/new?model={slug}"), "Make the worksheet", ("title", "Our sheet"), ("kind", kind), ("columns", columns));

    private static async Task<IDocument> UploadAsync(AccountBrowser browser, string id, byte[] file)
    {
        var page = await browser.OpenAsync($"/worksheets/{id}/upload");
        using var form = FormBrowser.Form("filled.xlsx", file, "", page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return await browser.SendAsync(page.QuerySelector("main form")!.GetAttribute("action")!, form);
    }

    private async Task<List<string>> ValuesAsync(string id)
    {
        var key = Guid.Parse(id);
        await using var db = app.OpenDb();
        var cells = await db.WorksheetCells.Where(c => c.WorksheetId == key && c.Value != null).OrderBy(c => c.ColumnNumber).ThenBy(c => c.Value).ToListAsync(Stop);
        return cells.ConvertAll(c => $"{c.ColumnNumber}:{c.Value}");
    }

    private async Task<(string Slug, List<Guid> Statements)> ModelAsync()
    {
        await using var db = app.OpenDb();
        var content = TestModel.Of("Sheets " + Guid.NewGuid().ToString("N")[..8], "Reads drawings", "Measures twice", "Cleans the shop");
        await new FrameworkEditor(db).LoadAsync(content, TestModel.Change, Stop);
        return (content.Framework.Slug, [.. content.Statements.Where(s => s.ParentId is not null).Select(s => s.Id)]);
    }

    private async Task<Guid> OrganizationAsync()
    {
        await using var db = app.OpenDb();
        return (await new OrganizationEditor(db).SaveAsync(null, "College " + Guid.NewGuid(), OrganizationKind.TrainingProvider, TestModel.Change, Stop))!.Value;
    }

    private async Task<AccountBrowser> MemberAsync(Role role, Guid organization)
    {
        var (browser, id, _) = await app.SignedInAsync(role);
        await using var db = app.OpenDb();
        await new OrganizationEditor(db).PlaceAsync(id, [organization], [], TestModel.Change, Stop);
        return browser;
    }
}
