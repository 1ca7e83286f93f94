using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>How requirement profiles are kept, on both databases.</summary>
public abstract class RequirementStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private static readonly Change Change = TestModel.Change;

    private TestDb _test = null!;
    private Db _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JobOrder_WrittenAndPublished_SaysWhatItSaid()
    {
        var (model, statements) = await ModelAsync();
        var job = new JobFacts("Ridge Roofing", "Roofer", "Pittsburgh", new(2150, 2800, PayUnit.Hour), 3, new(2026, 3, 1));
        var draft = Draft(RequirementKind.JobOrder, new(statements[2].Id, 4, 3), new(statements[1].Id, 2)) with { Job = job, OnetSoc = "47-2181.00" };
        var made = await Editor.CreateAsync(new(model.Version.Key), draft, Change, Stop);
        await Editor.PublishAsync(made, Change, Stop);

        var kept = (await RequirementShelf.FindAsync(_db, made.Id, null, Stop))!;

        Assert.Equal(job, kept.Job);
        Assert.Equal((RequirementStatus.Published, "47-2181.00", 2, 1), (kept.Status, kept.OnetSoc, kept.Items, kept.Number));
        var content = await RequirementShelf.ReadAsync(_db, kept, Stop);
        // In the order of the model, whatever the order of choosing.
        Assert.Equal([(statements[1].Id, 2, null), (statements[2].Id, 4, 3)], content.Lines.Select(l => (l.Statement.Id, l.Item.Level, l.Item.Importance)));
        Assert.True(kept.IsOpen(new(2026, 3, 1)));
        Assert.False(kept.IsOpen(new(2026, 3, 2)));
        Assert.Equal(2, await _db.AuditEntries.CountAsync(a => a.Subject == made.Id.ToString(), Stop));
    }

    [Fact]
    public async Task Published_Profile_IsChangedByNobody()
    {
        var (model, statements) = await ModelAsync();
        var made = await Editor.CreateAsync(new(model.Version.Key), Draft(RequirementKind.OwnChoice, new RequirementEntry(statements[1].Id, 2)), Change, Stop);
        await Editor.PublishAsync(made, Change, Stop);

        var late = await Assert.ThrowsAsync<UnusableInputException>(() => Editor.SaveAsync(made, Draft(RequirementKind.OwnChoice, new RequirementEntry(statements[1].Id, 3)), Change, Stop));
        Assert.Equal("requirements-late", late.Problems[0].Code);
        await Assert.ThrowsAsync<UnusableInputException>(() => Editor.DeleteAsync(made, Change, Stop));
        await RefusedAsync(() => _db.RequirementItems.ExecuteUpdateAsync(i => i.SetProperty(x => x.Level, 4), Stop));
        await RefusedAsync(() => _db.RequirementItems.ExecuteDeleteAsync(Stop));
        await RefusedAsync(() => _db.RequirementProfiles.ExecuteUpdateAsync(p => p.SetProperty(x => x.Title, "Another"), Stop));
        await RefusedAsync(() => _db.RequirementProfiles.ExecuteDeleteAsync(Stop));
        await RefusedAsync(() =>
        {
            _db.Add(new RequirementItem { ProfileId = made.Id, StatementId = statements[2].Id, Level = 1 });
            return _db.SaveChangesAsync(Stop);
        });
        _db.ChangeTracker.Clear();
        Assert.Equal(2, Assert.Single((await RequirementShelf.ReadAsync(_db, made, Stop)).Lines).Item.Level);
    }

    [Fact]
    public async Task Newer_Profile_TakesThePlaceOfTheOlder()
    {
        var (model, statements) = await ModelAsync();
        var first = await Editor.CreateAsync(new(model.Version.Key), Draft(RequirementKind.OwnChoice, new RequirementEntry(statements[1].Id, 2)), Change, Stop);
        await Editor.PublishAsync(first, Change, Stop);

        var second = await Editor.RenewAsync((await RequirementShelf.FindAsync(_db, first.Id, null, Stop))!, null, Change, Stop);
        Assert.Equal((2, first.Id, RequirementStatus.Draft), (second.Number, second.ReplacesId, second.Status));
        var saved = await Editor.SaveAsync(second, Draft(RequirementKind.OwnChoice, new(statements[1].Id, 3), new(statements[2].Id, 1)), Change, Stop);
        await Assert.ThrowsAsync<UnusableInputException>(() => Editor.PublishAsync(second, Change, Stop));
        await Editor.PublishAsync(saved, Change, Stop);

        Assert.Equal(RequirementStatus.Superseded, (await RequirementShelf.FindAsync(_db, first.Id, null, Stop))!.Status);
        Assert.Equal([second.Id], (await RequirementShelf.ListAsync(_db, null, Stop)).Where(p => p.VersionKey == model.Version.Key).Select(p => p.Id));
    }

    [Fact]
    public async Task Draft_OfAnOrganization_IsSeenByItAlone()
    {
        var (model, statements) = await ModelAsync();
        var (own, foreign) = (Guid.NewGuid(), Guid.NewGuid());
        var made = await Editor.CreateAsync(new(model.Version.Key, Organization: own), Draft(RequirementKind.OwnChoice, new RequirementEntry(statements[1].Id, 2)), Change, Stop);

        Assert.Null(await RequirementShelf.FindAsync(_db, made.Id, null, Stop));
        Assert.Null(await RequirementShelf.FindAsync(_db, made.Id, LimitOf(foreign), Stop));
        Assert.NotNull(await RequirementShelf.FindAsync(_db, made.Id, LimitOf(own), Stop));
        Assert.Empty(await RequirementShelf.ListAsync(_db, LimitOf(foreign), Stop));
        Assert.Single(await RequirementShelf.ListAsync(_db, LimitOf(own), Stop));
        await Editor.DeleteAsync(made, Change, Stop);
        Assert.Empty(await RequirementShelf.ListAsync(_db, LimitOf(own), Stop));
    }

    [Fact]
    public async Task Faults_OfADraft_AreSaidTogetherAndNothingIsWritten()
    {
        var (model, statements) = await ModelAsync();
        var draft = Draft(RequirementKind.JobOrder, new(statements[1].Id, 5), new(statements[1].Id, 1)) with
        {
            Title = " ",
            OnetSoc = "47-2181",
            Job = new("", "Roofer", null, new(3000, 2000, PayUnit.Hour), 0, null),
        };

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => Editor.CreateAsync(new(model.Version.Key), draft, Change, Stop));
        Assert.Equal(
            ["requirements-title", "requirements-occupation", "requirements-items", "requirements-level", "job-names", "job-pay", "job-openings"], refused.Problems.Select(p => p.Code));
        refused = await Assert.ThrowsAsync<UnusableInputException>(() =>
            Editor.CreateAsync(new(model.Version.Key), Draft(RequirementKind.OwnChoice, new RequirementEntry(Guid.NewGuid(), 2)), Change, Stop));
        Assert.Equal("requirements-statement", refused.Problems[0].Code);
        Assert.Equal(0, await _db.RequirementProfiles.CountAsync(Stop));
        var empty = await Editor.CreateAsync(new(model.Version.Key), Draft(RequirementKind.OwnChoice), Change, Stop);
        refused = await Assert.ThrowsAsync<UnusableInputException>(() => Editor.PublishAsync(empty, Change, Stop));
        Assert.Equal("requirements-empty", refused.Problems[0].Code);
    }

    private RequirementEditor Editor => new(_db);

    private static RequirementDraft Draft(RequirementKind kind, params RequirementEntry[] items) => new() { Kind = kind, Title = "Roofers", Items = items };

    private static RowLimit LimitOf(Guid organization) =>
        RowLimit.Of(new(Guid.NewGuid(), "Somebody", new HashSet<Role> { Role.Employer }) { Organizations = new HashSet<Guid> { organization } }, Permission.ReadOrganizations)!;

    private static async Task RefusedAsync(Func<Task> write)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(write);
        Assert.Contains("never changes", (refused.InnerException ?? refused).Message, StringComparison.Ordinal);
    }

    private async Task<(Model Model, List<Statement> Statements)> ModelAsync()
    {
        var content = TestModel.Of("Roof work", "Carries soil", "Seals a roof");
        await new FrameworkEditor(_db).LoadAsync(content, Change, Stop);
        var model = (await ModelCatalog.FindAsync(_db, content.Framework.Id.ToString(), null, Stop))!;
        return (model, await ModelCatalog.StatementsAsync(_db, model.Version, Stop));
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

public sealed class RequirementsOnSqlite() : RequirementStorageSuite(TestDb.SqliteAsync);

public sealed class RequirementsOnPostgres() : RequirementStorageSuite(TestDb.PostgresAsync);
