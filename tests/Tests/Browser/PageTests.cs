using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Tests.Support;
using Trellis.Tests.Training;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>What only a browser can tell of a page: access rules, its width, what it loads, and whether the keyboard reaches it.</summary>
public sealed class PageTests(TestApp app, BrowserHost browser) : IClassFixture<BrowserHost>
{
    private const string Map = "a-map-for-the-browser";

    public static TheoryData<string, string> Pages => new()
    {
        { "home", "/" },
        { "models", "/models" },
        { "pyramid", "/models/building-blocks" },
        { "six-tiers", "/models/building-blocks?view=6" },
        { "outline", "/models/building-blocks?view=outline" },
        { "filter", "/models/building-blocks?filter=safety" },
        { "about", "/models/building-blocks?view=about" },
        { "print", "/models/building-blocks?view=print" },
        { "statement", "{statement}" },
        { "block", "{block}" },
        { "map", "/models/" + Map },
        { "data", "/data" },
        { "data-load", "/data/load?fault=unknown-kind" },
        { "data-release", "{release}" },
        { "data-drop", "{release}?ask=drop" },
        { "data-job", "{job}" },
        { "data-job-running", "{running job}?refresh=off" },
        { "areas", "/areas" },
        { "area-wages", "/areas/us" },
        { "area-outlook", "/areas/us?view=projections" },
        { "area-industries", "/areas/region-three-rivers?view=sectors" },
        { "area-map", "/areas/us?view=map" },
        { "funding", "/funding" },
        { "pull", "/models/pull" },
        { "build-door", "/build" },
        { "build", "/models/new" },
        { "build-begin", "/models/building-blocks/edit" },
        { "build-retire", "/models/building-blocks/retire" },
        { "reviews", "/reviews" },
        { "review-over", "/reviews/answer/none" },
        { "occupations", "/occupations?family=29&sort=pay" },
        { "occupations-found", "/occupations?q=forklft" },
        { "occupation", "/occupations/31-1131.00?area=region-three-rivers" },
        { "occupations-compare", "/occupations/compare?o=29-1141.00&o=51-4121.00" },
        { "not-found", "/no-such-page" },
        { "api", "/api" },
        { "downloads", "/downloads" },
        { "training", "/training?q=quenby&place=Lakeside&cost=9000" },
        { "training-job", "/training?occupation=driver" },
        { "training-program", "{program}" },
        { "training-compare", "{compared}" },
        { "training-provider", "{provider}" },
        { "credentials", "/credentials" },
        { "demand", "/demand?area=region-three-rivers" },
        { "demand-washington", "/demand?area=region-three-rivers&rule=washington&q=11" },
        { "demand-occupation", "/demand/31-1131?area=region-three-rivers&fault=override-reason" },
        { "skills-list", "/skills?view=list&rater=adviser" },
        { "skills-model", "/skills?model=building-blocks" },
        { "profile-open", "/profile/open" },
        { "plan-empty", "/plan" },
        { "close-open", "/close" },
        { "gap-model", "/gap?model=building-blocks&level=3" },
        { "demand-supply", "/demand?view=supply&area=region-three-rivers" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_AtEveryWidthAndLanguage_IsSound(string name, string path)
    {
        path = await AddressAsync(path);
        // Every page at both widths and in both languages; the other pairing is for every second page, so that the frame has all four.
        var (wide, narrow) = name.Length % 2 == 0 ? ("en-US", "es-MX") : ("es-MX", "en-US");
        await Task.WhenAll(CheckAsync(name, path, wide, 1280), CheckAsync(name, path, narrow, 375));
    }

    [Fact]
    public async Task PyramidBlock_ReachedWithTheKeyboard_Opens()
    {
        var page = await browser.OpenAsync("en-US", 1280);
        await page.GotoAsync(new Uri(app.Address, "/models/building-blocks").ToString());
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.getAttribute('aria-label')") == "Staffing")
                break;
        }

        Assert.Equal("5px", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth"));
        // Other tests work in other tabs at the same time; a tab behind another may miss a key.
        await page.BringToFrontAsync();
        await page.Locator(":focus").PressAsync("Enter");
        await page.WaitForURLAsync("**/statements/*", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal("Staffing", await page.TextContentAsync("h1"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task LanguageSwitch_OnAPhone_StaysOnThePage()
    {
        await using var context = await browser.ContextAsync("en-US", 375);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(app.Address, "/models/building-blocks?view=about").ToString());

        await page.ClickAsync(".trellis-top a[lang=es]");

        Assert.Equal("Bloques fundamentales", await page.TextContentAsync("h1"));
        Assert.EndsWith("?view=about", page.Url, StringComparison.Ordinal);
    }

    private async Task CheckAsync(string name, string path, string language, int width)
    {
        var page = await browser.OpenAsync(language, width);
        var faults = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            // The browser itself says so of a page that is not there.
            if (message.Type is "error" or "warning" && (name != "not-found" || !message.Text.Contains("404 (Not Found)", StringComparison.Ordinal)))
                faults.Enqueue(message.Text);
        };
        page.PageError += (_, error) => faults.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(app.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                faults.Enqueue("It asked " + request.Url);
        };
        await page.GotoAsync(new Uri(app.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
        await PageCheck.IsSoundAsync(page, name, language, width);
        Assert.Empty(faults);
        await page.CloseAsync();
    }

    private async Task<string> AddressAsync(string path)
    {
        await using var db = app.OpenDb();
        if (path is "{program}" or "{compared}" or "{provider}" || path.StartsWith("/training", StringComparison.Ordinal))
            return await TrainingPages.AddressAsync(db, path);
        if (path.EndsWith(Map, StringComparison.Ordinal))
        {
            var content = TestModel.Of(NameBasedId.Of(NameBasedId.UrlNamespace, Map), "Map", "Reads **maps**", "Draws maps", "Folds a map of unbelievably-long-words-and-more-of-them-without-any-space-in-between");
            content.Framework.Slug = Map;
            await new FrameworkEditor(db).LoadAsync(content, TestModel.Change);
        }
        if (path.StartsWith("{release}", StringComparison.Ordinal))
            return $"/data/releases/{(await db.DataReleases.OrderBy(r => r.Key).FirstAsync()).Key}{path["{release}".Length..]}";
        if (path == "{job}")
            return $"/data/jobs/{await JobAsync(db, JobState.Failed, Problem.Rejected("bad-code", "Occupation Data.txt row 3, O*NET-SOC Code", "The file Occupation Data has no occupation {0}.", "nonsense"))}";
        if (path.StartsWith("{running job}", StringComparison.Ordinal))
            return $"/data/jobs/{await JobAsync(db, JobState.Running)}{path["{running job}".Length..]}";
        if (path[0] == '/')
            return path;
        var model = (await ModelCatalog.FindAsync(db, "building-blocks"))!;
        var kind = path == "{block}" ? StatementKind.Block : StatementKind.KeyBehavior;
        var node = (await ModelCatalog.StatementsAsync(db, model.Version)).First(s => s.Kind == kind);
        return $"/models/building-blocks/statements/{node.Id}";
    }

    /// <summary>A load that no node takes up, with these problems.</summary>
    private static async Task<int> JobAsync(Db db, JobState state, params Problem[] problems)
    {
        var job = new DataJob
        {
            Work = JobWork.Import,
            Kind = ReleaseKinds.Onet,
            File = "a-release-with-a-very-long-name-that-goes-on-and-on-and-never-seems-to-end.zip",
            State = state,
            Fault = "refused",
            Rows = 1234,
            LeaseUntil = TimeProvider.System.GetUtcNow().AddDays(1),
            Report = state == JobState.Running ? null : new KeptReleaseReport("onet", "release.zip", ReleaseOutcome.Refused, 0, 0, problems.Length, problems, 0).Write(),
        };
        await new DataJobEditor(db).NoteAsync(job, TestModel.Change);
        return job.Key;
    }
}
