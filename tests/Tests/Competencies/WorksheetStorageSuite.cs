using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>What both databases must do with kept worksheets; each engine inherits every test.</summary>
public abstract class WorksheetStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = TestModel.Change.When;
    private static readonly Change Ana = new("Ana", Noon, "test", "fills in");
    private static readonly Change Ben = new("Ben", Noon.AddMinutes(1), "test", "fills in");

    private TestDb _test = null!;
    private Db _db = null!;
    private Model _model = null!;
    private List<Guid> _statements = [];

    [Fact]
    public async Task Save_OfValues_KeepsThemWithRevisionsHistoryAndAudit()
    {
        var worksheet = await MakeAsync("Welding", "Basics");

        var first = await SaveAsync(worksheet, Ana, Edit(0, 3), Edit(1, 0));
        var second = await SaveAsync(worksheet, Ana, Edit(0, 2, seen: 1), Edit(1, null, seen: 1));

        Assert.Equal([1, 1], first.Saved.Select(c => c.Revision));
        Assert.Empty(second.Late);
        var cells = await _db.WorksheetCells.Where(c => c.WorksheetId == worksheet.Id).ToListAsync();
        Assert.Equal([(2, 2), (null, 2)], cells.OrderBy(c => c.Value is null).Select(c => (c.Value, c.Revision)));
        var history = await _db.WorksheetHistory.Where(e => e.WorksheetId == worksheet.Id).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["make", "fill"], history.Select(e => e.Act));
        Assert.Equal(new WorksheetTally(1, 1, 2), history[1].After);
        Assert.Equal(4, history[1].Cells);
        Assert.Equal(2, await _db.AuditEntries.CountAsync(e => e.Action == "worksheet fill" && e.Subject == worksheet.Id.ToString()));
        Assert.Equal(2, (await ReadAsync(worksheet)).Revision);
    }

    [Fact]
    public async Task Save_OfACellChangedSince_LeavesItAndSavesTheOthers()
    {
        var worksheet = await MakeAsync("Baking", "Basics");
        await SaveAsync(worksheet, Ana, Edit(0, 3));

        var late = await SaveAsync(worksheet, Ben, Edit(0, 1), Edit(1, 4));

        Assert.Equal((3, "Ana"), late.Late.Select(c => (c.Value, c.Who)).Single());
        Assert.Equal(_statements[1], late.Saved.Single().StatementId);
        Assert.Empty((await SaveAsync(worksheet, Ben, Edit(0, 3))).Late);
    }

    [Fact]
    public async Task Save_BesideTheWorksheet_IsRefused()
    {
        var worksheet = await MakeAsync("Roofing", "Basics");

        await RefusedAsync("unknown-column", worksheet, new CellEdit(new(9, WorksheetMeasure.Depth, _statements[0]), 1, 0));
        await RefusedAsync("unknown-statement", worksheet, new CellEdit(new(1, WorksheetMeasure.Depth, Guid.NewGuid()), 1, 0));
        await RefusedAsync("unknown-measure", worksheet, new CellEdit(new(1, WorksheetMeasure.Level, _statements[0]), 1, 0));
        await RefusedAsync("worksheet-level", worksheet, Edit(0, 5));
        await new WorksheetEditor(_db).SetStateAsync(worksheet.Id, WorksheetState.Closed, Ana);
        await RefusedAsync("worksheet-closed", worksheet, Edit(0, 1));
    }

    [Fact]
    public async Task Columns_AddedChangedAndRemoved_KeepTheirNumbers()
    {
        var worksheet = await MakeAsync("Plumbing", "Basics", "Advanced");
        var editor = new WorksheetColumnEditor(_db);
        await SaveAsync(worksheet, Ana, Edit(0, 2));
        var seen = (await KeptWorksheets.ColumnsAsync(_db, worksheet.Id))[0];

        await editor.RemoveAsync(worksheet.Id, 2, Ana);
        await editor.AddAsync(worksheet.Id, new("Lab", new() { Requires = [1], Term = 2 }), Ana);
        await editor.ChangeAsync(seen, new("Basics I", new() { Code = "PL 101" }), Ben);

        var late = await Assert.ThrowsAsync<UnusableInputException>(() => editor.ChangeAsync(seen, new("Basics", new()), Ana));
        Assert.Equal("column-late", late.Problems[0].Code);
        var columns = await KeptWorksheets.ColumnsAsync(_db, worksheet.Id);
        Assert.Equal([(1, "Basics I", "PL 101", null), (3, "Lab", null, 2)], columns.Select(c => (c.Number, c.Title, c.Details.Code, c.Details.Term)));
        Assert.Equal([1], columns[1].Details.Requires);
        await editor.RemoveAsync(worksheet.Id, 1, Ana);
        Assert.Equal(WorksheetTally.None, await WorksheetTally.ReadAsync(_db, worksheet.Id));
    }

    [Fact]
    public async Task Link_ToOneColumn_FillsThatOneUntilItIsClosedOrOver()
    {
        var worksheet = await MakeAsync("Masonry", "Basics", "Advanced");
        var links = new FillLinks(_db);
        var secret = await links.MakeAsync(worksheet.Id, 2, Noon.AddDays(3), Ana);
        var linked = (await links.FindAsync(secret, Noon.AddDays(2)))!;

        await links.SaveAsync(linked, [new(new(2, WorksheetMeasure.Depth, _statements[0]), 4, 0)], Ben);

        await Assert.ThrowsAsync<UnusableInputException>(() => links.SaveAsync(linked, [Edit(0, 1)], Ben));
        Assert.Null(await links.FindAsync(secret, Noon.AddDays(3)));
        Assert.Null(await links.FindAsync("another", Noon));
        Assert.False(await _db.WorksheetLinks.AnyAsync(l => l.TokenHash == secret));
        await links.CloseAsync(worksheet.Id, 1, Ana);
        Assert.Null(await links.FindAsync(secret, Noon));
    }

    [Fact]
    public async Task Seen_UnderALimit_AreOwnOnesAndThoseOfTheOrganization()
    {
        var (me, mine, theirs) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var own = await new WorksheetEditor(_db).MakeAsync(new(WorksheetKind.Curriculum, _model, "Own") { OwnerId = me }, Ana);
        var shared = await new WorksheetEditor(_db).MakeAsync(new(WorksheetKind.Curriculum, _model, "Shared") { OwnerId = Guid.NewGuid(), OrganizationId = mine }, Ana);
        var foreign = await new WorksheetEditor(_db).MakeAsync(new(WorksheetKind.Curriculum, _model, "Foreign") { OwnerId = Guid.NewGuid(), OrganizationId = theirs }, Ana);
        var limit = RowLimit.Of(new(me, "Ana", new HashSet<Role> { Role.TrainingProvider }) { Organizations = new HashSet<Guid> { mine } }, Permission.KeepWorksheets)!;

        Assert.NotNull(await KeptWorksheets.FindAsync(_db, own.Id, limit));
        Assert.NotNull(await KeptWorksheets.FindAsync(_db, shared.Id, limit));
        Assert.Null(await KeptWorksheets.FindAsync(_db, foreign.Id, limit));
        await new WorksheetEditor(_db).RemoveAsync(foreign.Id, Ana);
        Assert.Null(await KeptWorksheets.FindAsync(_db, foreign.Id, RowLimit.OfTheLocalSteward));
    }

    private async Task<KeptWorksheet> MakeAsync(string title, params string[] columns) => await new WorksheetEditor(_db).MakeAsync(
        new(WorksheetKind.Curriculum, _model, title) { Columns = [.. columns.Select(c => new ColumnWish(c, new()))] }, Ana);

    private Task<CellsSaved> SaveAsync(KeptWorksheet worksheet, Change change, params CellEdit[] edits) => new CellEditor(_db).SaveAsync(worksheet.Id, edits, change);

    private async Task RefusedAsync(string code, KeptWorksheet worksheet, CellEdit edit) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<UnusableInputException>(() => SaveAsync(worksheet, Ana, edit))).Problems[0].Code);

    private async Task<KeptWorksheet> ReadAsync(KeptWorksheet worksheet) => (await KeptWorksheets.FindAsync(_db, worksheet.Id, RowLimit.OfTheLocalSteward))!;

    private CellEdit Edit(int statement, int? value, int seen = 0) => new(new(1, WorksheetMeasure.Depth, _statements[statement]), value, seen);

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of("Trades", "Reads drawings", "Measures", "Cleans up"), TestModel.Change);
        _model = (await ModelCatalog.FindAsync(_db, "trades"))!;
        _statements = [.. (await ModelCatalog.StatementsAsync(_db, _model.Version)).Where(s => s.ParentId is not null).Select(s => s.Id)];
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

public sealed class WorksheetsOnSqlite() : WorksheetStorageSuite(TestDb.SqliteAsync);

public sealed class WorksheetsOnPostgres() : WorksheetStorageSuite(TestDb.PostgresAsync);
