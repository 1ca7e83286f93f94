using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.LaborMarket;

/// <summary>The real releases of wages, projections and classifications against the totals that their publishers give, and figures checked by hand.</summary>
public sealed class RealReleaseTests(RealMarket releases) : IAsyncLifetime
{
    private const string Oews2024 = "bls-oews/national_M2024_dl.xlsx";

    private Db _db = null!;

    [Theory]
    [InlineData(Oews2024, 1403, "May 2024", "us", "SOC 2018")]
    [InlineData("bls-oews/national_M2023_dl.xlsx", 1403, "May 2023", "us", "SOC 2018")]
    [InlineData("bls-oews/state-published/oews-washington.csv", 6920, "May 2022", "state-53", "SOC 2018")]
    [InlineData("bls-ep-2024-34/occupation.xlsx", 1113, "2024–34", "", "SOC 2018")]
    [InlineData("bls-ep-2024-34/education.xlsx", 832 + 7 * 833, "2024", "", "SOC 2018")]
    [InlineData("crosswalks/soc_2018_definitions.xlsx", 1447, "2018", "", "SOC 2018")]
    [InlineData("crosswalks/soc_2010_to_2018_crosswalk.xlsx", 900, "2010–2018", "", "SOC 2018")]
    [InlineData("crosswalks/nem-onet-to-soc-crosswalk.xlsx", 997, "9/6/2023", "", "O*NET-SOC 2019")]
    [InlineData("naics/2-6 digit_2022_Codes.xlsx", 2125, "2022", "", "NAICS 2022")]
    [InlineData("county-industry/industries_state47_naics4_all.tsv", 13342, "2018", "state-47 2018", "NAICS 2012")]
    [InlineData("county-industry/industries_state50_naics4_all.tsv", 2454, "2018", "state-50 2018", "NAICS 2012")]
    public void Release_AsPublished_LoadsWhole(string file, int rows, string edition, string scope, string taxonomy)
    {
        var report = releases.Report(file);

        Assert.Empty(Faults(report));
        Assert.Equal((ReleaseOutcome.Loaded, rows), (report.Outcome, report.Release!.Rows));
        Assert.Equal((edition, scope, taxonomy), (report.Release.Edition, report.Release.Scope, report.Release.Taxonomy));
    }

    [Fact]
    public void NewJersey_WithCodesThatASpreadsheetTookForDates_KeepsTheOthers()
    {
        var report = releases.Report("bls-oews/state_NJ_M2019_sample.csv");

        Assert.Equal((5, 14), (report.Release!.Rows, report.Rejected));
        Assert.All(report.Problems, p => Assert.Equal("oews-date", p.Code));
        Assert.Equal(("state-34", SocEditions.Hybrid), (report.Release.Scope, report.Release.Taxonomy));
    }

    [Fact]
    public void AreasOfTheWageStatistics_WithThreeRowsTwice_KeepEachOnce()
    {
        var report = releases.Report("bls-oews/oflc_Geography.csv");

        Assert.Equal(4991, report.Release!.Rows + report.Rejected);
        Assert.All(report.Problems.Where(p => p.Severity == Severity.Rejected), p => Assert.Equal("area-county-twice", p.Code));
        Assert.Equal(3, report.Rejected);
    }

    [Fact]
    public async Task Oews_MarksOfTheSource_AreAllKept()
    {
        var key = releases.Report(Oews2024).Release!.Key;
        var rows = await _db.Wages.Where(w => w.ReleaseKey == key).ToListAsync(TestContext.Current.CancellationToken);
        var marks = string.Concat(rows.Select(w => w.Marks[(int)WageFigure.HourlyMean..]));

        Assert.Equal(235, marks.Count(m => m == 't'));
        Assert.Equal(540, marks.Count(m => m is 's' or 'x'));
        Assert.Equal(831, rows.Count(w => w.Level == OccupationLevel.Detailed));
    }

