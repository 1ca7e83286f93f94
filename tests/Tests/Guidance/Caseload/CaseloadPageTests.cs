using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>An adviser with customers, and who sees them: over the pages, as each of the roles.</summary>
[Collection(nameof(AccessApp))]
public sealed class CaseloadPageTests(AccessApp app)
{
    private const string Nurse = "29-1141.00";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_WithACustomer_IsKeptInTheRecordAndSeenByNobodyElse()
    {
        var (name, title, words) = (Canary("name"), Canary("title"), Canary("note"));
        var (adviser, _, _) = await app.SignedInAsync(Role.CareerAdviser);
        var id = await MakeAsync(adviser, name);
        await SendAsync(adviser, "/profile", "/profile/jobs", ("title", title));
        await SendAsync(adviser, "/skills?view=list&rater=adviser", "/skills/save", ("rate-2.A.1.a", "3"), ("rater", "Adviser"));
        await SendAsync(adviser, "/plan", "/plan/goal", ("occupation", Nurse));
        await SendAsync(adviser, "/plan", "/plan/sign", ("signer", "Participant"), ("name", name));
        await SendAsync(adviser, "/plan", "/plan/entries", ("kind", "Objective"), ("text", words), ("who", "Participant"), ("due", "2020-01-01"));
        await SendAsync(adviser, $"/caseload/{id}", $"/caseload/{id}/notes", ("kind", "Call"), ("text", words));
        await SendAsync(adviser, $"/caseload/{id}", $"/caseload/{id}/tasks", ("text", words), ("due", "2020-01-01"));

        var page = Text(await adviser.OpenAsync($"/caseload/{id}"));
        Assert.All(new[] { name, title, words, "overdue", "Adviser 1" }, t => Assert.Contains(t, page, StringComparison.Ordinal));
        var list = await adviser.PostAsync("/caseload", [.. Hidden(await adviser.OpenAsync("/caseload"), "/caseload"), ("text", name[..12]), ("state", "open"), ("only", "due")]);
        Assert.Equal(name, list.QuerySelector(".case-table tbody a")!.TextContent);
        var export = System.Text.Json.Nodes.JsonNode.Parse(await (await adviser.GetAsync($"/caseload/{id}/export.json")).Content.ReadAsStringAsync(Stop))!;
        Assert.Equal([1, 2], export["plans"]!.AsArray().Select(p => (int)p!["planVersion"]!));

        foreach (var role in Enum.GetValues<Role>())
        {
            var (other, _, _) = await app.SignedInAsync(role);
            var expected = role == Role.CareerAdviser ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            foreach (var path in new[] { $"/caseload/{id}", $"/caseload/{id}/export.json" })
            {
                await other.OpenAsync(path);
                Assert.Equal((role, path, expected), (role, path, other.Status));
            }
            foreach (var path in new[] { "with", "notes", "consents", "close", "delete", "offer" })
            {
                await other.PostAsync($"/caseload/{id}/{path}");
                Assert.Equal((role, path, expected), (role, path, other.Status));
            }
            foreach (var path in new[] { "/caseload", "/caseload/assign", "/audit", "/people", "/profile" })
                Assert.DoesNotContain("canary", Text(await other.OpenAsync(path)), StringComparison.Ordinal);
        }
        await using var db = app.OpenDb();
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(Stop), a => string.Join(' ', a.Who, a.Why, a.Subject, a.Before, a.After).Contains("canary", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", app.Logged, StringComparison.Ordinal);
        Assert.Contains($"/caseload/{id}", app.Logged, StringComparison.Ordinal);
        Assert.Contains(await db.AuditEntries.Where(a => a.Subject == "customer " + id).ToListAsync(Stop), a => a.Action == "customer read");
        Assert.False(AtRest(db, "canary"));
        Assert.True(AtRest(db, "Registered Nurses"), "The search would not find what is there.");
    }

    [Fact]
    public async Task Consent_Withdrawn_ShutsTheAdviserOutAtOnce()
    {
        var (adviser, _, _) = await app.SignedInAsync(Role.CareerAdviser);
        var id = await MakeAsync(adviser, Canary("gone"));
        var before = await adviser.OpenAsync("/profile");
        await using var db = app.OpenDb();
        var consent = await db.CustomerConsents.SingleAsync(s => s.CustomerId == id, Stop);

        await SendAsync(adviser, $"/caseload/{id}", $"/caseload/{id}/consents/{consent.Id}/withdraw");

        Assert.Equal("/caseload?done=withdrawn", adviser.At);
        await adviser.OpenAsync($"/caseload/{id}");
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);
        Assert.Contains("cannot read this customer any more", Text(await adviser.OpenAsync("/profile")), StringComparison.Ordinal);
        await adviser.PostAsync("/profile/jobs", [.. Hidden(before, "/profile/jobs"), ("title", "Cook")]);
        Assert.Equal("/profile?said=lost", adviser.At);
        await SendAsync(adviser, "/profile", "/caseload/leave");
        Assert.DoesNotContain("Cook", Text(await adviser.OpenAsync("/profile")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_OfAnOlderWindowOrAnotherCustomer_AreRefused()
    {
        var (adviser, _, _) = await app.SignedInAsync(Role.CareerAdviser);
        var guest = await adviser.OpenAsync("/profile");
        var first = await MakeAsync(adviser, Canary("first"));
        await adviser.PostAsync("/profile/jobs", [.. Hidden(guest, "/profile/jobs"), ("title", "Baker")]);
        Assert.Equal("/profile?said=changed", adviser.At);

        var old = await adviser.OpenAsync("/profile");
        await SendAsync(adviser, "/profile", "/profile/jobs", ("title", "Cook"));
        await adviser.PostAsync("/profile/jobs", [.. Hidden(old, "/profile/jobs"), ("title", "Baker")]);
        Assert.Equal("/profile?said=changed", adviser.At);
        Assert.Contains("another window", Text(await adviser.OpenAsync(adviser.At)), StringComparison.Ordinal);

        var cook = await adviser.OpenAsync("/profile");
        await MakeAsync(adviser, Canary("second"));
        await adviser.PostAsync("/profile/jobs/0/remove", Hidden(cook, "/profile/jobs/0/remove"));
        Assert.Equal("/profile?said=changed", adviser.At);
        Assert.DoesNotContain("Cook", Text(await adviser.OpenAsync("/profile")), StringComparison.Ordinal);
        Assert.Contains("Cook", Text(await adviser.OpenAsync($"/caseload/{first}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_AcceptedByAColleague_MovesTheCustomer()
    {
        var ((one, oneId, _), (other, otherId, _)) = (await app.SignedInAsync(Role.CareerAdviser), await app.SignedInAsync(Role.CareerAdviser));
        await using var db = app.OpenDb();
        var change = new Change("tester", DateTimeOffset.UtcNow, "test", "a test");
        var center = await new OrganizationEditor(db).SaveAsync(null, "Center " + Guid.NewGuid(), OrganizationKind.JobCenter, change, Stop);
        foreach (var person in new[] { oneId, otherId })
            await new OrganizationEditor(db).PlaceAsync(person, [center!.Value], [], change, Stop);
        var name = Canary("moved");
        var id = await MakeAsync(one, name);

        await SendAsync(one, $"/caseload/{id}", $"/caseload/{id}/offer", ("to", otherId.ToString()), ("note", "Needs Spanish"));
        Assert.Equal($"/caseload/{id}?done=offered", one.At);
        var waiting = await other.OpenAsync("/caseload");
        Assert.Contains("Needs Spanish", Text(waiting), StringComparison.Ordinal);
        await other.PostAsync(waiting.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith("/accept", StringComparison.Ordinal)).GetAttribute("action")!, Hidden(waiting, "/accept"));

        Assert.Equal("/caseload?done=accepted", other.At);
        Assert.Contains(name, Text(await other.OpenAsync($"/caseload/{id}")), StringComparison.Ordinal);
        await one.OpenAsync($"/caseload/{id}");
        Assert.Equal(HttpStatusCode.NotFound, one.Status);
        var (administrator, _, _) = await app.SignedInAsync(Role.Administrator);
        await SendAsync(administrator, "/caseload/assign", "/caseload/assign/save", ("from", otherId.ToString()), ("to", oneId.ToString()));
        await one.OpenAsync($"/caseload/{id}");
        Assert.Equal(HttpStatusCode.OK, one.Status);
    }

    [Fact]
    public async Task OwnProfile_KeptSharedAndTakenBack_BelongsToThePerson()
    {
        var ((seeker, _, _), (adviser, adviserId, _)) = (await app.SignedInAsync(Role.JobSeeker), await app.SignedInAsync(Role.CareerAdviser));
        var title = Canary("own");
        await SendAsync(seeker, "/profile", "/profile/jobs", ("title", title));
        await SendAsync(seeker, "/plan", "/plan/goal", ("occupation", Nurse));
        await SendAsync(seeker, "/account/guidance", "/plan/keep");
        Assert.Equal("/account/guidance?done=kept", seeker.At);
        Assert.DoesNotContain(seeker.Cookies.GetAllCookies(), c => c.Name.StartsWith("trellis-profile", StringComparison.Ordinal) && c.Value.Length > 0);
        Assert.Contains(title, Text(await seeker.OpenAsync("/profile")), StringComparison.Ordinal);
        Assert.Contains("Registered Nurses", Text(await seeker.OpenAsync("/plan")), StringComparison.Ordinal);
        await using var db = app.OpenDb();
        var id = await db.CustomerDocuments.OrderByDescending(d => d.At).Select(d => d.CustomerId).FirstAsync(Stop);
        await adviser.OpenAsync($"/caseload/{id}");
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);

        await SendAsync(seeker, "/account/guidance", "/account/guidance/share", ("with", "p-" + adviserId));
        Assert.Contains(title, Text(await adviser.OpenAsync($"/caseload/{id}")), StringComparison.Ordinal);
        var own = await seeker.OpenAsync("/account/guidance");
        Assert.DoesNotContain("Nobody but you.", Text(own), StringComparison.Ordinal);
        Assert.Contains(title, await (await seeker.GetAsync("/account/export.json")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var withdraw = own.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith("/withdraw", StringComparison.Ordinal)).GetAttribute("action")!;
        await seeker.PostAsync(withdraw, Hidden(own, withdraw));
        await adviser.OpenAsync($"/caseload/{id}");
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);
        await SendAsync(seeker, "/account/guidance", "/account/guidance/delete");
        Assert.False(await db.Customers.AnyAsync(c => c.Id == id, Stop));
        Assert.DoesNotContain(title, Text(await seeker.OpenAsync("/profile")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_OfTheDay_IsDoneOnceByTheProgram()
    {
        var sweep = ActivatorUtilities.CreateInstance<Trellis.Web.Pages.Caseload.CaseloadSweep>(app.Services);

        await sweep.SweepAsync(Stop);

        Assert.False(await sweep.SweepAsync(Stop));
    }

    private static string Canary(string what) => $"canary-{Guid.NewGuid():N}-{what}";

    private static string Text(IDocument page) => page.Body!.TextContent;

    private static async Task<Guid> MakeAsync(AccountBrowser adviser, string name)
    {
        await SendAsync(adviser, "/caseload/new", "/caseload/new/save", ("name", name), ("tags", "canary-tag, veteran"), ("way", "Spoken"));
        Assert.EndsWith("?done=made", adviser.At, StringComparison.Ordinal);
        return Guid.Parse(adviser.At["/caseload/".Length..^"?done=made".Length]);
    }

    /// <summary>Opens a page and sends one of its forms, with its hidden fields and days as they stand.</summary>
    private static async Task SendAsync(AccountBrowser browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden(await browser.OpenAsync(page), action).Where(h => fields.All(f => f.Name != h.Name));
        await browser.PostAsync(action, [.. hidden, .. fields]);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private static (string Name, string Value)[] Hidden(IDocument page, string action)
    {
        var form = page.QuerySelectorAll("form").FirstOrDefault(f => (f.GetAttribute("action") ?? "/caseload").EndsWith(action, StringComparison.Ordinal) && f.GetAttribute("method") == "post");
        Assert.True(form is not null, $"The page has no form to {action}: {page.Title}");
        return [.. form.QuerySelectorAll("input[type=hidden], input[type=date][value]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))];
    }

    private static bool AtRest(Core.Storage.Db db, string word)
    {
        var file = db.Database.GetDbConnection().DataSource;
        return new[] { file, file + "-wal" }.Where(File.Exists).Any(f =>
        {
            using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
        });
    }
}
