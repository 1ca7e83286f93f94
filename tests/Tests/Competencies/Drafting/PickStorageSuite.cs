using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies.Drafting;

/// <summary>Bringing sources together and reviewing what came of it, on both databases.</summary>
public abstract class PickStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    private static readonly Change Change = TestModel.Change;

    [Fact]
    public async Task TwoSources_WithTheSameAndLikeStatements_ShowThemBeforeTheyEnter()
    {
        var draft = await NewAsync("Joined trade");
        var list = new PickList(_db);
        await list.AddAsync(draft.Id, Source("One", "Reads blueprints to plan the work", "Wears hearing protection in noisy areas"), Change);
        await list.AddAsync(draft.Id, Source("Two", "Wears hearing protection in noisy areas.", "Reads the blueprints before planning the work", "Prepares invoices for customers"), Change);

        var picks = await PickList.ReadAsync(_db, draft.Id);
        Assert.Equal([null, null, null, null, TwinKind.Same, TwinKind.Near, null], picks.Select(p => p.Twin));
        Assert.Equal([2, 1], picks.Where(p => p.Twin is not null).Select(p => p.TwinOrdinal!.Value));
        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => new DraftEditor(_db).RunAsync(draft.Id, new BringIn(null), Change));
        Assert.Equal("open-twins", refused.Problems[0].Code);

        await list.DecideAsync(draft.Id, picks[5].Ordinal, PickChoice.MergeTakingPick);
        Assert.Equal(EditOutcome.Saved, (await new DraftEditor(_db).RunAsync(draft.Id, new BringIn(null), Change)).Outcome);

        var tree = await Drafts.TreeAsync(_db, draft);
        Assert.Equal(
            ["Reads the blueprints before planning the work", "Wears hearing protection in noisy areas", "Prepares invoices for customers"],
            tree.All.Where(n => n.Statement.Kind.StatesCompetency()).Select(n => n.Statement.Text.In("en")));
        Assert.All(tree.All.Where(n => n.Statement.Kind.StatesCompetency()), n => Assert.NotNull(n.Statement.DerivedFrom));
        Assert.Empty(await PickList.ReadAsync(_db, draft.Id));
        Assert.Equal(["One", "Two"], (await Drafts.FindAsync(_db, draft.Id))!.Draft.Sources);
        await new DraftEditor(_db).RunAsync(draft.Id, new Undo(), Change);
        Assert.Empty((await Drafts.TreeAsync(_db, draft)).Tops);
    }

    [Fact]
    public async Task Headings_ThatBothSourcesHave_EnterOnce()
    {
        var draft = await NewAsync("Headed trade");
        var list = new PickList(_db);
        await list.AddAsync(draft.Id, Tiered("One", "Stacks pallets"), Change);
        await list.AddAsync(draft.Id, Tiered("Two", "Answers customers by telephone"), Change);

        await new DraftEditor(_db).RunAsync(draft.Id, new BringIn(null), Change);

        Assert.Equal(["3 Workplace", "3.1 Teamwork", "3.1.1 Stacks pallets", "3.1.2 Answers customers by telephone"],
            (await Drafts.TreeAsync(_db, draft)).All.Select(n => $"{n.Number} {n.Statement.Title}"));
    }

    [Fact]
    public async Task Picks_NotWanted_StayOnTheList()
    {
        var draft = await NewAsync("Picky trade");
        var list = new PickList(_db);
        await list.AddAsync(draft.Id, Source("One", "Fells trees", "Mends nets"), Change);
        await list.ChooseAsync(draft.Id, new HashSet<int> { 1, 2 }, new HashSet<int> { 1 });

        await new DraftEditor(_db).RunAsync(draft.Id, new BringIn(null), Change);

        Assert.Equal(["One", "Mends nets"], (await PickList.ReadAsync(_db, draft.Id)).Select(p => p.Text.In("en")));
        Assert.Equal(["One", "Fells trees"], (await Drafts.TreeAsync(_db, draft)).All.Select(n => n.Statement.Text.In("en")));
    }

    [Fact]
    public async Task Review_ByThree_IsCitedByTheVersionWithoutPersons()
    {
        var draft = await NewAsync("Reviewed trade");
        await new PickList(_db).AddAsync(draft.Id, Source("One", "Fells trees", "Mends nets"), Change);
        await new DraftEditor(_db).RunAsync(draft.Id, new BringIn(null), Change);
        var nodes = (await Drafts.TreeAsync(_db, draft)).All.Where(n => n.Statement.Kind.StatesCompetency()).ToList();
        var round = await new ReviewEditor(_db).OpenAsync(draft.Id, "First round", null, Change.When.AddDays(14), Change);
        Assert.Equal(VersionStatus.InReview, (await Drafts.FindAsync(_db, draft.Id))!.Draft.Status);

        Verdict[][] verdicts = [[Verdict.Keep, Verdict.Keep], [Verdict.Keep, Verdict.Drop], [Verdict.Keep, Verdict.Drop]];
        foreach (var (answers, i) in verdicts.Select((v, i) => (v, i)))
            await AnswerAsync(round, $"Organization {i}", i > 0, nodes, answers);
        var result = await ReviewResult.ReadAsync(_db, round.Id);

        Assert.Equal(3, result.Raters);
        Assert.Equal(nodes[1].Id, result.Statements[0].StatementId);
        Assert.Equal(2.0 / 3, result.Statements[0].Agreement.Share, 12);
        // Within: 1 and 1/3, mean 2/3; keep 4/6, drop 2/6: 20/36; (24/36 - 20/36) / (16/36).
        Assert.Equal(0.25, result.Kappa!.Value, 12);
        await new ReviewDecisions(_db).DecideAsync(round, new(nodes[1].Id, nodes[1].Statement.Revision), Verdict.Drop, null, "Two of three", Change);
        await new ReviewEditor(_db).CloseAsync(round.Id, Change);
        var version = await new DraftLife(_db).PublishAsync(draft.Id, overNewer: false, Change);
        Assert.Equal(["One", "Fells trees"], (await ModelCatalog.StatementsAsync(_db, version)).Select(s => s.Text.In("en")));
        var cited = ReviewCitation.Of(version)!;
        Assert.Equal((3, 1), (cited.Reviewers, cited.Rounds));
        Assert.Equal(["Organization 1", "Organization 2"], cited.Organizations);
    }

    [Fact]
    public async Task ReviewLink_RevokedOrLate_LeadsNowhere()
    {
        var draft = await NewAsync("Linked trade");
        var editor = new ReviewEditor(_db);
        var round = await editor.OpenAsync(draft.Id, "Round", null, Change.When.AddDays(1), Change);
        var (one, two) = (await editor.InviteAsync(round, null, Change), await editor.InviteAsync(round, null, Change));
        var answers = new ReviewAnswers(_db);

        await editor.RevokeAsync(round.Id, 1, Change);

        Assert.Null(await answers.FindAsync(one, Change.When));
        Assert.NotNull(await answers.FindAsync(two, Change.When));
        Assert.Null(await answers.FindAsync(two, Change.When.AddDays(2)));
        Assert.Null(await answers.FindAsync("guessed", Change.When));
        Assert.DoesNotContain(await _db.ReviewInvitations.Where(i => i.RoundId == round.Id).ToListAsync(), i => i.TokenHash == two);
    }

    [Fact]
    public async Task Proposal_Taken_StandsInTheDraft()
    {
        var draft = await NewAsync("Proposed trade");
        var round = await new ReviewEditor(_db).OpenAsync(draft.Id, "Round", null, Change.When.AddDays(1), Change);
        var answers = new ReviewAnswers(_db);
        var invited = (await answers.FindAsync(await new ReviewEditor(_db).InviteAsync(round, null, Change), Change.When))!;
        await answers.ProposeAsync(invited, "Sharpens saws", "en", null, Change);
        var proposal = Assert.Single(await _db.ReviewProposals.Where(p => p.RoundId == round.Id).ToListAsync());

        await new ReviewDecisions(_db).DecideProposalAsync(round, proposal.Id, ProposalDecision.Taken, Change);

        Assert.Equal(["Sharpens saws"], (await Drafts.TreeAsync(_db, draft)).All.Select(n => n.Statement.Text.In("en")));
    }

    private async Task AnswerAsync(ReviewRound round, string organization, bool mayBeNamed, List<DraftNode> nodes, Verdict[] verdicts)
    {
        var answers = new ReviewAnswers(_db);
        var invited = (await answers.FindAsync(await new ReviewEditor(_db).InviteAsync(round, organization, Change), Change.When))!;
        await answers.NameAsync(invited, organization, mayBeNamed, Change);
        await answers.RateAsync(invited, [.. nodes.Zip(verdicts, (n, v) => new GivenRating(n.Id, n.Statement.Revision, v, 4, 3, 2, null))], Change);
    }

    private async Task<Draft> NewAsync(string title) =>
        (await new DraftStart(_db).NewAsync(new() { Title = LanguageText.Of("en", title), Publisher = "A test board" }, Change)).Draft;

    private static PickSource Source(string title, params string[] texts)
    {
        var content = TestModel.Of(title, texts);
        content.Statements[0].Kind = StatementKind.Block;
        return PickSource.Of(content);
    }

    private static PickSource Tiered(string title, string text)
    {
        var content = TestModel.Of(title, "Teamwork", text);
        var (tier, block, item) = (content.Statements[0], content.Statements[1], content.Statements[2]);
        (tier.Kind, tier.Tier, tier.Text) = (StatementKind.Tier, 3, LanguageText.Of("en", "Workplace"));
        (block.Kind, item.ParentId) = (StatementKind.Block, block.Id);
        StatementTree.Arrange(content.Statements);
        return PickSource.Of(content);
    }

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

public sealed class PicksOnSqlite() : PickStorageSuite(TestDb.SqliteAsync);

public sealed class PicksOnPostgres() : PickStorageSuite(TestDb.PostgresAsync);
