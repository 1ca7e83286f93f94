using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Storage;

/// <summary>What both databases must do with releases of outside data; each engine inherits every test.</summary>
public abstract class ReleaseStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private static readonly BulkColumn[] Columns = [new("release_key", typeof(int)), new("id", typeof(string)), new("name", typeof(string)), new("description", typeof(string))];

    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Load_SecondRelease_TakesThePlaceOfTheFirst()
    {
        var first = await LoadAsync("1", ["2.A", "2.B"]);
        var second = await LoadAsync("2", ["2.A"]);

        Assert.Equal(second.Key, (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet))!.Key);
        Assert.Equal(ReleaseState.Former, await StateAsync(first.Key));
        Assert.Equal(2, first.Rows);
        Assert.Equal(2, await _db.ContentElements.CountAsync(e => e.ReleaseKey == first.Key));
    }

    [Fact]
    public async Task Load_BrokenOff_LeavesTheFormerReleaseAndNoRow()
    {
        var first = await LoadAsync("1", ["2.A"]);

        await Assert.ThrowsAsync<InvalidDataException>(() => new ReleaseEditor(_db).LoadAsync(Draft("2"), async rows =>
        {
            await rows.InsertAsync("occupation_elements", Columns, [[rows.Key, "2.A", "x", "x"]], default);
            throw new InvalidDataException("The line was cut.");
        }, TestModel.Change));

        await using var db = _test.Open();
        Assert.Equal(first.Key, (await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet))!.Key);
        Assert.Equal(1, await db.ContentElements.CountAsync());
    }

    [Fact]
    public async Task Restore_FormerRelease_MakesItCurrent()
    {
        var first = await LoadAsync("1", ["2.A"]);
        await LoadAsync("2", ["2.A"]);

        Assert.True(await new ReleaseEditor(_db).RestoreAsync(first.Key, TestModel.Change));

        Assert.Equal("1", (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet))!.Edition);
        Assert.False(await new ReleaseEditor(_db).RestoreAsync(first.Key, TestModel.Change));
    }

    [Fact]
    public async Task Drop_CurrentRelease_TakesItsRowsAndBringsBackTheFormer()
    {
        var first = await LoadAsync("1", ["2.A"]);
        var second = await LoadAsync("2", ["2.A", "2.B"]);

        Assert.True(await new ReleaseEditor(_db).DropAsync(second.Key, TestModel.Change));

        Assert.Equal(first.Key, (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet))!.Key);
        Assert.False(await _db.ContentElements.AnyAsync(e => e.ReleaseKey == second.Key));
        Assert.Equal(["release drop", "release load", "release load"], await _db.AuditEntries.Select(a => a.Action).Order().ToListAsync());
    }

    [Fact]
    public async Task Load_StarterBesideARealRelease_StaysInItsShade()
    {
        var starter = await LoadAsync("starter", ["2.A"], isStarter: true);
        Assert.Equal(ReleaseState.Current, await StateAsync(starter.Key));
        var real = await LoadAsync("1", ["2.A"]);
        var again = await LoadAsync("starter 2", ["2.A"], isStarter: true);

        Assert.Equal(real.Key, (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet))!.Key);
        Assert.Equal(ReleaseState.Former, await StateAsync(again.Key));
    }

    private static DataRelease Draft(string edition, bool isStarter = false) =>
        new() { Kind = ReleaseKinds.Onet, Edition = edition, Title = $"Release {edition}", IsStarter = isStarter };

    private Task<DataRelease> LoadAsync(string edition, string[] ids, bool isStarter = false) => new ReleaseEditor(_db).LoadAsync(
        Draft(edition, isStarter),
        rows => rows.InsertAsync("occupation_elements", Columns, ids.Select(id => new object?[] { rows.Key, id, $"Name of {id}", "" }), default),
        TestModel.Change);

    private Task<ReleaseState> StateAsync(int key) => _db.DataReleases.Where(r => r.Key == key).Select(r => r.State).SingleAsync();

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

public sealed class ReleasesOnSqlite() : ReleaseStorageSuite(TestDb.SqliteAsync);

public sealed class ReleasesOnPostgres() : ReleaseStorageSuite(TestDb.PostgresAsync);
