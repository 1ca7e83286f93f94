using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Tests.House;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>
/// Rows that belong to somebody, asked for by their owner and by somebody else with the same role: to the other they look like rows
/// that are not there. owners.txt beside this file says of every address that names a row whose it is.
/// </summary>
[Collection(nameof(AccessApp))]
public sealed class OwnerTests(AccessApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Addresses_ThatNameARow_SayWhoseItIs()
    {
        var lines = Repository.Lines("tests/Tests/Access/owners.txt").Where(l => l.Length > 0 && l[0] != '#').ToList();
        var own = lines.Where(l => l.StartsWith("own ", StringComparison.Ordinal)).Select(l => l["own ".Length..]).ToHashSet(StringComparer.Ordinal);
        var reasons = lines.Where(l => l[0] == '/').Select(l => l.Split(' ', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var named = Repository.Lines("tests/Tests/Access/endpoints.txt").Where(l => l.Contains('{', StringComparison.Ordinal)).Select(l => l[..l.LastIndexOf(' ')]).ToList();

        Assert.True(named.Count > 100, $"Only {named.Count} addresses with a row were found.");
        Assert.All(reasons.Values, r => Assert.True(r.Length > 10, r));
        Assert.Empty(own.Except(named));
        Assert.Equal(own.Order(StringComparer.Ordinal), Cases.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(named, n => !own.Contains(n) && !reasons.Keys.Any(r => n.Split(' ')[1].StartsWith(r, StringComparison.Ordinal)));
        Assert.DoesNotContain(reasons.Keys, r => !named.Exists(n => n.Split(' ')[1].StartsWith(r, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_OfOthers_LookLikeThoseThatAreNotThere()
    {
        var (owner, id, _) = await app.SignedInAsync(Role.ModelSteward);
        var (other, _, _) = await app.SignedInAsync(Role.ModelSteward);
        var rows = await RowsAsync(id);

        var faults = new List<string>();
        foreach (var (name, row, fields) in Cases)
        {
            // The other comes first: what somebody else may not do must leave the row to its owner.
            var (method, pattern) = (name.Split(' ')[0], name.Split(' ')[1].Replace("{Slug}", rows["slug"], StringComparison.Ordinal).Replace("{slug}", rows["slug"], StringComparison.Ordinal));
            var foreign = await AskAsync(other, method, Fill(pattern, rows[row]), fields);
            var unknown = await AskAsync(other, method, Fill(pattern, Guid.NewGuid().ToString()), fields);
            var own = await AskAsync(owner, method, Fill(pattern, rows[row]), fields);
            if (foreign != unknown)
                faults.Add($"{name} tells a stranger that the row is there: {foreign} and not {unknown}");
            if (own == unknown)
                faults.Add($"{name} is not there for its owner: {own}");
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task File_ThatSomebodyElseSent_IsNotThere()
    {
        var (owner, id, _) = await app.SignedInAsync(Role.ModelSteward);
        var (other, _, _) = await app.SignedInAsync(Role.ModelSteward);
        await using var db = app.OpenDb();
        var upload = await Uploads.KeepAsync(db, "list.csv", "text\nWelds"u8.ToArray(), TestModel.Change with { Who = Actor.WhoOf(id), When = TimeProvider.System.GetUtcNow() }, Stop);
        var address = $"/models/import?upload={upload}&mode=tolerant";

        Assert.Contains("list.csv", (await owner.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("list.csv", (await other.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static readonly (string Name, string Row, (string, string)[] Fields)[] Cases =
    [
        ("GET /organizations/{id:guid}", "organization", []),
        ("GET /reviews/invited/{Id:guid}", "invitation", []),
        ("POST /reviews/invited/{id:guid}/send", "invitation", [("do", "save")]),
        ("GET /models/{Slug}/edit/conflicts/{Refusal:guid}", "refusal", []),
        ("POST /models/{slug}/edit/conflicts/{refusal:guid}/send", "refusal", [("do", "drop-mine")]),
        ("POST /account/keys/{id:guid}/revoke", "key", []),
        ("POST /account/sessions/{id:guid}/end", "session", []),
    ];

    /// <summary>One row of each kind that belongs to the person, by name.</summary>
    private async Task<Dictionary<string, string>> RowsAsync(Guid person)
    {
        await using var db = app.OpenDb();
        var change = TestModel.Change with { Who = Actor.WhoOf(person), When = TimeProvider.System.GetUtcNow() };
        var organization = (await new OrganizationEditor(db).SaveAsync(null, "Owned " + Guid.NewGuid(), OrganizationKind.Board, change, Stop))!.Value;
        await new OrganizationEditor(db).PlaceAsync(person, [organization], [], change, Stop);
        var actor = (await Actor.FindAsync(db, person, Stop))!;
        await new ApiKeys(db).MakeAsync(actor, "own", [Permission.ImportModels], 5, change, Stop);
        await new FrameworkEditor(db).LoadAsync(TestModel.Of("Owned rows", "Sorts rows"), TestModel.Change, Stop);
        var draft = (await new DraftStart(db).NextAsync("owned-rows", change, Stop)).Draft;
        var statement = await db.DraftStatements.FirstAsync(s => s.DraftId == draft.Id, Stop);
        var refusal = await DraftRefusals.KeepAsync(db, statement, new Dictionary<string, string> { ["do"] = "reword", ["id"] = statement.Id.ToString(), ["text-en"] = "Mine" }, change, Stop);
        var round = await new ReviewEditor(db).OpenAsync(draft.Id, "Own", null, change.When.AddDays(3), change, Stop);
        await new AccountInvitations(db).InviteAsync(round, [new(person, "Owner", null)], change, Stop);
        return new()
        {
            ["slug"] = "owned-rows",
            ["organization"] = organization.ToString(),
            ["refusal"] = refusal.ToString(),
            ["invitation"] = (await db.ReviewInvitations.SingleAsync(i => i.RoundId == round.Id, Stop)).Id.ToString(),
            ["key"] = (await db.ApiKeys.SingleAsync(k => k.PersonId == person, Stop)).Id.ToString(),
            ["session"] = (await db.SignInSessions.SingleAsync(s => s.PersonId == person, Stop)).Id.ToString(),
        };
    }

    /// <summary>What the asking person gets to see, without the identifier of the row that was asked for.</summary>
    private static async Task<string> AskAsync(AccountBrowser browser, string method, string path, (string, string)[] fields)
    {
        var row = Guid.Parse(path.Split('/').First(p => Guid.TryParse(p, out _))).ToString();
        var page = await browser.AskAsync(method, path, fields);
        var shown = browser.Status is HttpStatusCode.OK ? page.QuerySelector("main")!.TextContent : "";
        return $"{(int)browser.Status} {browser.At} {shown}".Replace(row, "ROW", StringComparison.OrdinalIgnoreCase);
    }

    private static string Fill(string pattern, string id) =>
        System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*:guid\}", id, default, TimeSpan.FromSeconds(1));
}
