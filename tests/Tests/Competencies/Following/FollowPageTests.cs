using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Interop.Mail;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies.Following;

/// <summary>Reviewing with an account, and following models, on the pages.</summary>
[Collection(nameof(AccessApp))]
public sealed class FollowPageTests(AccessApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reviewer_WithAnAccount_IsInvitedFindsTheRoundAndAnswers()
    {
        var (steward, stewardId, _) = await app.SignedInAsync(Role.ModelSteward);
        var (reviewer, reviewerId, email) = await app.SignedInAsync(Role.Employer);
        var (_, _, hidden) = await app.SignedInAsync(Role.Employer);
        await using var db = app.OpenDb();
        var name = "Guild " + Guid.NewGuid().ToString("N")[..8];
        var guild = (await new OrganizationEditor(db).SaveAsync(null, name, OrganizationKind.Association, TestModel.Change, Stop))!.Value;
        await new OrganizationEditor(db).PlaceAsync(stewardId, [guild], [], TestModel.Change, Stop);
        await new OrganizationEditor(db).PlaceAsync(reviewerId, [guild], [], TestModel.Change, Stop);
        await new FrameworkEditor(db).LoadAsync(TestModel.Of("Bell casting", "Pours bronze"), TestModel.Change, Stop);
        await steward.PressAsync(await steward.OpenAsync("/models/bell-casting/edit"), "Start a draft");
        await steward.PressAsync(await steward.OpenAsync("/models/bell-casting/edit/reviews"), "Open the round", ("title", "Casting round"));
        var round = steward.At;
        Assert.Contains("Nobody of whom you see the account", (await steward.OpenAsync($"{round}?find={hidden}")).Body!.TextContent, StringComparison.Ordinal);

        var found = await steward.OpenAsync($"{round}?find={email[..9]}");
        Assert.Contains($"({name})", found.QuerySelector("label[for^=p-]")!.TextContent, StringComparison.Ordinal);
        var invited = await steward.PressAsync(found, "Invite them", ("person", reviewerId.ToString()));
        Assert.Contains("Somebody", invited.QuerySelector("main tbody th")!.TextContent, StringComparison.Ordinal);
        var letters = Directory.GetFiles(app.Services.GetRequiredService<Outbox>().Folder, "*.eml").Select(File.ReadAllText).ToList();
        Assert.Contains(letters, l => l.Contains(email, StringComparison.Ordinal) && l.Contains("/reviews/invited/", StringComparison.Ordinal));

        foreach (var place in new[] { "/", "/account", "/reviews" })
            Assert.Contains("Bell casting: Casting round", (await reviewer.OpenAsync(place)).QuerySelector(".review-mine")!.TextContent, StringComparison.Ordinal);
        var sheet = await reviewer.OpenAsync((await reviewer.OpenAsync("/reviews")).QuerySelector(".review-mine a")!.GetAttribute("href")!);
        var verdict = sheet.QuerySelector("input[type=radio][value=Drop]")!.GetAttribute("name")!;
        foreach (var answer in new[] { "Drop", "Change" })
            await reviewer.PressAsync(sheet, "Save", (verdict, answer));
        Assert.EndsWith("?note=answered", reviewer.At, StringComparison.Ordinal);

        var result = await steward.OpenAsync(round);
        Assert.Contains("0 keep, 1 change, 0 drop", result.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 1", result.Body.TextContent, StringComparison.Ordinal);
        await steward.PressAsync(result, "Invite all of them", ("group", guild.ToString()));
        await steward.PressAsync(await steward.OpenAsync(round), "Revoke");
        await reviewer.OpenAsync(sheet.QuerySelector("main form")!.GetAttribute("action")!.Replace("/send", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Status);
        Assert.Equal([true, false], await db.ReviewInvitations.Where(i => i.PersonId == reviewerId || i.PersonId == stewardId).OrderBy(i => i.Number).Select(i => i.IsRevoked).ToListAsync(Stop));
    }

    [Fact]
    public async Task Model_Followed_CountsItsNewsInTheHeadUntilTheyAreSeen()
    {
        var id = Guid.NewGuid();
        await using var db = app.OpenDb();
        var (reader, person, _) = await app.SignedInAsync(Role.Reader);
        await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, "Rope making", "Twists yarn"), TestModel.Change, Stop);
        var page = await reader.PressAsync(await reader.OpenAsync("/models/rope-making"), "Tell me of changes to this model");
        Assert.Equal("/models/rope-making", reader.At);
        Assert.DoesNotContain("New: ", page.QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);

        await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, "Rope making", "Twists hemp"), TestModel.Change with { When = TimeProvider.System.GetUtcNow() }, Stop);

        Assert.Contains("New: 1", (await reader.OpenAsync("/")).QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);
        var list = await reader.OpenAsync("/account/following");
        Assert.Contains("version 2 is out", list.Body!.TextContent, StringComparison.Ordinal);
        list = await reader.PressAsync(list, "I have seen all of it");
        Assert.Contains("nothing new", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("New: ", list.QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);
        await reader.PressAsync(list, "Stop following");
        Assert.False(await db.ModelFollows.AnyAsync(f => f.PersonId == person, Stop));
    }
}
