using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Training;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>The real list of fields of study and the real crosswalk, on both databases.</summary>
public abstract class CrosswalkSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Crosswalk_AsPublished_HasItsTotalsAndTenPairs()
    {
        var report = await TestReleases.LoadAsync(_test, CipSocReader.Reader, SharedData.Path("crosswalks/CIP2020_SOC2018_Crosswalk.xlsx"));

        Assert.Equal((ReleaseOutcome.Loaded, 0), (report.Outcome, report.Rejected));
        Assert.Equal(6097, report.Release!.Rows);
        Assert.Equal((194, 180), (await _db.CipSocs.CountAsync(c => c.Soc == CipSoc.NoSoc), await _db.CipSocs.CountAsync(c => c.Cip == CipSoc.NoCip)));
        string[] pairs =
        [
            "01.0000 19-1011 Agriculture, General > Animal Scientists", "51.3801 29-1141 Registered Nursing/Registered Nurse > Registered Nurses",
            "51.3901 29-2061 Licensed Practical/Vocational Nurse Training > Licensed Practical and Licensed Vocational Nurses",
            "48.0508 51-4121 Welding Technology/Welder > Welders, Cutters, Solderers, and Brazers",
            "49.0205 53-3032 Truck and Bus Driver/Commercial Vehicle Operator and Instructor > Heavy and Tractor-Trailer Truck Drivers",
            "46.0302 47-2111 Electrician > Electricians", "51.1009 31-9097 Phlebotomy Technician/Phlebotomist > Phlebotomists",
            "12.0401 39-5012 Cosmetology/Cosmetologist, General > Hairdressers, Hairstylists, and Cosmetologists",
            "11.0201 15-1251 Computer Programming/Programmer, General > Computer Programmers",
            "52.0302 43-3031 Accounting Technology/Technician and Bookkeeping > Bookkeeping, Accounting, and Auditing Clerks",
        ];
        var all = (await _db.CipSocs.ToListAsync()).Select(c => $"{c.Cip} {c.Soc} {c.CipTitle} > {c.SocTitle}").ToHashSet();
        Assert.Empty(pairs.Except(all));
    }

    [Fact]
    public async Task FieldsOfStudy_AsPublished_HaveTheirTotalsAndZeros()
    {
        var report = await TestReleases.LoadAsync(_test, CipReader.Reader, SharedData.Path("crosswalks/CIPCode2020.csv"));

        Assert.Equal((ReleaseOutcome.Loaded, 0), (report.Outcome, report.Rejected));
        Assert.Equal(2848, report.Release!.Rows);
        Assert.Equal("Agriculture, General", (await _db.Cips.SingleAsync(c => c.Code == "01.0000")).Title);
        Assert.Equal((544, 12), (await _db.Cips.CountAsync(c => c.Change == "New"), await _db.Cips.CountAsync(c => c.Change == "Deleted")));
        Assert.Equal(report.Release.Key, (await TestReleases.LoadAsync(_test, CipReader.Reader, SharedData.Path("crosswalks/CIPCode2020.csv"))).Release!.Key);
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

public sealed class CrosswalksOnSqlite() : CrosswalkSuite(TestDb.SqliteAsync);

public sealed class CrosswalksOnPostgres() : CrosswalkSuite(TestDb.PostgresAsync);
