using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Bls;
using Trellis.Interop.Industry;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.LaborMarket;

/// <summary>Small files of the labor market as their publishers write them, whole and broken, on both databases.</summary>
public abstract class MarketFileSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private const string Qcew = "\"area_fips\",\"own_code\",\"industry_code\",\"agglvl_code\",\"size_code\",\"year\",\"qtr\",\"disclosure_code\",\"annual_avg_estabs\",\"annual_avg_emplvl\",\"total_annual_wages\"\n";

    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Oews_OfAllAreaTypesWithLowerCaseHeaders_KnowsEachAreaAndBound()
    {
        var book = OpenSaltBook.Of(
            ("All May 2024 data",
            [
                ["area", "area_title", "area_type", "prim_state", "occ_code", "occ_title", "o_group", "tot_emp", "a_median", "h_median", "annual", "hourly"],
                [53, "Washington", 2, "WA", "29-1141", "Registered Nurses", "detailed", "62,470", "104,200", 50.1, null, null],
                [42660, "Seattle-Tacoma-Bellevue, WA", 4, "WA", "29-1211", "Anesthesiologists", "detailed", 400, "#", "#", null, null],
                [5300006, "Western Washington nonmetropolitan area", 6, "WA", "25-2021", "Elementary School Teachers", "detailed", "**", 80000, "*", "TRUE", null],
            ]),
            ("Field Descriptions", [["# = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year"]]));

        var report = await LoadAsync(OewsReader.Reader, "all_data_M_2024.xlsx", book);

        Assert.Empty(report.Problems.Select(p => p.Message));
        Assert.Equal(("state-53", "May 2024"), (report.Release!.Scope, report.Release.Period));
        var rows = await _db.Wages.ToDictionaryAsync(w => w.AreaCode, TestContext.Current.CancellationToken);
        Assert.Equal((62470, 10_420_000, 5010), (rows["state-53"].Employment, rows["state-53"].AnnualMedian, rows["state-53"].HourlyMedian));
        Assert.Equal(Figure.TopCoded(11500), rows["metro-42660"].Of(WageFigure.HourlyMedian));
        Assert.Equal((Figure.Suppressed, Figure.NotApplicable), (rows["nonmetro-5300006"].Of(WageFigure.Employment), rows["nonmetro-5300006"].Of(WageFigure.HourlyMedian)));
        Assert.Equal("state-53", (await _db.Areas.SingleAsync(a => a.Code == "metro-42660", TestContext.Current.CancellationToken)).State);
    }

    [Theory]
    [InlineData("state_M2024_dl.csv", "53,Washington,2,29-114,Nurses,detailed,10,1,1", "oews-code", "row 2, OCC_CODE")]
    [InlineData("state_M2024_dl.csv", "53,Washington,2,29-1141,Nurses,fine,10,1,1", "oews-level", "row 2, O_GROUP")]
    [InlineData("state_M2024_dl.csv", "53,Washington,2,29-1141,Nurses,detailed,many,1,1", "oews-figure", "row 2, TOT_EMP")]
    [InlineData("state_M2024_dl.csv", "xx,Washington,2,29-1141,Nurses,detailed,10,1,1", "oews-area", "row 2, AREA")]
    [InlineData("state_M2024_dl.csv", "53,Washington,2,29-1141,Nurses,detailed,10,1,1\n53,Washington,2,29-1141,Nurses,detailed,10,1,1", "oews-twice", "row 3, OCC_CODE")]
    [InlineData("wages.csv", "53,Washington,2,29-1141,Nurses,detailed,10,1,1", "no-period", "wages.csv")]
    [InlineData("state_M2012_dl.csv", "53,Washington,2,29-1141,Nurses,detailed,10,#,1", "no-top-code", "state_M2012_dl.csv")]
    public async Task Oews_BrokenRow_IsToldWithItsPlace(string name, string rows, string code, string where)
    {
        var report = await LoadAsync(OewsReader.Reader, name, "AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEDIAN,H_MEDIAN\n" + rows + "\n");

        var problem = Assert.Single(report.Problems, p => p.Code == code);
        Assert.EndsWith(where, problem.Where, StringComparison.Ordinal);
        Assert.Equal(code == "oews-twice" ? 1 : 0, await _db.Wages.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task StateProjections_OfTwoSpans_StandSideBySide()
    {
        const string Header = "STFIPS,Area,OccCode,Title,BaseYear,ProjYear,Base,Projected,Change,PercentChange,AvgAnnualOpenings\n";
        await LoadAsync(StateProjectionsReader.Reader, "long.csv", Header + "53,Washington,29-1141,Registered Nurses,2022,2032,60000,66000,6000,10.0,4000\n53,Washington,29-1211,Anesthesiologists,2022,2032,*,,,,\n");
        var second = await LoadAsync(StateProjectionsReader.Reader, "short.csv", Header + "53,Washington,29-1141,Registered Nurses,2024,2026,62000,63000,1000,1.6,4100\n");

        Assert.Equal("state-53 2 years", second.Release!.Scope);
        var spans = await AreaProjections.ReadAsync(_db, "state-53", new(), TestContext.Current.CancellationToken);
        Assert.Equal([10, 2], spans.Spans);
        Assert.Equal(2, spans.Total);
        var nurses = spans.Projections.Single(p => p.Code == "29-1141");
        Assert.Equal((600, 4000), (nurses.Growth, nurses.Openings));
        Assert.Equal(Figure.Suppressed, spans.Projections.Single(p => p.Code == "29-1211").Of(ProjectionFigure.StartEmployment));
    }

    [Fact]
    public async Task Qcew_WithheldRow_HasEstablishmentsOnly()
    {
        var report = await LoadAsync(CountyIndustryReader.Reader, "2024.annual.csv", Qcew
            + "\"53033\",\"5\",\"11\",\"74\",\"0\",\"2024\",\"A\",\"N\",\"12\",\"0\",\"0\"\n\"53033\",\"5\",\"23\",\"74\",\"0\",\"2024\",\"A\",\"\",\"900\",\"8000\",\"640000000\"\n"
            + "\"53999\",\"5\",\"23\",\"74\",\"0\",\"2024\",\"A\",\"\",\"1\",\"1\",\"1\"\n\"53033\",\"5\",\"31-33\",\"74\",\"0\",\"2024\",\"A\",\"?\",\"1\",\"1\",\"1\"\n");

        Assert.Equal((2, 1), (report.Release!.Rows, report.Rejected));
        Assert.Equal("2024.annual.csv row 5, disclosure_code", report.Problems.Single(p => p.Severity == Severity.Rejected).Where);
        var rows = await _db.IndustryJobs.ToDictionaryAsync(j => j.Naics, TestContext.Current.CancellationToken);
        Assert.Equal((Figure.Of(12), Figure.Suppressed), (rows["11"].Of(IndustryFigure.Establishments), rows["11"].Of(IndustryFigure.Employment)));
        Assert.Equal((8000, 64_000_000_000), (rows["23"].Employment, rows["23"].Payroll));
    }

    [Fact]
    public async Task Sectors_OfTwoYears_SplitTheChangeIntoPartsThatAddUp()
    {
        await LoadAsync(CountyIndustryReader.Reader, "years.csv", Qcew
            + Row("US000", "23", 2019, 1000) + Row("US000", "62", 2019, 3000) + Row("US000", "23", 2024, 1100) + Row("US000", "62", 2024, 3700)
            + Row("53033", "23", 2019, 100) + Row("53033", "62", 2019, 100) + Row("53033", "23", 2024, 150) + Row("53033", "62", 2024, 110));
        var county = await _db.Areas.SingleAsync(a => a.Code == "county-53033", TestContext.Current.CancellationToken);

        var sectors = await AreaSectors.ReadAsync(_db, county, level: null, estimates: true, TestContext.Current.CancellationToken);

        // Construction here: 150/260 against 1100/4800 is 2.517; of +50, 20 come with the nation (+20 %), 10 less for the industry (+10 %), 40 from here.
        var construction = sectors!.Rows.Single(r => r.Naics == "23");
        Assert.Equal((2019, 2024), (sectors.StartYear!.Value, sectors.Year));
        Assert.Equal(2.517, construction.Quotient.Quotient.Value!.Value, 3);
        var together = (await AreaSectors.ReadAllAsync(_db, [county], estimates: true, TestContext.Current.CancellationToken)).Single();
        Assert.Equal(("county-53033", 260, 2.517), (together.Key, together.Value.All.Published, Math.Round(together.Value.Rows.Single(r => r.Naics == "23").Quotient.Quotient.Value!.Value, 3)));
        Assert.Equal((50, 20, -10, 40), (construction.Shift!.Change.Value!.Value, construction.Shift.NationalShare.Value!.Value, construction.Shift.IndustryMix.Value!.Value, construction.Shift.LocalShare.Value!.Value));
    }

    [Fact]
    public async Task Region_SavedTwice_HasTheCountiesOfTheLastTime()
    {
        await LoadAsync(CountyIndustryReader.Reader, "counties.csv", Qcew + Row("53033", "23", 2024, 10) + Row("53035", "23", 2024, 20));
        var editor = new AreaEditor(_db);
        await editor.SaveRegionAsync("Puget Sound", ["county-53033"], TestModel.Change, TestContext.Current.CancellationToken);
        var code = await editor.SaveRegionAsync("Puget Sound", ["county-53033", "county-53035"], TestModel.Change, TestContext.Current.CancellationToken);

        var chain = await AreaChain.ReadAsync(_db, code, TestContext.Current.CancellationToken);
        Assert.Equal(("region-puget-sound", "tester"), (chain!.Asked.Code, chain.Asked.SavedBy));
        var sectors = await AreaSectors.ReadAsync(_db, chain.Asked, level: null, estimates: true, TestContext.Current.CancellationToken);
        Assert.Equal((30, 2), (sectors!.All.Published, sectors.Counties));
        var problems = await Assert.ThrowsAsync<UnusableInputException>(() => editor.SaveRegionAsync("…", ["county-00000"], TestModel.Change, TestContext.Current.CancellationToken));
        Assert.Equal(["region-name", "unknown-county"], problems.Problems.Select(p => p.Code));
        Assert.True(await editor.DropRegionAsync(code, TestModel.Change, TestContext.Current.CancellationToken));
        Assert.Equal(["area drop", "area save", "area save"], await _db.AuditEntries.Where(a => a.Subject == "region-puget-sound").Select(a => a.Action).Order().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Profile_OfACountyWithoutWages_TakesThoseOfItsStateAndSaysSo()
    {
        await LoadAsync(OewsReader.Reader, "state_M2024_dl.csv", "AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEDIAN,H_MEDIAN\n53,Washington,2,29-1141,Nurses,detailed,10,90000,43.27\n");
        await LoadAsync(OewsReader.Reader, "national_M2019_dl.csv", "AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEDIAN,H_MEDIAN\n99,U.S.,1,29-1141,Nurses,detailed,10,80000,40\n");
        await LoadAsync(CountyIndustryReader.Reader, "counties.csv", Qcew + Row("53033", "23", 2024, 10));

        var profile = await MarketProfile.ReadAsync(_db, "29-1141.00", AreaCode.County("53033"), TestContext.Current.CancellationToken);

        Assert.Equal(("state-53", true, 9_000_000), (profile!.Wage!.Area.Code, profile.Wage.IsWider, profile.Wage.Figures.AnnualMedian));
        Assert.Equal(SocEditions.Hybrid, Assert.Single(profile.Skipped).Taxonomy);
    }

    private static string Row(string area, string industry, int year, int jobs) => FormattableString.Invariant($"\"{area}\",\"5\",\"{industry}\",\"74\",\"0\",\"{year}\",\"A\",\"\",\"1\",\"{jobs}\",\"1\"\n");

    private Task<ReleaseReport> LoadAsync(ReleaseReader reader, string name, string text) => LoadAsync(reader, name, Utf8.Strict.GetBytes(text));

    private Task<ReleaseReport> LoadAsync(ReleaseReader reader, string name, byte[] content) =>
        ReleaseImport.LoadAsync(_db, reader, ReleaseSource.Of(name, content), new(), TestModel.Change, TestContext.Current.CancellationToken);

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

public sealed class MarketFilesOnSqlite() : MarketFileSuite(TestDb.SqliteAsync);

public sealed class MarketFilesOnPostgres() : MarketFileSuite(TestDb.PostgresAsync);