    /// <summary>Ten figures read off the workbook of May 2024; wages in cents.</summary>
    [Theory]
    [InlineData("00-0000", OccupationLevel.Total, WageFigure.Employment, 154187380, FigureState.Value)]
    [InlineData("00-0000", OccupationLevel.Total, WageFigure.HourlyMean, 3266, FigureState.Value)]
    [InlineData("11-0000", OccupationLevel.Major, WageFigure.Annual90, 23920000, FigureState.TopCoded)]
    [InlineData("11-1011", OccupationLevel.Detailed, WageFigure.HourlyMedian, 9924, FigureState.Value)]
    [InlineData("11-1011", OccupationLevel.Detailed, WageFigure.Hourly75, 11500, FigureState.TopCoded)]
    [InlineData("29-1141", OccupationLevel.Detailed, WageFigure.AnnualMedian, 9360000, FigureState.Value)]
    [InlineData("29-1141", OccupationLevel.Detailed, WageFigure.Hourly10, 3175, FigureState.Value)]
    [InlineData("25-2021", OccupationLevel.Detailed, WageFigure.HourlyMedian, null, FigureState.NotApplicable)]
    [InlineData("25-2021", OccupationLevel.Detailed, WageFigure.AnnualMedian, 6234000, FigureState.Value)]
    [InlineData("27-2011", OccupationLevel.Detailed, WageFigure.AnnualMean, null, FigureState.NotApplicable)]
    [InlineData("29-1211", OccupationLevel.Detailed, WageFigure.Annual25, 18668000, FigureState.Value)]
    [InlineData("29-1141", OccupationLevel.Detailed, WageFigure.LocationQuotient, null, FigureState.NotReported)]
    public async Task Oews_FiguresReadByHand_AreTheSame(string soc, OccupationLevel level, WageFigure figure, int? value, FigureState state)
    {
        var key = releases.Report(Oews2024).Release!.Key;
        var wage = await _db.Wages.SingleOrDefaultAsync(w => w.ReleaseKey == key && w.Soc == soc && w.Level == level, TestContext.Current.CancellationToken);

        Assert.Equal(new Figure(value, state), wage?.Of(figure) ?? Figure.NotReported);
    }

    [Fact]
    public async Task Washington_EmptyCells_AreWithheldAndNotZero()
    {
        var nurses = await WageAsync("state-53", "29-1141");
        var chiefs = await WageAsync("state-53", "11-1011");

        Assert.Equal((62468, 4584, 3749, 4663, 4962, 9535000), (nurses.Employment, nurses.HourlyMean, nurses.Hourly25, nurses.HourlyMedian, nurses.Hourly75, nurses.AnnualMean));
        Assert.Equal(Figure.Suppressed, chiefs.Of(WageFigure.HourlyMedian));
        Assert.Equal(Figure.NotReported, chiefs.Of(WageFigure.Hourly10));
        Assert.Equal(3631, (await WageAsync("metro-13380", "29-1141")).HourlyMedian);
        Assert.Equal("Western Washington nonmetropolitan area", (await _db.Areas.SingleAsync(a => a.Code == "nonmetro-5300006", TestContext.Current.CancellationToken)).Name);
    }

    /// <summary>Ten figures read off the workbooks of 2024–34, in jobs and openings.</summary>
    [Theory]
    [InlineData("00-0000", ProjectionFigure.StartEmployment, 169956100, FigureState.Value)]
    [InlineData("00-0000", ProjectionFigure.Openings, 18863300, FigureState.Value)]
    [InlineData("29-1141", ProjectionFigure.EndEmployment, 3557100, FigureState.Value)]
    [InlineData("29-1141", ProjectionFigure.Openings, 189100, FigureState.Value)]
    [InlineData("29-1141", ProjectionFigure.Exits, 97900, FigureState.Value)]
    [InlineData("29-1141", ProjectionFigure.Transfers, 74600, FigureState.Value)]
    [InlineData("29-1141", ProjectionFigure.MedianWage, 9360000, FigureState.Value)]
    [InlineData("29-1211", ProjectionFigure.MedianWage, 23920000, FigureState.TopCoded)]
    [InlineData("13-1020", ProjectionFigure.Change, 30100, FigureState.Value)]
    [InlineData("53-3032", ProjectionFigure.ChangePercent, 4.0, FigureState.Value)]
    [InlineData("53-7073", ProjectionFigure.Change, -900, FigureState.Value)]
    [InlineData("29-1141", ProjectionFigure.Growth, 16610, FigureState.Value)]
    public async Task Projections_FiguresReadByHand_AreTheSame(string code, ProjectionFigure figure, double value, FigureState state)
    {
        var projection = await _db.Projections.SingleAsync(p => p.Code == code, TestContext.Current.CancellationToken);

        Assert.Equal(new Figure(value, state), projection.Of(figure));
    }

