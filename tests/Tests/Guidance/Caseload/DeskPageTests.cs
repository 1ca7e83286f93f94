using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>The desk and the group view over HTTP: what they say to whom.</summary>
[Collection(nameof(AccessApp))]
public sealed class DeskPageTests(AccessApp app)
{
    private const string Name = "Canary Vireo";

    [Fact]
    public async Task Desk_OfAnAdviser_NamesWhatIsToBeDoneToNobodyElse()
    {
        var (adviser, id, _) = await app.SignedInAsync(Role.CareerAdviser);
        Assert.Contains("You have no customers yet", (await adviser.OpenAsync("/caseload/desk")).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = app.OpenDb())
        {
            var people = People(db, id);
            var one = await people.MakeAsync(Name, daysAgo: 45, consentDays: 9);
            await people.TaskAsync(one, "Call the college", 0);
            await people.StepAsync(one, "Apply for aid", -2);
        }

        var desk = await adviser.OpenAsync("/caseload/desk");
        Assert.Equal(["1", "1", "0", "1", "1"], desk.QuerySelectorAll(".desk-counts strong").Select(c => c.TextContent));
        Assert.Equal(4, desk.QuerySelectorAll(".desk-lines a[href^='/caseload/']").Count(a => a.TextContent == Name));
        Assert.Contains("Call the college", desk.QuerySelector("[aria-labelledby=today]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Objective: Apply for aid (Participant)", desk.QuerySelector("[aria-labelledby=overdue]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("45 days ago", desk.QuerySelector("[aria-labelledby=quiet]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0", (await adviser.OpenAsync("/caseload/desk?quiet=60")).QuerySelectorAll(".desk-counts strong")[4].TextContent);

        var (other, _, _) = await app.SignedInAsync(Role.CareerAdviser);
        foreach (var path in new[] { "/caseload/desk", "/caseload/desk?team=yes", "/caseload/group", "/caseload/group?team=yes" })
            Assert.DoesNotContain("Canary", (await other.OpenAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        var (staff, _, _) = await app.SignedInAsync(Role.BoardStaff, Role.Administrator);
        foreach (var path in new[] { "/caseload/desk", "/caseload/group", "/caseload/group.csv?list=skills", "/caseload/group.xlsx?list=goals" })
        {
            Assert.DoesNotContain("Canary", (await staff.OpenAsync(path)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, staff.Status);
        }
        Assert.DoesNotContain("Canary", app.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_OfSixPeople_NamesThemOnThePageAndInNoFile()
    {
        var (adviser, id, _) = await app.SignedInAsync(Role.CareerAdviser);
        Assert.Contains("Nobody here has a goal yet", (await adviser.OpenAsync("/caseload/group")).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = app.OpenDb())
        {
            for (var number = 0; number < 6; number++)
                await People(db, id).MakeAsync($"{Name} {number}", tags: number < 4 ? ["canary-evening"] : []);
        }

        var page = await adviser.OpenAsync("/caseload/group");
        Assert.Contains("6 of 6", page.QuerySelector("[aria-labelledby=lacks] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Associate Degree in Nursing", page.QuerySelector("[aria-labelledby=programs] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Registered Nurses", page.QuerySelector("[aria-labelledby=goals] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Name, page.QuerySelector("[aria-labelledby=programs] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", string.Concat(page.QuerySelectorAll("[href], option").Select(e => e.GetAttribute("href") + e.GetAttribute("value"))), StringComparison.OrdinalIgnoreCase);

        var tag = page.QuerySelectorAll("#group-tag option").Single(o => o.TextContent == "canary-evening").GetAttribute("value");
        foreach (var list in new[] { "skills", "goals", "programs" })
        {
            var all = await TextAsync(adviser, $"/caseload/group.csv?list={list}");
            Assert.DoesNotContain("Canary", all, StringComparison.OrdinalIgnoreCase);
            Assert.True(all.Split("\r\n").Length > 2, all);
            // Four people are too few for a file.
            Assert.Equal(2, (await TextAsync(adviser, $"/caseload/group.csv?list={list}&tag={tag}")).Split("\r\n").Length);
        }
        Assert.Contains("29-1141.00,Registered Nurses,6", await TextAsync(adviser, "/caseload/group.csv?list=goals"), StringComparison.Ordinal);
        var some = await adviser.OpenAsync($"/caseload/group?tag={tag}");
        Assert.Contains("4 people", some.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(some.QuerySelectorAll(".desk-files"));
        using var workbook = await adviser.GetAsync("/caseload/group.xlsx?list=skills");
        using var zip = new ZipArchive(await workbook.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(zip.GetEntry("xl/workbook.xml"));
        using var unknown = await adviser.GetAsync("/caseload/group.csv?list=names");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<string> TextAsync(AccountBrowser browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private CaseloadPeople People(Db db, Guid adviser) =>
        new(db, app.Services.GetRequiredService<PersonalSeal>(), adviser, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
}
