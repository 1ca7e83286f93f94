using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Starter;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>How a start loads the starter set, with small sets of its own.</summary>
public sealed class StarterSetTests : IAsyncLifetime
{
    private const string Releases = "release,kind,scope,title,edition,period,publisher,taxonomy,attribution,gaps\nmini,onet,,Small set,1,2026,Trellis,O*NET-SOC 2019,Say this.,the rest;more\n";
    private const string Occupations = "release,code,title,description,job_zone\nmini,51-3011.00,Bakers,Bake bread.,2\nother,51-3021.00,Butchers,Cut meat.,2\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-starter-").FullName;
    private TestDb _test = null!;
    private Db _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OnAnEmptyDatabase_LoadsTheRowsOfEachRelease()
    {
        Write("releases.csv", Releases);
        Write("occupations.csv", Occupations);
        Write("titles.csv", "release,code,kind,text,abbreviation\nmini,51-3011.00,Alternate,Bread maker,BM\n");
        Write("tasks.csv", "release,code,number,text,type\nmini,51-3011.00,1,Knead dough.,Core\n");
        Write("ratings.csv", "release,code,element,scale,category,value,not_relevant\nmini,51-3011.00,2.A.1.a,IM,,3.25,\n");

        await LoadAsync();

        var release = (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet, stop: Stop))!;
        Assert.Equal((true, 5, "Say this."), (release.IsStarter, release.Rows, release.Attribution));
        Assert.Equal(["the rest", "more"], release.Gaps);
        var baker = await _db.Occupations.SingleAsync(Stop);
        Assert.Equal(("51-3011", 2, true, true), (baker.Soc, baker.JobZone, baker.HasRatings, baker.HasData));
        Assert.Equal([(TitleKind.Official, "Bakers"), (TitleKind.Alternate, "Bread maker")],
            (await _db.OccupationTitles.OrderBy(t => t.Ordinal).ToListAsync(Stop)).Select(t => (t.Kind, t.Text)));
        Assert.Equal(3.25, (await _db.OccupationRatings.SingleAsync(Stop)).Value);
    }

    [Fact]
    public async Task Start_WithTheSameFiles_LoadsNothingAgainEvenAfterADrop()
    {
        Write("releases.csv", Releases);
        Write("occupations.csv", Occupations);
        var first = Assert.Single(await LoadAsync());

        Assert.Empty(await LoadAsync());
        await new ReleaseEditor(_db).DropAsync(first.Key, TestModel.Change, Stop);
        Assert.Empty(await LoadAsync());

        Assert.False(await _db.DataReleases.AnyAsync(Stop));
    }

    [Fact]
    public async Task Start_WithAChangedFile_TakesThePlaceOfTheFormerSet()
    {
        Write("releases.csv", Releases);
        Write("occupations.csv", Occupations);
        await LoadAsync();
        Write("occupations.csv", Occupations.Replace("Bake bread.", "Bake bread and cakes.", StringComparison.Ordinal));

        await LoadAsync();

        Assert.Equal(ReleaseState.Current, (await _db.DataReleases.SingleAsync(Stop)).State);
        Assert.Equal("Bake bread and cakes.", (await _db.Occupations.SingleAsync(Stop)).Description);
    }

    [Fact]
    public async Task Start_BesideAPublishersRelease_StaysInItsShade()
    {
        using var source = ReleaseSource.Of("release.zip", TestRelease.Onet("1.0", ["Millers"]));
        await ReleaseImport.LoadAsync(_db, ReleaseReaders.Find("onet")!, source, new(), TestModel.Change, Stop);
        Write("releases.csv", Releases);
        Write("occupations.csv", Occupations);

        await LoadAsync();

        Assert.Equal("O*NET 1.0 Database", (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet, stop: Stop))!.Title);
        Assert.Equal(2, await _db.DataReleases.CountAsync(Stop));
    }

    [Theory]
    [InlineData("release,code,title,description,job_zone\nmini,51-3011.00,Bakers,Bake.,two\n", "row 2, job_zone")]
    [InlineData("release,code,title,description,job_zone\nmini,51-3011,Bakers,Bake.,2\n", "'51-3011'")]
    public async Task Start_WithAFaultyFile_NamesThePlaceAndLoadsNothing(string occupations, string where)
    {
        Write("releases.csv", Releases);
        Write("occupations.csv", occupations);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);

        Assert.Contains(where, fault.Message, StringComparison.Ordinal);
        await using var db = _test.Open();
        Assert.False(await db.DataReleases.AnyAsync(Stop));
    }

    [Fact]
    public async Task Start_WithTheSetThatShips_LoadsItsOccupations()
    {
        await StarterSet.LoadAsync(_db, Path.Combine(Checkout.Root, "data"), TimeProvider.System, Stop);

        var release = (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet, stop: Stop))!;
        Assert.True(await _db.Occupations.CountAsync(o => o.ReleaseKey == release.Key && o.HasData, Stop) > 100);
        Assert.All(await _db.DataReleases.ToListAsync(Stop), r => Assert.True(r.IsStarter && r.Rows > 0));
    }

    private Task<List<DataRelease>> LoadAsync() => StarterSet.LoadAsync(_db, _folder, TimeProvider.System, Stop);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "starter"));
        File.WriteAllText(Path.Combine(_folder, "starter", name), text);
    }

    public async ValueTask InitializeAsync()
    {
        _test = await TestDb.SqliteAsync();
        _db = _test.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        await _test.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
