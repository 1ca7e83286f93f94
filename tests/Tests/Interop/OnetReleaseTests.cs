using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What a load of an O*NET release must bring on both databases; each engine inherits every test.</summary>
public abstract class OnetReleaseSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Load_OfASmallRelease_FillsEveryTable()
    {
        var report = await OnetSample.LoadAsync(_db, OnetSample.Source());

        Assert.True(report is { Outcome: ReleaseOutcome.Loaded, Rejected: 0, Problems: [] }, Told(report));
        Assert.Equal(("29.9", "May 2025", "O*NET-SOC 2019"), (report.Release!.Edition, report.Release.Period, report.Release.Taxonomy));
        Assert.Contains("Abilities", report.Release.Gaps);
        Assert.DoesNotContain("Skills", report.Release.Gaps);
        Assert.Equal(
            [("29-1141.00", 4, true, true), ("47-2111.00", 3, false, true), ("55-1011.00", 0, false, false)],
            (await _db.Occupations.OrderBy(o => o.Code).ToListAsync()).Select(o => (o.Code, o.JobZone ?? 0, o.HasRatings, o.HasData)));
        Assert.Equal(
            ["Registered Nurses", "Ward \"Night\" Nurse", "Staff Nurse"],
            await _db.OccupationTitles.Where(t => t.Code == "29-1141.00").OrderBy(t => t.Ordinal).Select(t => t.Text).ToListAsync());
        Assert.Equal("Watch people.", (await _db.DetailedActivities.SingleAsync()).GroupTitle);
        Assert.Equal(3, await _db.ScalePoints.CountAsync());
        Assert.Equal(1, await _db.RelatedOccupations.CountAsync());
        Assert.Equal("""["2.A.1.a","Reading Comprehension","SK01","IM"]""", (await _db.OnetRows.SingleAsync(r => r.Table == "survey_booklet_locations")).Cells);
        Assert.Equal(["IWA Reference", "Survey Booklet Locations"], await _db.OnetTables.Where(t => _db.OnetRows.Any(r => r.Table == t.Name)).Select(t => t.Title).Order().ToListAsync());
    }

    [Fact]
    public async Task Load_OfRatings_KeepsWhatIsMissingAndWhatIsUncertain()
    {
        await OnetSample.LoadAsync(_db, OnetSample.Source());

        var level = await _db.OccupationRatings.SingleAsync(r => r.ElementId == "2.A.1.a" && r.Scale == "LV");
        Assert.True(level is { Value: 4.5, Raters: 8, StandardError: 0.25, LowerBound: 4, UpperBound: 5, IsUncertain: true, IsNotRelevant: false, Category: 0 });
        var knowledge = await _db.OccupationRatings.SingleAsync(r => r.ElementId == "2.C.5.a");
        Assert.True(knowledge is { Value: 5, StandardError: null, IsUncertain: null, IsNotRelevant: null, Date: "08/2021", Source: "Incumbent" });
        Assert.Equal(75, (await _db.OccupationRatings.SingleAsync(r => r.Scale == "RL" && r.Category == 6)).Value);
        Assert.Equal(66, (await _db.OccupationRatings.SingleAsync(r => r.Scale == "CTP" && r.Category == 2)).Value);
    }

    [Fact]
    public async Task Load_OfTaskRatings_GivesTasksOnlyWhatIsCertain()
    {
        await OnetSample.LoadAsync(_db, OnetSample.Source());

        var tasks = await _db.OccupationTasks.OrderBy(t => t.TaskId).ToListAsync();
        Assert.True(tasks[0] is { Importance: 4.8, Relevance: 99, Type: "Core", Incumbents: 95 });
        Assert.True(tasks[1] is { Importance: null, Relevance: null, Type: null, Incumbents: null, Text: "Hold \"bedside\" talks." });
        Assert.Equal(4, await _db.TaskRatings.CountAsync());
        Assert.Equal(83, (await _db.TaskRatings.SingleAsync(r => r.Scale == "FT" && r.Category == 5)).Value);
    }

    [Fact]
    public async Task Load_OfTheNextRelease_SaysWhichCodesCameWentAndChanged()
    {
        await OnetSample.LoadAsync(_db, OnetSample.Source());

        var report = await OnetSample.LoadAsync(_db, OnetSample.Source(
            ("Read Me.txt", "O*NET 30.0 Database\nAugust 2025 Release\n"),
            ("Occupation Data.txt", "O*NET-SOC Code|Title|Description\n29-1141.00|Nurses, Registered|Care.\n47-2111.00|Electricians|Lay wires.\n47-2111.05|Cable Layers|Lay cables.")));

        Assert.Equal(
            [new CodeChange(CodeChangeKind.Retitled, "29-1141.00", "Nurses, Registered", "Registered Nurses"), new(CodeChangeKind.Added, "47-2111.05", "Cable Layers"), new(CodeChangeKind.Gone, "55-1011.00", "Air Crew Officers")],
            (await _db.DataReleases.SingleAsync(r => r.Key == report.Release!.Key)).Changes);
        Assert.Contains(report.Problems, p => p.Code == "codes-compared" && p.Message == "Compared with O*NET 29.9 Database: 1 occupations are new, 1 are gone, 1 have another title.");
        Assert.Contains(report.Problems, p => p is { Code: "code-gone", Where: "55-1011.00" });
        Assert.Equal("30.0", (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet))!.Edition);
    }

    [Fact]
    public async Task Load_OfTheFilesSince303_FillsTheSameTables()
    {
        (string, string?)[] renamed =
        [
            ("Skills.txt", null), ("Alternate Titles.txt", null), ("Technology Skills.txt", null), ("Education, Training, and Experience.txt", null),
            ("Essential Skills.txt", OnetSample.Files["Skills.txt"]),
            ("Education.txt", OnetSample.Files["Education, Training, and Experience.txt"]),
            ("Job Titles.txt", "O*NET-SOC Code|Job Title|Short Title|Source(s)\n29-1141.00|Ward Nurse|WN|02"),
            ("Software Skills.txt", "O*NET-SOC Code|Workplace Example|Element ID|Element Name|Hot Technology|In Demand\n29-1141.00|Chart Writer|5.F.1.a|Medical software|Y|Y"),
        ];

        var report = await OnetSample.LoadAsync(_db, OnetSample.Source(renamed));

        Assert.True(report is { Outcome: ReleaseOutcome.Loaded, Rejected: 0 }, Told(report));
        Assert.Contains("Career Interest Types", report.Release!.Gaps);
        Assert.DoesNotContain("Work Values", report.Release.Gaps);
        Assert.Equal(7, await _db.OccupationRatings.CountAsync());
        Assert.True(await _db.OccupationTechnologies.SingleAsync(t => t.Kind == TechnologyKind.Software) is { CommodityCode: "5.F.1.a", IsInDemand: true });
        Assert.True(await _db.OccupationTitles.SingleAsync(t => t.Kind == TitleKind.Alternate) is { Text: "Ward Nurse", Abbreviation: "WN" });
    }

    [Fact]
    public async Task Load_OfTheCsvForm_IsTheSame()
    {
        using var source = OnetSample.Zip("db_31_0_csv.zip",
        [
            ("occupation_data.csv", "O*NET-SOC Code,Title,Description\r\n29-1141.00,Registered Nurses,\"Care, \"\"kindly\"\", for the sick.\"\r\n"u8.ToArray()),
            ("essential_skills.csv", "O*NET-SOC Code,Title,Element ID,Element Name,Scale ID,Scale Name,Data Value,N\r\n29-1141.00,Registered Nurses,2.A.1.a,Reading Comprehension,IM,Importance,4.12,8\r\n"u8.ToArray()),
        ]);

        var report = await OnetSample.LoadAsync(_db, source);

        Assert.Equal((ReleaseOutcome.Loaded, "31.0"), (report.Outcome, report.Release!.Edition));
        Assert.Equal("Care, \"kindly\", for the sick.", (await _db.Occupations.SingleAsync()).Description);
        Assert.True(await _db.OccupationRatings.SingleAsync() is { Value: 4.12, Raters: 8 });
        Assert.Equal("Reading Comprehension", (await _db.ContentElements.SingleAsync()).Name);
    }

    internal static string Told(ReleaseReport report) => $"{report.Outcome}: {string.Join(" | ", report.Problems.Take(5).Select(p => $"{p.Code} {p.Where}: {p.Message}"))}";

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

public sealed class OnetReleaseOnSqlite() : OnetReleaseSuite(TestDb.SqliteAsync);

public sealed class OnetReleaseOnPostgres() : OnetReleaseSuite(TestDb.PostgresAsync);
