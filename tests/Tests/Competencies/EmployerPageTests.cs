using System.Net;
using System.Text;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Tests.Guidance;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>Worksheets that employers fill in and worksheets of groups, over their pages: results, consensus, gap, points and files.</summary>
public sealed class EmployerPageTests(StarterApp starter)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consensus_OfThreeEmployers_BecomesAProfileThatAGroupIsSetBeside()
    {
        var (employers, statements) = await MakeAsync(WorksheetKind.Employer, "Three roofers", "Ridge", "Gable", "Eave");
        // Levels 4, 4, 1 and 1, 3 and a single 2; importance 4, 4, 4; the fourth statement is not rated.
        await FillAsync(employers, WorksheetMeasure.Level, (1, statements[0], 4), (2, statements[0], 4), (3, statements[0], 1), (1, statements[1], 1), (2, statements[1], 3), (1, statements[2], 2));
        await FillAsync(employers, WorksheetMeasure.Importance, (1, statements[0], 4), (2, statements[0], 4), (3, statements[0], 4), (1, statements[1], 2), (2, statements[1], 2));
        await FillAsync(employers, WorksheetMeasure.Frequency, (1, statements[0], 4));
        using var steward = new Guest(starter.App.Address);

        var page = await steward.OpenAsync($"/worksheets/{employers}/employers");
        Assert.Contains("3 of 4", page.QuerySelector(".model-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3.0 (spread 1.4, 67% agree)", page.QuerySelector("section[aria-labelledby=disputed] tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=critical] tbody tr"));
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=consensus] tbody tr").Length);
        var form = $"/worksheets/{employers}/employers/send";
        page = await steward.SendAsync(page, form, ("title", "Roofers of three"), ("do", "profile"));
        Assert.Contains("3 employers", page.Body!.TextContent, StringComparison.Ordinal);
        // The middle of 4, 4, 1, and the higher one between 1 and 3.
        Assert.Equal(["4", "2"], page.QuerySelectorAll(".requirement-table td[data-label='Level asked']").Select(c => c.TextContent.Trim()[..1]));
        var profile = new Uri(steward.Addresses[^1]).AbsolutePath;
        await steward.SendAsync(page, profile + "/send", ("do", "publish"));

        var (group, _) = await MakeAsync(WorksheetKind.Gap, "Fall class", "AB", "CD", "EF");
        await FillAsync(group, WorksheetMeasure.Has, (1, statements[0], 4), (1, statements[1], 2), (2, statements[0], 2));
        page = await steward.SendAsync(await steward.OpenAsync($"/worksheets/{group}/group"), $"/worksheets/{group}/group/send", ("target", profile.Split('/')[^1]), ("do", "target"));
        // AB has all; CD half of what was rated; EF was not assessed.
        Assert.Contains("75%", page.QuerySelector(".model-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 2 (50%)", page.QuerySelector("section[aria-labelledby=lacking] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not assessed", page.QuerySelectorAll("section[aria-labelledby=people] tbody tr")[2].TextContent, StringComparison.Ordinal);
        page = await steward.SendAsync(page, $"/worksheets/{group}/group/send", ("do", "point"));
        await FillAsync(group, WorksheetMeasure.Has, (2, statements[1], 2));
        page = await steward.OpenAsync($"/worksheets/{group}/group");
        Assert.Equal(["AB 100% 100% 0 points", "CD 50% 67% +17 points", "EF – – –", "Mean 75% 83% +8 points"],
            page.QuerySelectorAll("section[aria-labelledby=progress] tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))));
        // The file of a person comes back to the same column; what the profile needs is no level of the person.
        await AssertSameAsync(group, $"/worksheets/{group}/group/people/2.xlsx", 2);
        // Six levels, five times importance, once frequency.
        await AssertSameAsync(employers, $"/worksheets/{employers}.xlsx", 12);
        var csv = await steward.TextAsync($"/worksheets/{group}/group.csv");
        Assert.Contains("readiness,,,,,,,1,0.666", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_OfEmployers_MoveTheConsensus()
    {
        var (employers, statements) = await MakeAsync(WorksheetKind.Employer, "Two roofers", "Ridge", "Gable");
        await FillAsync(employers, WorksheetMeasure.Level, (1, statements[0], 1), (2, statements[0], 4));
        using var steward = new Guest(starter.App.Address);
        var (address, form) = ($"/worksheets/{employers}/employers", $"/worksheets/{employers}/employers/send");

        var page = await steward.SendAsync(await steward.OpenAsync(address), form, ("do", "weights"), ("weight-1", "3"), ("seen-1", "1"), ("seen-2", "1"), ("weight-2", "1"));

        Assert.Equal("1", page.QuerySelector("section[aria-labelledby=consensus] tbody td")!.TextContent.Trim());
        page = await steward.SendAsync(page, form, ("do", "weights"), ("weight-1", "0"), ("seen-1", "2"));
        Assert.Contains("can not say how much an employer counts", page.Body!.TextContent, StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetString(await starter.App.Http.GetByteArrayAsync(address + ".csv", Stop));
        Assert.Contains("Ridge: level", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await starter.App.Http.GetAsync(address + ".xlsx", Stop)).StatusCode);
        // The other kind of worksheet is not there.
        Assert.Equal(HttpStatusCode.NotFound, (await starter.App.Http.GetAsync($"/worksheets/{employers}/group", Stop)).StatusCode);
    }

    private async Task<(Guid Worksheet, List<Guid> Statements)> MakeAsync(WorksheetKind kind, string title, params string[] columns)
    {
        await using var db = starter.App.OpenDb();
        return await EmployerSheets.MakeAsync(db, kind, title, null, columns);
    }

    private async Task AssertSameAsync(Guid worksheet, string file, int values)
    {
        var content = await starter.App.Http.GetByteArrayAsync(file, Stop);
        await using var db = starter.App.OpenDb();
        var read = await WorksheetUpload.ReadAsync(db, (await KeptWorksheets.FindAsync(db, worksheet, RowLimit.OfTheLocalSteward, Stop))!, new("filled.xlsx", content), Stop);
        Assert.Equal((values, 0, 0), (read.Same, read.Changes.Count, read.Problems.Count));
    }

    private async Task FillAsync(Guid worksheet, WorksheetMeasure measure, params (int Column, Guid Statement, int Value)[] cells)
    {
        await using var db = starter.App.OpenDb();
        await new CellEditor(db).SaveAsync(worksheet, [.. cells.Select(c => new CellEdit(new(c.Column, measure, c.Statement), c.Value, 0))], TestModel.Change, stop: Stop);
    }
}

/// <summary>Whose worksheets are seen on the pages of results.</summary>
[Collection(nameof(AccessApp))]
public sealed class EmployerAccessTests(AccessApp app)
{
    [Fact]
    public async Task Results_OfAForeignWorksheet_AreNotThere()
    {
        await app.AddAsync(Role.Administrator);
        var (own, owner, _) = await app.SignedInAsync(Role.Employer);
        var (foreign, _, _) = await app.SignedInAsync(Role.CareerAdviser);
        await using var db = app.OpenDb();
        var (employers, _) = await EmployerSheets.MakeAsync(db, WorksheetKind.Employer, "Own", owner, "A");
        var (group, _) = await EmployerSheets.MakeAsync(db, WorksheetKind.Gap, "Own", owner, "A");

        foreach (var path in new[] { $"/worksheets/{employers}/employers", $"/worksheets/{employers}/employers.csv", $"/worksheets/{group}/group", $"/worksheets/{group}/group.xlsx" })
        {
            await own.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, own.Status);
            await foreign.OpenAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        }
    }
}

/// <summary>Makes worksheets over a model that ships.</summary>
internal static class EmployerSheets
{
    /// <summary>A worksheet of one column for each title, over the first four statements of a block of the hospitality model.</summary>
    public static async Task<(Guid Worksheet, List<Guid> Statements)> MakeAsync(Db db, WorksheetKind kind, string title, Guid? owner, params string[] columns)
    {
        var model = (await ModelCatalog.FindAsync(db, "hospitality"))!;
        var rows = (await WorksheetChoice.BlocksAsync(db, model, [])).SelectMany(b => b.Rows).Take(4).Select(r => r.Id).ToList();
        var wish = new NewWorksheet(kind, model, title) { Parts = [.. rows.Select(r => r.ToString())], Columns = [.. columns.Select(c => new ColumnWish(c, new()))], OwnerId = owner };
        return ((await new WorksheetEditor(db).MakeAsync(wish, TestModel.Change)).Id, rows);
    }
}
