using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Onet;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The full release O*NET 30.2: its published totals, and figures looked up by hand in its files.</summary>
public sealed class OnetFullReleaseTests(OnetDatabase onet)
{
    [Fact]
    public async Task Release_Of302_IsNamedAndCountedAsPublished()
    {
        var report = await onet.ReportAsync();
        await using var db = await onet.OpenAsync();
        var release = report.Release!;

        Assert.True(report is { Outcome: ReleaseOutcome.Loaded, Rejected: 0, Repaired: 0, Problems: [] }, string.Join(" | ", report.Problems.Take(5)));
        Assert.Equal(("O*NET 30.2 Database", "30.2", "February 2026", "O*NET-SOC 2019"), (release.Title, release.Edition, release.Period, release.Taxonomy));
        Assert.Contains("O*NET 30.2 Database", release.Attribution);
        Assert.Equal(["Task Ratings", "Work Context"], release.Gaps);
        Assert.Equal(1016, await db.Occupations.CountAsync());
        Assert.Equal(923, await db.Occupations.CountAsync(o => o.JobZone != null));
        Assert.Equal(923, await db.Occupations.CountAsync(o => o.HasData));
        Assert.Equal(894, await db.Occupations.CountAsync(o => o.HasRatings));
        Assert.Equal(57_543, await db.OccupationTitles.CountAsync(t => t.Kind == TitleKind.Alternate));
        Assert.Equal(7_953, await db.OccupationTitles.CountAsync(t => t.Kind == TitleKind.Reported));
        Assert.Equal(18_796, await db.OccupationTasks.CountAsync());
        Assert.Equal(23_850, await db.TaskActivities.CountAsync());
        Assert.Equal(2_087, await db.DetailedActivities.CountAsync());
        Assert.Equal(32_773, await db.OccupationTechnologies.CountAsync(t => t.Kind == TechnologyKind.Software));
        Assert.Equal(41_662, await db.OccupationTechnologies.CountAsync(t => t.Kind == TechnologyKind.Tool));
        Assert.Equal(18_460, await db.RelatedOccupations.CountAsync());
        Assert.Equal(630, await db.ContentElements.CountAsync());
        Assert.Equal(31, await db.RatingScales.CountAsync());
        Assert.Equal(378_588, await db.OccupationRatings.CountAsync());
        Assert.Equal(38, await db.OnetTables.CountAsync());
    }

    [Theory]
    [InlineData("29-1141.00", "2.B.1.a", "IM", 0, 4.12)]
    [InlineData("29-1141.00", "2.C.5.a", "LV", 0, 4.47)]
    [InlineData("53-3032.00", "1.A.1.a.1", "IM", 0, 3.12)]
    [InlineData("29-1141.00", "4.A.4.a.5", "LV", 0, 5.89)]
    [InlineData("15-1252.00", "1.B.1.b", "OI", 0, 6.05)]
    [InlineData("33-2011.00", "1.D.1.a", "WI", 0, 0.46)]
    [InlineData("11-1011.00", "2.D.1", "RL", 6, 32.29)]
    public async Task Rating_LookedUpByHand_IsThere(string code, string element, string scale, int category, double value)
    {
        await using var db = await onet.OpenAsync();
        var rating = await db.OccupationRatings.SingleAsync(r => r.Code == code && r.ElementId == element && r.Scale == scale && r.Category == category);
        Assert.Equal(value, rating.Value);
    }

    [Fact]
    public async Task Rows_LookedUpByHand_AreThere()
    {
        await using var db = await onet.OpenAsync();

        var level = await db.OccupationRatings.SingleAsync(r => r.Code == "11-1011.00" && r.ElementId == "2.B.3.d" && r.Scale == "LV");
        Assert.True(level is { Value: 0, IsNotRelevant: true, IsUncertain: false, Raters: 8, Date: "08/2023", Source: "Analyst" });
        Assert.Equal("RN", (await db.OccupationTitles.SingleAsync(t => t.Code == "29-1141.00" && t.Text == "Registered Nurse (RN)")).Abbreviation);
        Assert.StartsWith("Conduct \"head counts\" to help", (await db.OccupationTasks.SingleAsync(t => t.Code == "11-1031.00" && t.TaskId == 15287)).Text);
        Assert.True(await db.OccupationTechnologies.SingleAsync(t => t.Code == "15-1252.00" && t.Example == "Git") is { IsHot: true, IsInDemand: true, CommodityCode: "43232203" });
        Assert.True(await db.Occupations.SingleAsync(o => o.Code == "51-4041.00") is { JobZone: 3, JobZoneDate: "08/2020", JobZoneSource: "Analyst" });
        Assert.Equal("29-1171.00", (await db.RelatedOccupations.SingleAsync(r => r.Code == "29-1141.00" && r.Rank == 2)).RelatedCode);
        Assert.Equal(52, await db.OccupationTitles.CountAsync(t => t.Code == "51-4041.00" && t.Kind == TitleKind.Alternate));
    }

    [Fact]
    public async Task Release_InTheFilesOf303_HoldsTheSameFigures()
    {
        await using var test = await TestDb.SqliteAsync();
        await using var renamed = test.Open();
        using var source = ReleaseSource.Open(SharedData.Path("onet/onet_30_3_layout_from_30_2.zip"));

        var report = await ReleaseImport.LoadAsync(renamed, OnetRelease.Reader, source, new(), TestModel.Change);

        await using var db = await onet.OpenAsync();
        Assert.Equal((ReleaseOutcome.Loaded, 0, "30.3"), (report.Outcome, report.Rejected, report.Release!.Edition));
        Assert.Contains("Software Skills", report.Release.Gaps);
        Assert.DoesNotContain("Technology Skills", report.Release.Gaps);
        Assert.Equal(await Sums(db), await Sums(renamed));
        Assert.Equal(894, await renamed.Occupations.CountAsync(o => o.HasRatings));
        Assert.Equal(57_543, await renamed.OccupationTitles.CountAsync(t => t.Kind == TitleKind.Alternate));
    }

    /// <summary>For each scale the sum of what both layouts hold.</summary>
    private static async Task<List<string>> Sums(Db db)
    {
        var sums = await db.OccupationRatings
            .Where(r => !r.ElementId.StartsWith("1.A.") && !r.ElementId.StartsWith("1.B.2.") && !r.ElementId.StartsWith("4.A."))
            .GroupBy(r => new { r.Scale, r.Category })
            .Select(g => new { g.Key.Scale, g.Key.Category, Rows = g.Count(), Values = g.Sum(r => r.Value), Raters = g.Sum(r => r.Raters), Uncertain = g.Count(r => r.IsUncertain == true) })
            .OrderBy(g => g.Scale).ThenBy(g => g.Category).ToListAsync();
        return [.. sums.Select(s => FormattableString.Invariant($"{s.Scale} {s.Category}: {s.Rows} {s.Values:F2} {s.Raters} {s.Uncertain}"))];
    }
}
