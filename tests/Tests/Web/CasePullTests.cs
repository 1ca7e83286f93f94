using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Case;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>One Trellis brings frameworks from another over the network, and both then serve the same.</summary>
[Collection(CaseProvider.Name)]
public sealed class CasePullTests(CaseProvider provider)
{
    private const string Path = "/ims/case/v1p1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frameworks_PulledByAnotherTrellis_AreServedByteForByteTheSame()
    {
        // A public address of its own, so that nothing is the same by chance.
        await using var other = OwnApp.Start(settings: ("TRELLIS_PUBLIC_URL", "https://other.example.org"));
        await using var db = other.OpenDb();
        using var http = new OutsideHttp(allowsPrivate: true);
        var server = await CaseServer.FindAsync(http, provider.App.Address.ToString(), Stop);
        var offers = await server.ListAsync(Stop);
        // The models that ship are in both; they must be away to come by the network.
        await EmptyAsync(db);
        var pull = new CasePull(db, server, TestModel.Change);

        foreach (var offer in offers)
        {
            var result = await pull.PullAsync(offer, Stop);
            Assert.True(result.Report is { Outcome: ImportOutcome.Added, Rejected: 0 }, $"{offer.Title}: {result.Before} {(result.Report is { } report ? string.Join(" | ", report.Problems) : "")}");
        }

        Assert.True(offers.Count >= 9);
        foreach (var offer in offers)
        {
            var there = await provider.App.Http.GetStringAsync($"{Path}/CFPackages/{offer.Id}", Stop);
            var here = await other.Http.GetStringAsync($"{Path}/CFPackages/{offer.Id}", Stop);
            Assert.True(there == here, $"{offer.Title}: {Difference(there, here)}");
            Assert.Equal(PullState.UpToDate, (await pull.PullAsync(offer, Stop)).Before);
        }
    }

    [Fact]
    public async Task Model_WithTiersAndLanguages_IsTheSameModelAfterwards()
    {
        await using var other = OwnApp.Start();
        await using var db = other.OpenDb();
        using var http = new OutsideHttp(allowsPrivate: true);
        var server = await CaseServer.FindAsync(http, $"{provider.App.Address}ims/case/v1p1", Stop);
        await using var source = provider.App.OpenDb();
        var model = (await ModelCatalog.ListAsync(source, Stop)).First(m => m.Version.HasTiers && m.Version.Languages.Count > 1);
        await EmptyAsync(db);

        await new CasePull(db, server, TestModel.Change).PullAsync((await server.ListAsync(Stop)).Single(o => o.Id == model.Framework.Id), Stop);

        var pulled = (await ModelCatalog.FindAsync(db, model.Framework.Id.ToString(), null, Stop))!;
        Assert.Equal((model.Framework.Kind, model.Version.HasTiers, model.Version.Statements), (pulled.Framework.Kind, pulled.Version.HasTiers, pulled.Version.Statements));
        Assert.Equal(model.Version.Languages, pulled.Version.Languages);
        Assert.Equal(model.Framework.Industries, pulled.Framework.Industries);
        var (before, after) = (await ModelCatalog.StatementsAsync(source, model.Version, Stop), await ModelCatalog.StatementsAsync(db, pulled.Version, Stop));
        Assert.Equal(before.Select(Told), after.Select(Told));

        static (Guid, Guid?, StatementKind, int?, string, string?, string?, string?) Told(Statement s) =>
            (s.Id, s.ParentId, s.Kind, s.Tier, s.Text.ToJson(), s.Label?.ToJson(), s.TypeLabel, s.DerivedFrom);
    }

    [Fact]
    public async Task Framework_ChangedAtItsServer_ComesAsTheNextVersionWithItsChanges()
    {
        await using var there = OwnApp.Start();
        await using var here = OwnApp.Start();
        await using var source = there.OpenDb();
        await using var db = here.OpenDb();
        var id = Guid.NewGuid();
        await new FrameworkEditor(source).LoadAsync(TestModel.Of(id, "Roofing", "Lays tiles", "Seals joints"), TestModel.Change, Stop);
        using var http = new OutsideHttp(allowsPrivate: true);
        var server = await CaseServer.FindAsync(http, there.Address.ToString(), Stop);
        var pull = new CasePull(db, server, TestModel.Change);
        await pull.PullAsync((await server.ListAsync(Stop)).Single(o => o.Id == id), Stop);
        var next = TestModel.Of(id, "Roofing", "Lays tiles", "Checks slopes");
        (next.Version.Number, next.Version.ChangedAt) = ("2", next.Version.ChangedAt.AddDays(1));
        next.Statements[1].Text = LanguageText.Of("en", "Lays tiles in rows");
        await new FrameworkEditor(source).LoadAsync(next, TestModel.Change, Stop);

        var result = await pull.PullAsync((await server.ListAsync(Stop)).Single(o => o.Id == id), Stop);

        Assert.Equal((PullState.Differs, ImportOutcome.NewVersion), (result.Before, result.Report!.Outcome));
        Assert.Equal(new VersionChanges(Added: 1, Removed: 1, Reworded: 1, Moved: 0), result.Changes);
    }

