using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>The record of all writes, as staff read it and take it along.</summary>
[Collection(nameof(AccessApp))]
public sealed class AuditPageTests(AccessApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Audit_OfAPerson_IsFilteredAndSaysTheName()
    {
        var (staff, id, _) = await app.SignedInAsync(Role.BoardStaff);
        var mark = await NoteAsync(Actor.WhoOf(id), "model import", "{\"a\":1}");

        var page = await staff.OpenAsync($"/audit?who={Uri.EscapeDataString(Actor.WhoOf(id))}&what={mark}&area=model");

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Somebody", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("{\"a\":1}", row.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await staff.OpenAsync($"/audit?what={mark}&area=data")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await staff.OpenAsync($"/audit?what={mark}&to=2020-01-01")).QuerySelectorAll("tbody tr"));
        Assert.Single((await staff.OpenAsync($"/audit?what={mark}&from=2020-01-01&to=nonsense")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Audit_OfADeletedPerson_SaysNoName()
    {
        var (staff, _, _) = await app.SignedInAsync(Role.BoardStaff);
        var (id, _) = await app.AddAsync(Role.Reader);
        await using (var db = app.OpenDb())
            await new PersonRetirement(db).RetireAsync(id, TestModel.Change, Stop);

        var page = await staff.OpenAsync($"/audit?what={Uri.EscapeDataString(Actor.WhoOf(id))}");

        Assert.Contains("deleted account", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_AsAFile_HoldsNoFormulaAndNoName()
    {
        var (staff, id, _) = await app.SignedInAsync(Role.BoardStaff);
        var mark = await NoteAsync(Actor.WhoOf(id), "model import", "=HYPERLINK(\"x\")");

        var csv = await staff.GetAsync($"/audit.csv?what={mark}");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.True(csv.Headers.CacheControl!.NoStore);
        var text = await csv.Content.ReadAsStringAsync(Stop);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody", text, StringComparison.Ordinal);
        var json = JsonDocument.Parse(await (await staff.GetAsync($"/audit.json?what={mark}")).Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(Actor.WhoOf(id), Assert.Single(json.EnumerateArray()).GetProperty("who").GetString());
        Assert.Equal("PK"u8.ToArray(), (await (await staff.GetAsync($"/audit.xlsx?what={mark}")).Content.ReadAsByteArrayAsync(Stop))[..2]);
    }

    [Fact]
    public async Task Audit_LongerThanAPage_IsTurned()
    {
        var (staff, id, _) = await app.SignedInAsync(Role.Administrator);
        var mark = "";
        for (var i = 0; i < 51; i++)
            mark = await NoteAsync(Actor.WhoOf(id), "page turn", null);

        var first = await staff.OpenAsync($"/audit?area=page");
        var second = await staff.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(mark, first.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(second.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Write_ByWhoIsSignedIn_NamesThePersonAndPagesDoNot()
    {
        var (staff, id, _) = await app.SignedInAsync(Role.BoardStaff);
        var region = "Signed " + Guid.NewGuid().ToString("N")[..8];
        var form = await staff.OpenAsync("/areas/new?state=state-06");
        var county = form.QuerySelector("input[name=county]")!.GetAttribute("value")!;

        var page = await staff.PressAsync(form, "Save the region", ("name", region), ("county", county));

        Assert.Equal(HttpStatusCode.OK, staff.Status);
        Assert.Contains("somebody with an account", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        Assert.Equal((Actor.WhoOf(id), "page"), await db.AuditEntries.Where(a => a.After!.Contains(region)).Select(a => ValueTuple.Create(a.Who, a.Door)).SingleAsync(Stop));
    }

    private async Task<string> NoteAsync(string who, string action, string? after)
    {
        await using var db = app.OpenDb();
        var mark = Guid.NewGuid().ToString("N");
        db.Add(AuditEntry.Of(new(who, TimeProvider.System.GetUtcNow(), "test", "a test"), action, mark, null, after));
        await db.SaveChangesAsync(Stop);
        return mark;
    }
}
