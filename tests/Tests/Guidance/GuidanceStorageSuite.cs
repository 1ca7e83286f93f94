using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Reference;
using Trellis.Interop.Starter;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>What guidance reads of the database, with the starter set; each engine inherits every test.</summary>
public abstract class GuidanceStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;
    private SkillTables _tables = null!;

    [Fact]
    public async Task Tables_BeforeAndAfterALoad_HoldWhatIsInForce()
    {
        Assert.Empty((await _tables.CurrentAsync(_db)).Table.Occupations);
        Assert.Null((await _tables.CurrentAsync(_db)).Release);

        await StarterSet.LoadAsync(_db, ShippedData.Folder, TimeProvider.System);
        var loaded = await _tables.CurrentAsync(_db);
        Assert.Same(loaded, await _tables.CurrentAsync(_db));
        var row = loaded.Table.Row("31-1131.00");
        Assert.True(row >= 0);
        Assert.Contains(Enumerable.Range(0, loaded.Table.Elements.Count), c => loaded.Table.IsRated(row, c));
        Assert.False(loaded.Table.Interests(row).IsEmpty);
    }

    [Fact]
    public async Task MarketsAndWords_OfTheStarterSet_AreRead()
    {
        await StarterSet.LoadAsync(_db, ShippedData.Folder, TimeProvider.System);
        var market = await FitMarkets.ReadAsync(_db, InDemandRules.Read(ShippedData.Folder)[0], AreaCode.Nation);
        using var index = new OccupationIndex(_test.Source);
        var words = await new ResumeLexicon(index, _tables).CurrentAsync(_db);

        Assert.Contains(market.Markets, m => m.Entry.MedianWage.HasValue && m.Label is not null);
        Assert.NotEmpty(market.Releases);
        Assert.Contains(ResumeSuggestions.In("Nursing Assistant, Quiet Shore", words), s => s is { Kind: SuggestionKind.Job, Value: "Nursing Assistant" });
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        _tables = new(_test.Source, TimeProvider.System);
        await ShippedAreas.LoadAsync(_db, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _tables.Dispose();
        await _db.DisposeAsync();
        await _test.DisposeAsync();
    }
}

public sealed class SqliteGuidanceStorageTests() : GuidanceStorageSuite(TestDb.SqliteAsync);

public sealed class PostgresGuidanceStorageTests() : GuidanceStorageSuite(TestDb.PostgresAsync);
