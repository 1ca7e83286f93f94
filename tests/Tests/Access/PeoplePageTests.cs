using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>What administrators do to others, what people do to their own accounts, and whose rows they see.</summary>
[Collection(nameof(AccessApp))]
public sealed class PeoplePageTests(AccessApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_GivenRolesAndAPlace_HasThem()
    {
        var (admin, _, _) = await app.SignedInAsync(Role.Administrator);
        var (id, _) = await app.AddAsync(Role.Reader);
        var name = "Harbor Center " + Guid.NewGuid().ToString("N")[..8];
        await admin.PressAsync(await admin.OpenAsync("/organizations"), "Save", ("name", name), ("kind", "JobCenter"));
        var organization = Guid.Parse(admin.At["/organizations/".Length..]);
        await admin.PressAsync(await admin.OpenAsync(admin.At), "Make the team", ("name", "Intake"));

        await admin.PressAsync(await admin.OpenAsync($"/people/{id}"), "Save the roles", ("role", "CareerAdviser"), ("role", "Employer"));
        Assert.Equal($"/people/{id}?done=saved", admin.At);
        await using var db = app.OpenDb();
        var team = await db.Teams.Where(t => t.OrganizationId == organization).Select(t => t.Id).SingleAsync(Stop);
        await admin.PressAsync(await admin.OpenAsync($"/people/{id}"), "Save where the person belongs", ("team", team.ToString()));

        var actor = (await Actor.FindAsync(db, id, Stop))!;
        Assert.Equal([Role.CareerAdviser, Role.Employer], actor.Roles.Order());
        Assert.Equal((organization, team), (Assert.Single(actor.Organizations), Assert.Single(actor.Teams)));
    }

    [Fact]
    public async Task Organization_OfOthers_LooksLikeOneThatIsNotThere()
    {
        await using var db = app.OpenDb();
        var editor = new OrganizationEditor(db);
        var own = (await editor.SaveAsync(null, "Own " + Guid.NewGuid(), OrganizationKind.Board, TestModel.Change, Stop))!.Value;
        var foreign = (await editor.SaveAsync(null, "Foreign " + Guid.NewGuid(), OrganizationKind.Board, TestModel.Change, Stop))!.Value;
        var (adviser, id, _) = await app.SignedInAsync(Role.CareerAdviser);
        await editor.PlaceAsync(id, [own], [], TestModel.Change, Stop);

        var list = await adviser.OpenAsync("/organizations");
        Assert.Contains("Own ", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Foreign ", list.Body.TextContent, StringComparison.Ordinal);
        await adviser.OpenAsync($"/organizations/{own}");
        Assert.Equal(HttpStatusCode.OK, adviser.Status);
        var missing = await adviser.OpenAsync($"/organizations/{foreign}");
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);
        var unknown = await adviser.OpenAsync($"/organizations/{Guid.NewGuid()}");
        Assert.Equal(unknown.QuerySelector("main")!.TextContent, missing.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Person_Disabled_IsOutAtOnceAndInAgainLater()
    {
        var (admin, _, _) = await app.SignedInAsync(Role.Administrator);
        var (browser, id, email) = await app.SignedInAsync(Role.Reader);

        await admin.PressAsync(await admin.OpenAsync($"/people/{id}"), "Disable");
        await browser.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await admin.PressAsync(await admin.OpenAsync($"/people/{id}"), "Enable");
        await browser.SignInAsync(email, AccessApp.Password);

        Assert.Equal("/", browser.At);
    }

    [Fact]
    public async Task ForgottenPassword_ByALinkOfAnAdministrator_IsSetAnew()
    {
        var (admin, _, _) = await app.SignedInAsync(Role.Administrator);
        var (browser, id, email) = await app.SignedInAsync(Role.Reader);

        var page = await admin.PressAsync(await admin.OpenAsync($"/people/{id}"), "Make a new link to set a password");
        var link = new Uri(page.QuerySelector(".access-secret")!.TextContent.Trim()).PathAndQuery;
        var guest = app.Browser();
        await guest.PressAsync(await guest.OpenAsync(link), "Set the password", ("password", "crimson kettle orbit 3"), ("again", "crimson kettle orbit 3"));

        await browser.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await guest.SignInAsync(email, AccessApp.Password);
        Assert.StartsWith("/account/sign-in?fault=sign-in", guest.At, StringComparison.Ordinal);
        await guest.SignInAsync(email, "crimson kettle orbit 3");
        Assert.Equal("/", guest.At);
    }

    [Fact]
    public async Task OwnData_AsAFile_HoldsAllAndNoSecret()
    {
        var (browser, id, email) = await app.SignedInAsync(Role.Reader);

        var text = await (await browser.GetAsync("/account/export.json")).Content.ReadAsStringAsync(Stop);

        Assert.Equal(email, JsonDocument.Parse(text).RootElement.GetProperty("account").GetProperty("email").GetString());
        await using var db = app.OpenDb();
        var person = await db.People.SingleAsync(p => p.Id == id, Stop);
        Assert.DoesNotContain(person.PasswordHash!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.SecurityStamp, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnAccount_Deleted_IsGone()
    {
        var (browser, id, email) = await app.SignedInAsync(Role.Reader);

        await browser.PressAsync(await browser.OpenAsync("/account/delete"), "Delete my account now");

        Assert.Equal("/account/sign-in?done=deleted", browser.At);
        await browser.SignInAsync(email, AccessApp.Password);
        Assert.StartsWith("/account/sign-in?fault=sign-in", browser.At, StringComparison.Ordinal);
        await using var db = app.OpenDb();
        Assert.Null((await db.People.SingleAsync(p => p.Id == id, Stop)).Email);
    }

    [Fact]
    public async Task Key_MadeOnThePage_IsShownOnceAndOpensTheApiAlone()
    {
        await app.AddAsync(Role.Administrator);
        var (browser, id, _) = await app.SignedInAsync(Role.ModelSteward);
        var page = await browser.PressAsync(await browser.OpenAsync("/account"), "Make a key", ("name", "loader"), ("days", "5"), ("scope", nameof(Permission.ImportModels)));
        var secret = page.QuerySelector(".access-secret")!.TextContent.Trim();
        Assert.Null((await browser.OpenAsync("/account")).QuerySelector(".access-secret"));

        Assert.Equal(HttpStatusCode.OK, await ByKeyAsync("/api/v1/areas", secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await ByKeyAsync("/api/v1/areas", secret + "x"));
        Assert.Equal(HttpStatusCode.Forbidden, await ByKeyAsync("/models/import", secret));
        await using var db = app.OpenDb();
        Assert.NotNull((await db.ApiKeys.SingleAsync(k => k.PersonId == id, Stop)).LastUsedAt);
        await browser.PressAsync(await browser.OpenAsync("/account"), "Revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, await ByKeyAsync("/api/v1/areas", secret));
    }

    [Fact]
    public async Task SessionAndKey_OfSomebodyElse_AreNotThere()
    {
        var (victim, id, _) = await app.SignedInAsync(Role.ModelSteward);
        await victim.PressAsync(await victim.OpenAsync("/account"), "Make a key", ("name", "loader"), ("days", "5"));
        var (other, _, _) = await app.SignedInAsync(Role.Administrator);
        var token = (await other.OpenAsync("/account")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await using var db = app.OpenDb();
        var session = await db.SignInSessions.Where(s => s.PersonId == id).Select(s => s.Id).SingleAsync(Stop);
        var key = await db.ApiKeys.Where(k => k.PersonId == id).Select(k => k.Id).SingleAsync(Stop);

        foreach (var path in new[] { $"/account/sessions/{session}/end", $"/account/keys/{key}/revoke", $"/account/keys/{Guid.NewGuid()}/revoke" })
        {
            await other.PostAsync(path, ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        Assert.Null((await db.ApiKeys.SingleAsync(k => k.Id == key, Stop)).RevokedAt);
        await victim.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.OK, victim.Status);
    }

    private async Task<HttpStatusCode> ByKeyAsync(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", key);
        using var response = await app.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
