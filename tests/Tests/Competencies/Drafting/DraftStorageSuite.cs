using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies.Drafting;

/// <summary>What both databases must do with drafts; each engine inherits every test.</summary>
public abstract class DraftStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    private static readonly Change Ana = new("Ana", TestModel.Change.When, "test", "writes");
    private static readonly Change Ben = new("Ben", TestModel.Change.When, "test", "writes");

    [Fact]
    public async Task Publish_OfAnEditedDraft_MakesTheNextVersionWithTheSameIdentifiers()
    {
        var id = Guid.NewGuid();
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Welding", "Reads drawings", "Strikes an arc"), TestModel.Change);
        var (draft, slug) = await new DraftStart(_db).NextAsync("welding", Ana);
        var reads = await StatementAsync(draft, "Reads drawings");

        await SavedAsync(draft, new Reword(Seen(reads), [new("en", "Reads shop drawings"), new("es", "Lee planos de taller")]));
        await SavedAsync(draft, new Add(Guid.NewGuid(), Spot.EndOf(reads.ParentId), StatementKind.Item, [new("en", "Grinds seams")]));
        await SavedAsync(draft, new Remove(Seen(await StatementAsync(draft, "Strikes an arc"))));
        var version = await new DraftLife(_db).PublishAsync(draft.Id, overNewer: false, Ana);

        Assert.Equal("welding", slug);
        var statements = await ModelCatalog.StatementsAsync(_db, version);
        Assert.Equal(["Welding", "Reads shop drawings", "Grinds seams"], statements.Select(s => s.Text.In("en")));
        Assert.Equal("Lee planos de taller", statements[1].Text.In("es"));
        Assert.Equal(reads.Id, statements[1].Id);
        Assert.Equal("Since version 1: 1 added, 1 removed, 1 reworded, 0 moved.", version.ChangeSummary);
        Assert.Equal(VersionStatus.Published, (await ModelCatalog.FindAsync(_db, "welding"))!.Version.Status);
        Assert.Null(await Drafts.FindAsync(_db, "welding"));
        await Assert.ThrowsAsync<UnusableInputException>(() => RunAsync(draft, new Undo()));
    }

    [Fact]
    public async Task Edit_OfAStatementChangedSince_WritesNothingAndShowsTheOther()
    {
        var draft = await DraftAsync("Baking", "Kneads dough");
        var seen = await StatementAsync(draft, "Kneads dough");
        await SavedAsync(draft, new Reword(Seen(seen), [new("en", "Kneads sour dough")]), Ben);

        var late = await RunAsync(draft, new Reword(Seen(seen), [new("en", "Kneads rye dough")]));

        Assert.Equal(EditOutcome.Stale, late.Outcome);
        Assert.Equal("Kneads sour dough", late.Statement!.Text.In("en"));
        Assert.Equal("Ben", late.Statement.ChangedBy);
        Assert.Equal(EditOutcome.Saved, (await RunAsync(draft, new Reword(Seen(late.Statement), [new("en", "Kneads rye dough")]))).Outcome);
    }

    [Fact]
    public async Task Moves_ManyTimesBetweenTheSameTwo_KeepTheOrder()
    {
        var draft = await DraftAsync("Order", "A", "B", "C");
        for (var i = 0; i < 40; i++)
        {
            var last = (await TreeAsync(draft)).Tops[0].Children[2].Statement;
            var first = (await TreeAsync(draft)).Tops[0].Children[0].Id;
            await SavedAsync(draft, new Move(Seen(last), new(last.ParentId, first)));
        }

        Assert.Equal(["A", "B", "C"], (await TreeAsync(draft)).Tops[0].Children.Select(c => c.Statement.Text.In("en")));
    }

    [Theory]
    [InlineData(Step.Up, "B", "B|A|C")]
    [InlineData(Step.Down, "B", "A|C|B")]
    [InlineData(Step.In, "B", "A(B)|C")]
    [InlineData(Step.Up, "A", "A|B|C")]
    public async Task Step_MovesTheStatementOnePlace(Step step, string which, string expected)
    {
        var draft = await DraftAsync("Steps " + step + which, "A", "B", "C");

        await RunAsync(draft, new MoveBy(Seen(await StatementAsync(draft, which)), step));

        Assert.Equal(expected, string.Join('|', (await TreeAsync(draft)).Tops[0].Children.Select(Show)));
    }

    [Fact]
    public async Task StepOut_PutsTheStatementAfterTheOneItStoodIn()
    {
        var draft = await DraftAsync("Out", "A", "B");
        await SavedAsync(draft, new MoveBy(Seen(await StatementAsync(draft, "B")), Step.In));

        await SavedAsync(draft, new MoveBy(Seen(await StatementAsync(draft, "B")), Step.Out));

        Assert.Equal("A|B", string.Join('|', (await TreeAsync(draft)).Tops[0].Children.Select(Show)));
    }

    [Fact]
    public async Task Move_BelowItself_IsRefused()
    {
        var draft = await DraftAsync("Ring", "A", "B");
        await SavedAsync(draft, new MoveBy(Seen(await StatementAsync(draft, "B")), Step.In));

        var refused = await Assert.ThrowsAsync<UnusableInputException>(async () =>
            await RunAsync(draft, new Move(Seen(await StatementAsync(draft, "A")), Spot.EndOf((await StatementAsync(draft, "B")).Id))));

        Assert.Equal("below-itself", refused.Problems[0].Code);
    }

    [Fact]
    public async Task Split_AtAnEmptyLine_MakesTwoSideBySide()
    {
        var draft = await DraftAsync("Split", "Cuts and joins", "Ends");

        await SavedAsync(draft, new Split(Seen(await StatementAsync(draft, "Cuts and joins")), [new("en", "Cuts\n\nJoins"), new("es", "Corta y une")]));

        var children = (await TreeAsync(draft)).Tops[0].Children;
        Assert.Equal(["Cuts", "Joins", "Ends"], children.Select(c => c.Statement.Text.In("en")));
        Assert.Equal("Corta y une", children[0].Statement.Text.In("es"));
    }

    [Fact]
    public async Task Merge_KeepsOneWithWhatStoodBelowTheOtherAndItsAlignments()
    {
        var draft = await DraftAsync("Merge", "Uses gauges", "Uses meters", "Reads dials");
        await SavedAsync(draft, new MoveBy(Seen(await StatementAsync(draft, "Reads dials")), Step.In));
        var (kept, gone) = (await StatementAsync(draft, "Uses gauges"), await StatementAsync(draft, "Uses meters"));
        await SavedAsync(draft, new Align(gone.Id, "isRelatedTo", new("2.B.3.h", null, "Monitoring", NodeSchemes.OnetElement), "meters"));

        await SavedAsync(draft, new Merge(Seen(kept), Seen(gone), [new("en", "Uses gauges and meters")]));

        Assert.Equal("Uses gauges and meters(Reads dials)", string.Join('|', (await TreeAsync(draft)).Tops[0].Children.Select(Show)));
        var link = Assert.Single(await _db.DraftLinks.Where(l => l.DraftId == draft.Id && !l.IsRemoved).ToListAsync());
        Assert.Equal(kept.Id.ToString("D"), link.Origin.Id);
        await SavedAsync(draft, new Undo());
        Assert.Equal("Uses gauges|Uses meters(Reads dials)", string.Join('|', (await TreeAsync(draft)).Tops[0].Children.Select(Show)));
    }

    [Fact]
    public async Task UndoAndRedo_AreEachAuthorsOwn()
    {
        var draft = await DraftAsync("Undo", "A", "B");
        await SavedAsync(draft, new Reword(Seen(await StatementAsync(draft, "A")), [new("en", "A1")]));
        await SavedAsync(draft, new Reword(Seen(await StatementAsync(draft, "B")), [new("en", "B1")]), Ben);
        await SavedAsync(draft, new Reword(Seen(await StatementAsync(draft, "A1")), [new("en", "A2")]));

        await SavedAsync(draft, new Undo());
        Assert.Equal("A1|B1", await ShownAsync(draft));
        await SavedAsync(draft, new Undo());
        Assert.Equal("A|B1", await ShownAsync(draft));
        await SavedAsync(draft, new Redo());
        Assert.Equal("A1|B1", await ShownAsync(draft));
        await SavedAsync(draft, new Reword(Seen(await StatementAsync(draft, "A1")), [new("en", "A3")]), Ben);
        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => RunAsync(draft, new Undo()));

        Assert.Equal("undo-changed", refused.Problems[0].Code);
        Assert.Equal("A3|B1", await ShownAsync(draft));
    }

    [Fact]
    public async Task Undo_OfMovesBeforeTheSiblingsWereSpacedAnew_PutsEachBack()
    {
        var draft = await DraftAsync("Spaced", "A", "B", "C", "D");
        var top = (await TreeAsync(draft)).Tops[0].Id;
        var first = (await StatementAsync(draft, "A")).Id;
        await SavedAsync(draft, new Move(Seen(await StatementAsync(draft, "D")), new(top, first)));
        Assert.Equal("A|D|B|C", await ShownAsync(draft));
        for (var i = 0; i < 40; i++)
            await SavedAsync(draft, new Move(Seen(await StatementAsync(draft, i % 2 == 0 ? "B" : "C")), new(top, first)), Ben);
        Assert.NotEmpty(await _db.DraftSpacings.Where(s => s.DraftId == draft.Id).ToListAsync());
        Assert.Equal("A|C|B|D", await ShownAsync(draft));

        await SavedAsync(draft, new Undo());
        Assert.Equal("A|C|B|D", await ShownAsync(draft));
        await SavedAsync(draft, new Redo());
        for (var i = 0; i < 40; i++)
            await SavedAsync(draft, new Undo(), Ben);
        Assert.Equal("A|D|B|C", await ShownAsync(draft));
        await SavedAsync(draft, new Undo());
        Assert.Equal("A|B|C|D", await ShownAsync(draft));
        for (var i = 0; i < 3; i++)
            await SavedAsync(draft, new Redo(), Ben);
        Assert.Equal("A|B|C|D", await ShownAsync(draft));
    }

    [Fact]
    public async Task RemoveAndRestore_HideAndShowAllBelow()
    {
        var draft = await DraftAsync("Hide", "A", "B");
        await SavedAsync(draft, new MoveBy(Seen(await StatementAsync(draft, "B")), Step.In));
        await SavedAsync(draft, new Remove(Seen(await StatementAsync(draft, "A"))));
        Assert.Equal("", await ShownAsync(draft));
        Assert.Equal("A", Assert.Single((await TreeAsync(draft)).Removed).Text.In("en"));

        await SavedAsync(draft, new Restore(Seen(await StatementAsync(draft, "A"))));

        Assert.Equal("A(B)", await ShownAsync(draft));
    }

    [Fact]
    public async Task EveryEdit_LeavesItsBeforeAndAfterInTheAudit()
    {
        var draft = await DraftAsync("Audit", "Old words");

        await SavedAsync(draft, new Reword(Seen(await StatementAsync(draft, "Old words")), [new("en", "New words")]));

        var entry = Assert.Single(await _db.AuditEntries.Where(a => a.Subject == "audit" && a.Action == "draft reword").ToListAsync());
        Assert.Equal("Ana", entry.Who);
        Assert.Contains("Old words", entry.Before, StringComparison.Ordinal);
        Assert.Contains("New words", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presence_CountsForAMinute()
    {
        var draft = await DraftAsync("Presence", "A");
        await DraftPresence.TouchAsync(_db, draft.Id, "", null, Ben);

        Assert.Equal("Ben", Assert.Single(await DraftPresence.TouchAsync(_db, draft.Id, "window", null, Ana)).Who);
        Assert.Empty(await DraftPresence.TouchAsync(_db, draft.Id, "window", null, Ana with { When = Ana.When.AddMinutes(2) }));
    }

    [Fact]
    public async Task Level_IsOneAlignmentAtATime()
    {
        var draft = await DraftAsync("Level", "A");
        var statement = (await StatementAsync(draft, "A")).Id;

        await SavedAsync(draft, new SetLevel(statement, 3));
        await SavedAsync(draft, new SetLevel(statement, 2));

        Assert.Equal(2, SetLevel.Of(Assert.Single(await _db.DraftLinks.Where(l => l.DraftId == draft.Id && !l.IsRemoved).ToListAsync())));
    }

    [Fact]
    public async Task Publish_WhileAnotherVersionCameIn_AsksFirst()
    {
        var id = Guid.NewGuid();
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Race", "A"), TestModel.Change);
        var draft = (await new DraftStart(_db).NextAsync("race", Ana)).Draft;
        await SavedAsync(draft, new Reword(Seen(await StatementAsync(draft, "A")), [new("en", "A1")]));
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Race", "A", "B"), TestModel.Change);

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => new DraftLife(_db).PublishAsync(draft.Id, overNewer: false, Ana));
        Assert.Equal(["newer-version"], refused.Problems.Select(p => p.Code));
        Assert.Equal("3", (await new DraftLife(_db).PublishAsync(draft.Id, overNewer: true, Ana)).Number);
    }

    [Fact]
    public async Task Retired_StaysReadableAndNamesWhatReplacesIt()
    {
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of("Old trade", "A"), TestModel.Change);
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of("New trade", "A"), TestModel.Change);

        await new RetirementEditor(_db).RetireAsync("old-trade", "The work has changed", "new-trade", Ana);

        var model = await ModelCatalog.FindAsync(_db, "old-trade");
        Assert.Equal(VersionStatus.Retired, model!.Version.Status);
        Assert.Equal("new-trade", (await FrameworkRetirement.FindAsync(_db, model.Framework.Key))!.ReplacedBy);
        await new RetirementEditor(_db).ReviveAsync("old-trade", Ana);
        Assert.Equal(VersionStatus.Published, (await ModelCatalog.FindAsync(_db, "old-trade"))!.Version.Status);
    }

    [Fact]
    public async Task Edits_OfFiftyAtOnce_AreKeptOrTheirAuthorsTold()
    {
        const int Editors = 50;
        const int EditsEach = 20;
        var draft = await DraftAsync("Crowd", [.. Enumerable.Range(0, 10).Select(i => $"S{i}.")]);
        var ids = (await TreeAsync(draft)).Tops[0].Children.Select(c => c.Id).ToArray();

        var told = await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(() => EditAsync(draft, ids, editor, EditsEach))));

        var answers = told.SelectMany(t => t).ToList();
        var saved = answers.Where(a => a.Outcome == EditOutcome.Saved).ToList();
        var now = (await TreeAsync(draft)).Tops[0].Children.ToDictionary(c => c.Id, c => c.Statement);
        Assert.Equal(Editors * EditsEach, answers.Count);
        Assert.True(saved.Count > EditsEach && saved.Count < answers.Count, $"{saved.Count} of {answers.Count} were saved; the test wants some of both.");
        Assert.All(answers, a => Assert.Equal(a.Outcome == EditOutcome.Saved, now[a.Statement].Text.In("en").Contains(a.Mark, StringComparison.Ordinal)));
        Assert.All(ids, id => Assert.Equal(1 + saved.Count(s => s.Statement == id), now[id].Revision));
        Assert.Equal(saved.Count, await _db.DraftEdits.CountAsync(e => e.DraftId == draft.Id));
    }

    /// <summary>Each edit adds its mark to the words that its author saw, so a mark that was saved and is gone would show.</summary>
    private async Task<List<(Guid Statement, string Mark, EditOutcome Outcome)>> EditAsync(Draft draft, Guid[] ids, int editor, int edits)
    {
        var random = new Random(editor);
        var answers = new List<(Guid, string, EditOutcome)>();
        await using var db = _test.Open();
        for (var i = 0; i < edits; i++)
        {
            var id = ids[random.Next(ids.Length)];
            var seen = await db.DraftStatements.SingleAsync(s => s.DraftId == draft.Id && s.Id == id);
            var mark = $"<{editor}.{i}>";
            var result = await new DraftEditor(db).RunAsync(draft.Id, new Reword(Seen(seen), [new("en", seen.Text.In("en") + mark)]), Ana with { Who = $"editor {editor}" });
            answers.Add((id, mark, result.Outcome));
        }
        return answers;
    }

    private async Task<Draft> DraftAsync(string title, params string[] texts)
    {
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(title, texts), TestModel.Change);
        return (await new DraftStart(_db).NextAsync(Slug.Of(title), Ana)).Draft;
    }

    private Task<DraftTree> TreeAsync(Draft draft) => Drafts.TreeAsync(_db, draft);

    private async Task<string> ShownAsync(Draft draft) => string.Join('|', (await TreeAsync(draft)).Tops[0].Children.Select(Show));

    private static string Show(DraftNode node) =>
        node.Statement.Text.In("en") + (node.Children.Count == 0 ? "" : $"({string.Join(' ', node.Children.Select(Show))})");

    private async Task<DraftStatement> StatementAsync(Draft draft, string text) =>
        (await _db.DraftStatements.Where(s => s.DraftId == draft.Id).ToListAsync()).Single(s => s.Text.In("en") == text);

    private Task<EditResult> RunAsync(Draft draft, DraftCommand command, Change? change = null) => new DraftEditor(_db).RunAsync(draft.Id, command, change ?? Ana);

    private async Task SavedAsync(Draft draft, DraftCommand command, Change? change = null) =>
        Assert.Equal(EditOutcome.Saved, (await RunAsync(draft, command, change)).Outcome);

    private static SeenStatement Seen(DraftStatement statement) => new(statement.Id, statement.Revision);

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

public sealed class DraftsOnSqlite() : DraftStorageSuite(TestDb.SqliteAsync);

public sealed class DraftsOnPostgres() : DraftStorageSuite(TestDb.PostgresAsync);
