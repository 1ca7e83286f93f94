using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>Sign-in with another provider, over real HTTP with real signatures.</summary>
public sealed class SingleSignOnTests(SingleSignOnTests.Outside outside) : IClassFixture<SingleSignOnTests.Outside>
{
    private readonly IdentityProvider _provider = outside.Provider;
    private readonly AccessApp _app = outside.App;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outsider_WithARole_GetsAnAccountAndComesBackToIt()
    {
        Says("42", "New Person", "new.person@example.org", "staff");
        var browser = _app.Browser();
        var page = await browser.OpenAsync("/account/sign-in?back=%2Faudit");
        var button = page.QuerySelectorAll("main a").Single(a => a.TextContent == "Sign in with County ID");

        var audit = await browser.OpenAsync(button.GetAttribute("href")!);

        Assert.Equal("/audit", browser.At);
        Assert.Contains("New Person", audit.QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);
        Says("42", "New Person", "renamed@example.org", "nothing known here");
        var again = _app.Browser();
        await again.OpenAsync("/account/sso");
        await again.OpenAsync("/audit");
        Assert.Equal(System.Net.HttpStatusCode.OK, again.Status);
        await using var db = _app.OpenDb();
        Assert.Equal(1, await db.OutsideAccounts.CountAsync(o => o.Subject == "42", Stop));
    }

    [Fact]
    public async Task Outsider_WithTheVerifiedAddressOfAnAccount_IsLinkedWhereThatIsConfigured()
    {
        var (id, email) = await _app.AddAsync(Role.CareerAdviser);
        Says("7", "Ana", email);
        _provider.Claims["email_verified"] = false;
        var browser = _app.Browser();
        await browser.OpenAsync("/account/sso");
        Assert.Equal("/account/sign-in?fault=sso-unknown", browser.At);

        _provider.Claims["email_verified"] = true;
        await browser.OpenAsync("/account/sso");

        Assert.Equal("/caseload/desk", browser.At);
        await using var db = _app.OpenDb();
        Assert.Equal(id, await db.OutsideAccounts.Where(o => o.Subject == "7").Select(o => o.PersonId).SingleAsync(Stop));
    }

    [Fact]
    public async Task Outsider_WithoutRoleAndAccount_IsRefused()
    {
        Says("8", "Nobody", "nobody@example.org");
        var browser = _app.Browser();

        var page = await browser.OpenAsync("/account/sso");

        Assert.Contains("you have no account here", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await using var db = _app.OpenDb();
        Assert.False(await db.People.AnyAsync(p => p.Name == "Nobody", Stop));
    }

    [Fact]
    public async Task Token_SignedByAnother_IsRefused()
    {
        Says("9", "Forged", "forged@example.org", "staff");
        _provider.Forges = true;
        var browser = _app.Browser();

        await browser.OpenAsync("/account/sso");

        Assert.Equal("/account/sign-in?fault=sso", browser.At);
    }

    [Fact]
    public async Task Answer_ThatNobodyAskedFor_IsRefused()
    {
        var browser = _app.Browser();

        await browser.OpenAsync("/account/sso/back?code=x&state=y");

        Assert.Equal("/account/sign-in?fault=sso", browser.At);
    }

    private void Says(string subject, string name, string email, params string[] roles)
    {
        _provider.Forges = false;
        _provider.Claims.Clear();
        foreach (var (claim, value) in new (string, object)[] { ("sub", subject), ("name", name), ("email", email), ("email_verified", true), ("groups", roles) })
            _provider.Claims[claim] = value;
    }

    /// <summary>A provider, and a program that knows it.</summary>
    public sealed class Outside : IAsyncLifetime
    {
        internal IdentityProvider Provider { get; private set; } = null!;

        internal AccessApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await IdentityProvider.StartAsync();
            App = AccessApp.Start(
                ("TRELLIS_OIDC_AUTHORITY", Provider.Address), ("TRELLIS_OIDC_CLIENT_ID", IdentityProvider.Client), ("TRELLIS_OIDC_CLIENT_SECRET", IdentityProvider.Secret),
                ("TRELLIS_OIDC_NAME", "County ID"), ("TRELLIS_OIDC_ROLE_CLAIM", "groups"), ("TRELLIS_OIDC_ROLES", "staff=BoardStaff; advisers = CareerAdviser"),
                ("TRELLIS_OIDC_LINK_EMAIL", "on"));
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
