using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>The living index over a database; run on both engines.</summary>
public abstract class SearchIndexSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;
    private SearchIndex _search = null!;

    [Fact]
    public async Task Search_ReturnsHitsWithTheirTextsAndPaths()
    {
        await LoadAsync(TestModel.Of("Roofing", "Lays shingles", "Nails shingles flat"));
        await LoadAsync(TestModel.Of("Paving", "Lays asphalt"));

        var page = await _search.SearchAsync(_db, new() { Text = "shingles" });

        Assert.Equal(["Lays shingles", "Nails shingles flat"], page.Hits.Select(h => h.Statement.Text.In("en")));
        Assert.All(page.Hits, h => Assert.Equal(["Roofing"], h.Path.Select(p => p.Text.In("en"))));
        Assert.All(page.Hits, h => Assert.Equal(("roofing", "Roofing"), (h.Slug, h.ModelTitle.In("en"))));
    }

    [Fact]
    public async Task NewFramework_KeepsTheSegmentsOfTheOthers()
    {
        await LoadAsync(TestModel.Of("Roofing", "Lays shingles"));
        var first = await _search.CurrentAsync(_db);

        await LoadAsync(TestModel.Of("Paving", "Lays asphalt"));
        var second = await _search.CurrentAsync(_db);

        Assert.Equal(2, second.Segments.Count);
        Assert.Contains(first.Segments[0], second.Segments);
        Assert.Same(second, await _search.CurrentAsync(_db));
    }

    [Fact]
    public async Task ManySearches_AtOnceOverAnUnbuiltIndex_AllFind()
    {
        await LoadAsync(TestModel.Of("Roofing", "Lays shingles"));

        var totals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var db = _test.Open();
            return (await _search.SearchAsync(db, new() { Text = "shingles" })).Result.Total;
        })));

        Assert.All(totals, total => Assert.Equal(1, total));
    }

    [Fact]
    public async Task Similar_CountsEqualTextsOfOtherFrameworksAsOne()
    {
        await LoadAsync(TestModel.Of("Roofing", "Lays asphalt shingles flat", "Climbs ladders", "Sells roofs"));
        await LoadAsync(TestModel.Of("Siding", "Nails asphalt shingles flat", "Cuts boards", "Counts nails"));
        await LoadAsync(TestModel.Of("Decking", "Nails asphalt shingles flat", "Stains wood", "Digs holes"));
        var statement = await _db.Statements.SingleAsync(s => s.VersionKey == 1 && s.Ordinal == 1);

        var hit = Assert.Single(await _search.SimilarAsync(_db, statement, 5));

        Assert.Equal(("decking", "Decking", 1), (hit.Slug, hit.ModelTitle.In("en"), hit.Copies));
        Assert.Equal("Nails asphalt shingles flat", hit.Text.In("en"));
        Assert.Equal(["asphalt", "flat", "shingles"], hit.SharedWords.Order(StringComparer.Ordinal));
        Assert.InRange(hit.Score, 0.5f, 0.95f);
    }

    [Fact]
    public async Task Similar_LeavesOutTheSameStatementInItsCurrentVersion()
    {
        var id = Guid.NewGuid();
        var old = TestModel.Of(id, "Roofing", "Lays shingles", "Climbs ladders");
        await LoadAsync(old);
        await LoadAsync(TestModel.Of(id, "Roofing", "Lays shingles", "Climbs ladders", "Sells roofs"));

        Assert.Empty(await _search.SimilarAsync(_db, old.Statements[1], 5));
    }

    private Task<LoadResult> LoadAsync(FrameworkContent content) => new FrameworkEditor(_db).LoadAsync(content, TestModel.Change);

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        _search = new(_test.Source);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _search?.Dispose();
        if (_db is not null)
            await _db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class SearchIndexOnSqlite() : SearchIndexSuite(TestDb.SqliteAsync);

public sealed class SearchIndexOnPostgres() : SearchIndexSuite(TestDb.PostgresAsync);
