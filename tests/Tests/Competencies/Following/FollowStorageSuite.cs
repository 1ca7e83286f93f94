using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Following;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies.Following;

/// <summary>What people follow, and the reviews to which accounts are invited, on both databases.</summary>
public abstract class FollowStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Change At(int minutes, string who = "writer") => new(who, TestModel.Change.When.AddMinutes(minutes), "test", "a test");

    [Fact]
    public async Task News_OfAFollowedModelAndItsDraft_AreWhatCameSinceThePersonLooked()
    {
        var (id, person) = (Guid.NewGuid(), await PersonAsync("Rita"));
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Roofing", "Lays slate"), At(0));
        var draft = (await new DraftStart(_db).NextAsync("roofing", At(1))).Draft;
        var editor = new FollowEditor(_db);
        await editor.FollowAsync(person, "roofing", draft: false, "en", At(2), Stop);
        await editor.FollowAsync(person, "roofing", draft: false, "en", At(3), Stop);
        await editor.FollowAsync(person, "roofing", draft: true, "es", At(3), Stop);
        Assert.Equal([false, false], (await NewsAsync(person)).Select(f => f.HasNews));

        await RewordAsync(draft, "Lays slates", At(5, Actor.WhoOf(person)));
        await RewordAsync(draft, "Lays slate roofs", At(6));
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Roofing", "Lays tiles"), At(7));

        var news = await NewsAsync(person);
        Assert.Equal(["2"], news.Single(f => !f.Follow.IsDraft).Versions.Select(v => v.Number));
        Assert.Equal(1, news.Single(f => f.Follow.IsDraft).Edits);
        Assert.Equal([false], (await new FollowNews(_db).ReadAsync(person, seesDrafts: false, stop: Stop)).Select(f => f.Follow.IsDraft));
        await editor.SeeAllAsync(person, At(8), Stop);
        Assert.DoesNotContain(await NewsAsync(person), f => f.HasNews);
        await new RetirementEditor(_db).RetireAsync("roofing", "Nobody uses slate", null, At(9));
        Assert.Equal("Nobody uses slate", (await NewsAsync(person))[0].Retirement!.Reason);
        await editor.UnfollowAsync(person, "roofing", draft: false, Stop);
        Assert.Equal([true], (await NewsAsync(person)).Select(f => f.Follow.IsDraft));
        await Assert.ThrowsAsync<UnusableInputException>(() => editor.FollowAsync(person, "no-such-model", draft: false, "en", At(9), Stop));
    }

    [Fact]
    public async Task MailOfNews_TakenByTwoNodes_IsSentByOne()
    {
        var person = await PersonAsync("Mia");
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of("Masonry", "Lays brick"), At(0));
        var editor = new FollowEditor(_db);
        await editor.FollowAsync(person, "masonry", draft: false, "en", At(0), Stop);
        await editor.SetByMailAsync(person, byMail: true, "en", At(0), Stop);
        var news = new FollowNews(_db);
        Assert.Equal([person], await news.DueAsync(At(1).When, Stop));

        Assert.True(await editor.TakeMailAsync(person, At(1).When, At(2), Stop));

        Assert.False(await editor.TakeMailAsync(person, At(1).When, At(2), Stop));
        Assert.Empty(await news.DueAsync(At(1).When, Stop));
    }

    [Fact]
    public async Task Review_ByAccount_IsOneAnswerOfOnePersonAndSurvivesTheAccount()
    {
        var (steward, ana, ben) = (await PersonAsync("Stella Steward"), await PersonAsync("Ana Álvarez"), await PersonAsync("Ben"));
        var organization = (await new OrganizationEditor(_db).SaveAsync(null, "Guild", OrganizationKind.Association, At(0), Stop))!.Value;
        await new OrganizationEditor(_db).PlaceAsync(steward, [organization], [], At(0), Stop);
        await new OrganizationEditor(_db).PlaceAsync(ana, [organization], [], At(0), Stop);
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of("Glazing", "Cuts glass"), At(0));
        var draft = (await new DraftStart(_db).NextAsync("glazing", At(1))).Draft;
        var round = await new ReviewEditor(_db).OpenAsync(draft.Id, "Round", null, At(1000).When, At(1), Stop);
        var people = new ReviewPeople(_db, RowLimit.Of((await ActorAsync(steward))!, Permission.ReadOrganizations));
        Assert.Equal([ana], (await people.FindAsync("álva", Stop)).Select(p => p.Id));
        Assert.Empty(await people.FindAsync("Ben", Stop));
        Assert.Empty(await people.OfAsync([ben], Stop));
        Assert.Equal("Guild", Assert.Single(await people.GroupsAsync(Stop)).Name);

        var invitations = new AccountInvitations(_db);
        var invited = await people.OfAsync(await people.InGroupAsync(organization, Stop), Stop);
        Assert.Equal([ana, steward], await invitations.InviteAsync(round, invited, At(2), Stop));
        Assert.Empty(await invitations.InviteAsync(round, invited, At(2), Stop));
        var own = Assert.Single(await invitations.OpenAsync(ana, At(3).When, Stop)).Invited;
        Assert.Null(await invitations.FindAsync(own.Invitation.Id, ben, At(3).When, Stop));
        Assert.Null(await invitations.FindAsync(own.Invitation.Id, ana, At(1001).When, Stop));
        var statement = await _db.DraftStatements.FirstAsync(s => s.DraftId == draft.Id && s.ParentId != null, Stop);
        await new ReviewAnswers(_db).RateAsync(own, [new(statement.Id, 1, Verdict.Keep, 5, null, null, null)], At(3), Stop);
        await new ReviewAnswers(_db).RateAsync(own, [new(statement.Id, 1, Verdict.Drop, 4, null, null, null)], At(4), Stop);
        await new PersonRetirement(_db).RetireAsync(ana, At(5), Stop);

        var result = await ReviewResult.ReadAsync(_db, round.Id, Stop);
        Assert.Equal((1, 1), (result.Raters, result.Statements[0].Verdicts[Verdict.Drop]));
        Assert.Null((await _db.ReviewInvitations.SingleAsync(i => i.Id == own.Invitation.Id, Stop)).PersonId);
        Assert.Equal("Round", Assert.Single((await PersonModels.ReadAsync(_db, steward, Stop)).Reviews).Round);
    }

    private Task<List<Followed>> NewsAsync(Guid person) => new FollowNews(_db).ReadAsync(person, seesDrafts: true, stop: Stop);

    private async Task RewordAsync(Draft draft, string text, Change change)
    {
        var row = await _db.DraftStatements.FirstAsync(s => s.DraftId == draft.Id && s.ParentId != null, Stop);
        var result = await new DraftEditor(_db).RunAsync(draft.Id, new Reword(new(row.Id, row.Revision), [new("en", text)]), change, Stop);
        Assert.Equal(EditOutcome.Saved, result.Outcome);
    }

    private async Task<Guid> PersonAsync(string name)
    {
        var person = await new PersonEditor(_db).InviteAsync(new(name, $"{Guid.NewGuid():N}@example.org", [Role.ModelSteward]), At(0), Stop);
        await _db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PersonState.Active), Stop);
        return person.Id;
    }

    private Task<Actor?> ActorAsync(Guid person) => Actor.FindAsync(_db, person, Stop);

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_db is not null)
            await _db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class FollowsOnSqlite() : FollowStorageSuite(TestDb.SqliteAsync);

public sealed class FollowsOnPostgres() : FollowStorageSuite(TestDb.PostgresAsync);