    [Fact]
    public async Task Projections_LinesAndTexts_AreThoseOfTheTable()
    {
        var all = await _db.Projections.ToListAsync(TestContext.Current.CancellationToken);
        var truckers = all.Single(p => p.Code == "53-3032");

        Assert.Equal(832, all.Count(p => !p.IsSummary));
        Assert.Equal(19, all.Count(p => p.Of(ProjectionFigure.MedianWage).State == FigureState.TopCoded));
        Assert.Equal(("Postsecondary nondegree award", "None", "Short-term on-the-job training", 4), (truckers.Education, truckers.Experience, truckers.Training, truckers.Depth));
        Assert.Null(all.Single(p => p.Code == "00-0000").Education);
        Assert.All(all, p => Assert.DoesNotContain('[', p.Title));
    }

    [Fact]
    public async Task Education_AssignmentsAndShares_AreThoseOfTheTables()
    {
        Assert.Equal(832, await _db.EntryEducation.CountAsync(TestContext.Current.CancellationToken));
        var shares = await _db.EducationShares.Where(s => s.Code == "11-1011").OrderBy(s => s.Ordinal).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1.5, 7.8, 13.1, 5.3, 40.7, 24.7, 6.9], shares.Select(s => s.Percent!.Value));
        Assert.Equal("Doctoral or professional degree", shares[^1].Level);
    }

    [Fact]
    public async Task Industries_TitlesOfTheStructure_LoseTheirMark()
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        var report = await RealMarket.LoadAsync(db, Trellis.Interop.Industry.NaicsReader.Reader, SharedData.Path("naics/2022_NAICS_Structure.xlsx"));
        var industries = await db.Industries.ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2125, 0), (report.Release!.Rows, report.Rejected));
        Assert.Equal(["Agriculture, Forestry, Fishing and Hunting", "Manufacturing", "Crop Production"], new[] { "11", "31-33", "111" }.Select(c => industries.Single(i => i.Code == c).Title));
        Assert.Equal(20, industries.Count(i => i.Level == 2));
    }

    [Fact]
    public async Task CountyIndustries_WithheldNumbers_AreNeverZero()
    {
        var tennessee = await _db.IndustryJobs.Where(j => j.AreaCode.StartsWith("county-47")).ToListAsync(TestContext.Current.CancellationToken);
        var logging = tennessee.Single(j => j.AreaCode == "county-47001" && j.Naics == "1133");

        Assert.Equal(95, tennessee.Select(j => j.AreaCode).Distinct().Count());
        Assert.Equal(7288, tennessee.Count(j => j.Of(IndustryFigure.Employment).State == FigureState.Suppressed));
        Assert.DoesNotContain(tennessee, j => j.Employment <= 0 || j.EstimatedEmployment < 0);
        Assert.Equal(("emp_est3", 1.0), (logging.Estimate, logging.Establishments));
        Assert.Equal(6.05, logging.EstimatedEmployment!.Value, 2);
        Assert.Equal(40_640_000, (await _db.IndustryJobs.SingleAsync(j => j.AreaCode == "county-50001" && j.Naics == "1133", TestContext.Current.CancellationToken)).Payroll);
    }

    [Fact]
    public async Task Areas_OfTheWageStatistics_AreMadeOfCounties()
    {
        var counties = await _db.AreaCounties.Where(c => c.AreaCode == "metro-12580").Select(c => c.CountyCode).ToListAsync(TestContext.Current.CancellationToken);
        var hartford = await _db.AreaCounties.Where(c => c.Part == "Hartford city, CT").ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains("county-24510", counties);
        Assert.Contains("county-24005", counties);
        Assert.Equal("", Assert.Single(hartford).CountyCode);
        Assert.Empty(await _db.AreaCounties.Where(c => c.CountyCode == "" && c.Part.EndsWith("County, TX")).ToListAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Wage> WageAsync(string area, string soc) => await _db.Wages.SingleAsync(w => w.AreaCode == area && w.Soc == soc, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Faults(ReleaseReport report) => report.Problems.Where(p => p.Severity != Severity.Noted).Select(p => $"{p.Where}: {p.Message}");

    public async ValueTask InitializeAsync() => _db = await releases.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (_db is not null)
            await _db.DisposeAsync();
    }
}
