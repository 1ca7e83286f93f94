using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>How people come in and go, through the pages.</summary>
[Collection(nameof(AccessApp))]
public sealed class SignInTests(AccessApp app, TestApp usual)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Passwords_InTheUsualProgram_AreHashedManyTimes() =>
        Assert.True(usual.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 600_000);

    [Fact]
    public async Task SignIn_WithTheRightPassword_ShowsTheNameAndGoesBack()
    {
        var (id, email) = await app.AddAsync(Role.Reader);
        var browser = app.Browser();

        var page = await browser.PressAsync(await browser.OpenAsync("/account/sign-in?back=%2Fmodels%3Fsort%3Dtitle"), "Sign in", ("email", email.ToUpperInvariant()), ("password", AccessApp.Password));

        Assert.Equal("/models?sort=title", browser.At);
        Assert.Contains("Somebody", page.QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        Assert.Equal("person sign-in", await db.AuditEntries.Where(a => a.Who == Actor.WhoOf(id)).OrderByDescending(a => a.When).Select(a => a.Action).FirstAsync(Stop));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task SignIn_WithAForeignAddressToGoBackTo_StaysHere(string back)
    {
        var (_, email) = await app.AddAsync(Role.Reader);
        var browser = app.Browser();

        await browser.PressAsync(await browser.OpenAsync("/account/sign-in"), "Sign in", ("email", email), ("password", AccessApp.Password), ("back", back));

        Assert.Equal("/", browser.At);
    }

    [Fact]
    public async Task SignIn_Refused_TellsNotWhy()
    {
        var (_, email) = await app.AddAsync(Role.Reader);
        var (disabled, gone) = await app.AddAsync(Role.Reader);
        await using (var db = app.OpenDb())
            await new PersonEditor(db).SetDisabledAsync(disabled, true, TestModel.Change, Stop);

        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (who, password) in new[] { (email, "wrong password 1"), ("nobody@example.org", "wrong password 1"), (gone, AccessApp.Password), ("", ""), (email, new string('x', 5000)) })
        {
            var browser = app.Browser();
            var page = await browser.SignInAsync(who, password);
            answers.Add($"{browser.At} {page.QuerySelector("[role=alert]")!.TextContent.Trim()} {page.QuerySelector("#sign-in-email")!.GetAttribute("value")}");
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsRefusedWithTheRightPasswordToo()
    {
        var (id, email) = await app.AddAsync(Role.Reader);
        var browser = app.Browser();
        for (var i = 0; i < 5; i++)
            await browser.SignInAsync(email, "wrong password 1");

        await browser.SignInAsync(email, AccessApp.Password);

        Assert.StartsWith("/account/sign-in?fault=sign-in", browser.At, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == "person lock" && a.Subject == Actor.WhoOf(id), Stop));
        await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.LockedUntil, DateTimeOffset.UnixEpoch), Stop);
        await browser.SignInAsync(email, AccessApp.Password);
        Assert.Equal("/", browser.At);
    }

    [Theory]
    [InlineData("/account/sign-in/password")]
    [InlineData("/account/code/check")]
    [InlineData("/account/enter")]
    public async Task Form_WithoutItsToken_IsRefused(string path)
    {
        var browser = app.Browser();

        await browser.PostAsync(path, ("email", "a@example.org"), ("password", "x"), ("code", "1"), ("token", "1"));

        Assert.Equal("/account/sign-in?fault=stale", browser.At);
    }

    [Fact]
    public async Task Cookies_OfASession_AreHiddenFromScriptsAndOtherSites()
    {
        var (_, email) = await app.AddAsync(Role.Reader);
        var browser = app.Browser();
        var page = await browser.OpenAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(page.QuerySelectorAll("main input[name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("name") switch
        {
            "email" => email,
            "password" => AccessApp.Password,
            _ => i.GetAttribute("value") ?? "",
        })));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in/password") { Content = form };
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(app.Address));

        using var response = await app.Http.SendAsync(request, Stop);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("trellis-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnTheServer()
    {
        var (browser, _, _) = await app.SignedInAsync(Role.Reader);
        var copy = app.Browser();
        copy.Cookies.Add(browser.Cookies.GetCookies(app.Address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(copy, "/account"));

        await browser.PressAsync(await browser.OpenAsync("/account"), "Sign out");

        Assert.Equal("/account/sign-in?done=out", browser.At);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(copy, "/account"));
    }

    [Fact]
    public async Task Role_TakenAway_CountsAtOnce()
    {
        var (browser, id, _) = await app.SignedInAsync(Role.BoardStaff);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/audit"));

        await using var db = app.OpenDb();
        await new PersonEditor(db).SetRolesAsync(id, [Role.Reader], TestModel.Change, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/audit"));
    }

    [Fact]
    public async Task Password_Changed_EndsAllSessionsAndIsTheNewOne()
    {
        var (browser, _, email) = await app.SignedInAsync(Role.Reader);
        var elsewhere = app.Browser();
        await elsewhere.SignInAsync(email, AccessApp.Password);
        var page = await browser.OpenAsync("/account");

        await browser.PressAsync(page, "Change the password", ("old", "not the password"), ("password", "quiet meadow lantern 5"), ("again", "quiet meadow lantern 5"));
        Assert.Equal("/account?fault=password-wrong", browser.At);
        await browser.PressAsync(page, "Change the password", ("old", AccessApp.Password), ("password", "password12345"), ("again", "password12345"));
        Assert.Equal("/account?fault=password-common", browser.At);
        await browser.PressAsync(page, "Change the password", ("old", AccessApp.Password), ("password", "quiet meadow lantern 5"), ("again", "quiet meadow lantern 5"));

        Assert.Equal("/account/sign-in?done=password", browser.At);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(elsewhere, "/account"));
        await browser.SignInAsync(email, "quiet meadow lantern 5");
        Assert.Equal("/", browser.At);
    }

    [Fact]
    public async Task SecondFactor_TurnedOn_IsAskedAndTakesEachCodeOnce()
    {
        var (browser, id, email) = await app.SignedInAsync(Role.CareerAdviser);
        var setup = await browser.OpenAsync("/account/second-factor");
        var key = setup.QuerySelector(".access-key")!.TextContent;
        Assert.NotNull(setup.QuerySelector("svg.access-qr path"));
        await browser.PressAsync(setup, "Turn it on", ("code", "000000"));
        Assert.Equal("/account/second-factor?fault=code", browser.At);
        var codes = await browser.PressAsync(setup, "Turn it on", ("code", Totp.Code(key, TimeProvider.System.GetUtcNow())));
        var recovery = codes.QuerySelector(".access-secret")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, recovery.Length);
        Assert.Null((await browser.OpenAsync("/account/second-factor")).QuerySelector(".access-secret"));

        var again = app.Browser();
        var step = await again.SignInAsync(email, AccessApp.Password);
        Assert.StartsWith("/account/code", again.At, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(again, "/account"));
        var code = Totp.Code(key, TimeProvider.System.GetUtcNow());
        await again.PressAsync(step, "Continue", ("code", code));
        Assert.Equal("/caseload/desk", again.At);

        var third = app.Browser();
        step = await third.SignInAsync(email, AccessApp.Password);
        step = await third.PressAsync(step, "Continue", ("code", code));
        Assert.StartsWith("/account/code?fault=code", third.At, StringComparison.Ordinal);
        await third.PressAsync(step, "Continue", ("code", recovery[0]));
        Assert.Equal("/caseload/desk", third.At);

        var fourth = app.Browser();
        step = await fourth.PressAsync(await fourth.SignInAsync(email, AccessApp.Password), "Continue", ("code", recovery[0]));
        Assert.StartsWith("/account/code?fault=code", fourth.At, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        Assert.Equal(9, (await db.People.SingleAsync(p => p.Id == id, Stop)).RecoveryCodes.Split(' ').Length);
    }

    [Fact]
    public async Task DemoForm_WithoutADemonstration_IsNotThere()
    {
        var browser = app.Browser();

        await browser.PostAsync("/account/demo", ("as", "analyst"));

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Tries_OverTheRateOfOneAddress_AreRefusedForAWhile()
    {
        await using var strict = AccessApp.Start(("TRELLIS_SIGN_IN_RATE", "3"));
        var browser = strict.Browser();
        for (var i = 0; i < 3; i++)
            await browser.PostAsync("/account/sign-in/password");

        await browser.PostAsync("/account/sign-in/password");

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        await browser.OpenAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private static async Task<HttpStatusCode> StatusAsync(AccountBrowser browser, string path)
    {
        await browser.OpenAsync(path);
        return browser.Status;
    }
}
