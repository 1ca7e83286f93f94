using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>The search and the coder follow the release that is in force; each engine inherits every test.</summary>
public abstract class SearchIndexSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;
    private OccupationIndex _index = null!;

    [Fact]
    public async Task Current_WithoutARelease_FindsNothing()
    {
        var loaded = await _index.CurrentAsync(_db);

        Assert.Null(loaded.Release);
        Assert.Empty(loaded.Search.Find("nurse"));
        using var coders = new CoderSource(_index, _test.Location);
        Assert.Null(await coders.CurrentAsync(_db));
    }

    [Fact]
    public async Task Current_AfterAnotherReleaseCameIntoForce_FindsItsTitles()
    {
        await TestOccupations.LoadAsync(_db, "1");
        var first = await _index.CurrentAsync(_db);
        Assert.Same(first, await _index.CurrentAsync(_db));
        Assert.Equal("29-1141.00", first.Search.Find("rn")[0].Code);
        Assert.Empty(first.Search.Find("yard jockey"));

        var release = await TestOccupations.LoadAsync(_db, "2", t => t with { Titles = [.. TestOccupations.Titles(t.Occupations[0].ReleaseKey, "53-3032.00", "Yard Jockey")] });
        var second = await _index.CurrentAsync(_db);
        Assert.Equal("53-3032.00", Assert.Single(second.Search.Find("yard jockey")).Code);

        await new ReleaseEditor(_db).DropAsync(release.Key, TestModel.Change);
        Assert.Empty((await _index.CurrentAsync(_db)).Search.Find("yard jockey"));
    }

    [Fact]
    public async Task Coder_OfARelease_IsLearnedOnceAndKeptInAFile()
    {
        await TestOccupations.LoadAsync(_db, "1");
        var folder = Directory.CreateTempSubdirectory("trellis-coder-").FullName;
        var location = new DataLocation(folder, null);
        using var coders = new CoderSource(_index, location);
        var coder = (await coders.CurrentAsync(_db))!.Coder;
        var file = Assert.Single(Directory.GetFiles(folder));
        var written = File.GetLastWriteTimeUtc(file);

        using var again = new CoderSource(_index, location);
        var same = (await again.CurrentAsync(_db))!.Coder;

        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
        Assert.Equivalent(coder.Code(new("night shift nurse")), same.Code(new("night shift nurse")), strict: true);
        await File.WriteAllTextAsync(file, "not a coder");
        using var broken = new CoderSource(_index, location);
        Assert.Equivalent(coder.Code(new("night shift nurse")), (await broken.CurrentAsync(_db))!.Coder.Code(new("night shift nurse")), strict: true);
        Directory.Delete(folder, recursive: true);
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        _index = new(_test.Source);
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _db.DisposeAsync();
        await _test.DisposeAsync();
    }
}

public sealed class SearchIndexOnSqliteTests() : SearchIndexSuite(TestDb.SqliteAsync);

public sealed class SearchIndexOnPostgresTests() : SearchIndexSuite(TestDb.PostgresAsync);
