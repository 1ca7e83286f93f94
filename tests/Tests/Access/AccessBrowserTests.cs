using System.Collections.Concurrent;
using Microsoft.Playwright;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Review;
using Trellis.Tests.Browser;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>The whole way in a real browser: from the printed link to an adviser with a second factor, and what the audit says of it.</summary>
public sealed class AccessBrowserTests(BrowserHost browser) : IClassFixture<BrowserHost>
{
    private const string Password = "seven otters juggle brass";

    private readonly ConcurrentQueue<string> _faults = new();

    [Theory]
    [InlineData("en-US", 1280)]
    [InlineData("es-MX", 375)]
    public async Task Way_FromTheFirstLinkToTheAudit_IsSoundAtEveryStep(string language, int width)
    {
        await using var app = AccessApp.Start(("first-link", "print"));
        await using var adminContext = await browser.ContextAsync(language, width);
        var admin = await OpenAsync(adminContext, app.Printed[app.Printed.IndexOf("http", StringComparison.Ordinal)..].Trim());
        await CheckAsync(admin, "enter", language, width);
        await FillAsync(admin, ("#enter-name", "Ida Root"), ("#enter-email", "ida@example.org"), ("#new-password", Password), ("#new-password-again", Password));
        await PressAsync(admin, "form.access-form button");
        await CheckAsync(admin, "sign-in", language, width);
        await SignInAsync(admin, "ida@example.org");

        await admin.GotoAsync(new Uri(app.Address, "/people").ToString());
        await CheckAsync(admin, "people", language, width);
        await FillAsync(admin, ("#invite-name", "Ana Guide"), ("#invite-email", "ana@example.org"));
        await admin.Locator("label[for=role-CareerAdviser]").ClickAsync();
        await PressAsync(admin, "form[action='/people/invite'] button");
        await CheckAsync(admin, "person", language, width);
        var link = (await admin.TextContentAsync(".access-secret"))!.Trim();

        await using var adviserContext = await browser.ContextAsync(language, width);
        var adviser = await OpenAsync(adviserContext, link);
        await FillAsync(adviser, ("#new-password", Password), ("#new-password-again", Password));
        await PressAsync(adviser, "form.access-form button");
        await SignInAsync(adviser, "ana@example.org");
        await adviser.GotoAsync(new Uri(app.Address, "/account").ToString());
        await CheckAsync(adviser, "account", language, width);
        await adviser.GotoAsync(new Uri(app.Address, "/account/second-factor").ToString());
        await CheckAsync(adviser, "second-factor", language, width);
        var key = (await adviser.TextContentAsync(".access-key"))!;
        await FillAsync(adviser, ("#factor-code", Totp.Code(key, TimeProvider.System.GetUtcNow())));
        await PressAsync(adviser, "form[action='/account/second-factor/on'] button");
        await CheckAsync(adviser, "recovery-codes", language, width);
        await PressAsync(adviser, ".access-who form button");
        await SignInAsync(adviser, "ana@example.org");
        await CheckAsync(adviser, "code", language, width);
        await FillAsync(adviser, ("#sign-in-code", Totp.Code(key, TimeProvider.System.GetUtcNow())));
        await PressAsync(adviser, "form.access-form button");
        Assert.Equal("Ana Guide", await adviser.TextContentAsync(".access-who a[href='/account']"));

        await admin.GotoAsync(new Uri(app.Address, "/audit?area=person").ToString());
        await CheckAsync(admin, "audit", language, width);
        Assert.Contains("Ana Guide", await admin.TextContentAsync("table"), StringComparison.Ordinal);
        await admin.GotoAsync(new Uri(app.Address, "/organizations").ToString());
        await CheckAsync(admin, "organizations", language, width);
        await ReviewAsync(app, admin, adviser, (language, width));
        Assert.Empty(_faults);
    }

    /// <summary>The administrator asks the adviser for a review; the adviser finds it, and follows the model.</summary>
    private static async Task ReviewAsync(AccessApp app, IPage admin, IPage adviser, (string Language, int Width) reader)
    {
        await using var db = app.OpenDb();
        var change = TestModel.Change with { When = TimeProvider.System.GetUtcNow() };
        await new FrameworkEditor(db).LoadAsync(TestModel.Of("Harbor work", "Ties up ships"), change);
        var round = await new ReviewEditor(db).OpenAsync((await new DraftStart(db).NextAsync("harbor-work", change)).Draft.Id, "First look", null, change.When.AddDays(3), change);
        await admin.GotoAsync(new Uri(app.Address, $"/reviews/{round.Id}?find=ana").ToString());
        await CheckAsync(admin, "review-invite", reader.Language, reader.Width);
        await PressAsync(admin, "button[value=people]");
        Assert.Contains("Ana Guide", await admin.TextContentAsync("main table"), StringComparison.Ordinal);

        await adviser.GotoAsync(new Uri(app.Address, "/reviews").ToString());
        await CheckAsync(adviser, "reviews-mine", reader.Language, reader.Width);
        await PressAsync(adviser, ".review-mine a");
        await CheckAsync(adviser, "review-invited", reader.Language, reader.Width);
        await adviser.GotoAsync(new Uri(app.Address, "/models/harbor-work").ToString());
        await PressAsync(adviser, ".follow-form button");
        await new FrameworkEditor(db).LoadAsync(TestModel.Of((await ModelCatalog.FindAsync(db, "harbor-work"))!.Framework.Id, "Harbor work", "Moors ships"), change with { When = TimeProvider.System.GetUtcNow() });
        await adviser.GotoAsync(new Uri(app.Address, "/account/following").ToString());
        await CheckAsync(adviser, "following", reader.Language, reader.Width);
        Assert.Equal(1, await adviser.Locator(".access-who a[href='/account/following']").CountAsync());
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _faults.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _faults.Enqueue(error);
        await page.GotoAsync(address);
        return page;
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await FillAsync(page, ("#sign-in-email", email), ("#sign-in-password", Password));
        await PressAsync(page, "form[action='/account/sign-in/password'] button");
    }

    private static async Task FillAsync(IPage page, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await page.FillAsync(field, text);
    }

    /// <summary>By the keyboard, as everybody can.</summary>
    private static async Task PressAsync(IPage page, string button)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note(object? sender, IPage _) => loaded.TrySetResult();
        page.Load += Note;
        await page.Locator(button).First.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(180), TestContext.Current.CancellationToken);
        page.Load -= Note;
    }

    private static Task CheckAsync(IPage page, string name, string language, int width) => PageCheck.IsSoundAsync(page, "access-" + name, language, width);
}