    [Fact]
    public async Task Framework_ThatIsOurOwn_IsNotOverwritten()
    {
        await using var there = OwnApp.Start();
        await using var here = OwnApp.Start();
        await using var source = there.OpenDb();
        await using var db = here.OpenDb();
        var id = Guid.NewGuid();
        await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, "Ours", "Reads"), TestModel.Change, Stop);
        var foreign = TestModel.Of(id, "Theirs", "Writes");
        foreign.Version.ChangedAt = foreign.Version.ChangedAt.AddDays(1);
        await new FrameworkEditor(source).LoadAsync(foreign, TestModel.Change, Stop);
        using var http = new OutsideHttp(allowsPrivate: true);
        var server = await CaseServer.FindAsync(http, there.Address.ToString(), Stop);

        var result = await new CasePull(db, server, TestModel.Change).PullAsync((await server.ListAsync(Stop)).Single(o => o.Id == id), Stop);

        Assert.Equal((PullState.Own, "own-framework"), (result.Before, result.Report!.Problems[0].Code));
        Assert.Equal("Ours", (await ModelCatalog.FindAsync(db, id.ToString(), null, Stop))!.Version.Title.ToString());
    }

    [Fact]
    public async Task Page_WherePrivateAddressesAreAllowed_BringsWhatIsChosen()
    {
        await using var there = OwnApp.Start();
        await using var here = OwnApp.Start(settings: ("TRELLIS_PULL_PRIVATE", "on"));
        await using var source = there.OpenDb();
        var id = Guid.NewGuid();
        await new FrameworkEditor(source).LoadAsync(TestModel.Of(id, "Paving", "Lays stones"), TestModel.Change, Stop);
        var page = new FormReader(here.Http);

        var form = await page.OpenAsync("/models/pull");
        var offers = await page.SendAsync(form, "/models/pull/look", ("address", there.Address.ToString()));
        var report = await page.SendAsync(offers, "/models/pull/load", ("look", offers.QuerySelector("input[name=look]")!.GetAttribute("value")!), ("framework", id.ToString()));

        Assert.Contains("Paving", offers.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 done.", report.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Up to date", report.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("Paving", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await using var db = here.OpenDb();
        Assert.Equal(1, await db.Frameworks.CountAsync(f => f.Id == id, Stop));
    }

    [Fact]
    public async Task Page_AskedForAPrivateAddress_RefusesWithItsReason()
    {
        await using var here = OwnApp.Start();
        var page = new FormReader(here.Http);

        var refused = await page.SendAsync(await page.OpenAsync("/models/pull"), "/models/pull/look", ("address", "https://localhost:9"));

        Assert.Contains("which is no address of the public network", refused.QuerySelector(".usa-alert--error")!.TextContent, StringComparison.Ordinal);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = here.Address };
        using var forged = await http.PostAsync("/models/pull/look", new FormUrlEncodedContent([new("address", "https://localhost:9")]), Stop);
        Assert.Equal("/models/pull?fault=stale", forged.Headers.Location!.ToString());
    }

    /// <summary>Takes all frameworks out of a database made for the test; the triggers that protect them go first.</summary>
    private static async Task EmptyAsync(Trellis.Core.Storage.Db db)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            drop trigger competency_statements_fixed_delete;
            drop trigger competency_alignments_fixed_delete;
            drop trigger requirement_items_fixed_delete;
            drop trigger requirement_profiles_fixed_delete;
            delete from requirement_items;
            delete from requirement_profiles;
            delete from competency_statements;
            delete from competency_alignments;
            delete from competency_versions;
            delete from competency_frameworks;
            """,
            Stop);
    }

    private static string Difference(string a, string b)
    {
        var at = 0;
        while (at < Math.Min(a.Length, b.Length) && a[at] == b[at])
            at++;
        var from = Math.Max(0, at - 150);
        return $"at {at}\n{a[from..Math.Min(a.Length, at + 150)]}\n{b[from..Math.Min(b.Length, at + 150)]}";
    }

    /// <summary>Reads pages and sends their forms, with the cookie that forms need.</summary>
    private sealed class FormReader(HttpClient http)
    {
        private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = http.BaseAddress };

        public async Task<AngleSharp.Dom.IDocument> OpenAsync(string address) => new HtmlParser().ParseDocument(await _http.GetStringAsync(address, Stop));

        public async Task<AngleSharp.Dom.IDocument> SendAsync(AngleSharp.Dom.IDocument page, string action, params (string Name, string Value)[] values)
        {
            var token = page.QuerySelector($"form[action='{action}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var fields = values.Append(("__RequestVerificationToken", token)).Select(v => KeyValuePair.Create(v.Item1, v.Item2));
            using var response = await _http.PostAsync(action, new FormUrlEncodedContent(fields), Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Stop));
        }
    }
}
