using Microsoft.EntityFrameworkCore;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>O*NET files with faults: rows are left out one by one with the place, files that cannot be read are refused whole.</summary>
public sealed class OnetBrokenTests
{
    private const string Rating = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value\n";

    [Theory]
    [InlineData("Skills.txt", Rating + "29-1141.00|2.A.1.a|Reading|IM|4.00\n29-1141.00|2.A.1.a|Reading|LV", "cells-of-row", "Skills.txt row 3")]
    [InlineData("Skills.txt", Rating + "29-1141|2.A.1.a|Reading|IM|4.00", "no-onet-code", "Skills.txt row 2, O*NET-SOC Code")]
    [InlineData("Skills.txt", Rating + "29-9999.00|2.A.1.a|Reading|IM|4.00", "unknown-occupation", "Skills.txt row 2, O*NET-SOC Code")]
    [InlineData("Skills.txt", Rating + "29-1141.00|2.A.1.a|Reading|QQ|4.00", "unknown-scale", "Skills.txt row 2, Scale ID")]
    [InlineData("Skills.txt", Rating + "29-1141.00|2.A.1.a|Reading|IM|n/a", "no-value", "Skills.txt row 2, Data Value")]
    [InlineData("Skills.txt", Rating + "29-1141.00|2.A.1.a|Reading|IM|5.01", "out-of-scale", "Skills.txt row 2, Data Value")]
    [InlineData("Skills.txt", Rating + "29-1141.00|Reading|2.A.1.a|IM|4.00", "no-element-id", "Skills.txt row 2, Element ID")]
    [InlineData("Skills.txt", Rating + "29-1141.00|2.C.5.a|Medicine|IM|4.00", "foreign-element", "Skills.txt row 2, Element ID")]
    [InlineData("Skills.txt", Rating + "29-1141.00|2.A.1.a|Reading|IM|4.00\n29-1141.00|2.A.1.a|Reading|IM|4.00", "twice", "Skills.txt row 3, Element ID")]
    [InlineData("Job Zones.txt", "O*NET-SOC Code|Job Zone\n29-1141.00|6", "no-job-zone", "Job Zones.txt row 2, Job Zone")]
    [InlineData("Occupation Data.txt", "O*NET-SOC Code|Title|Description\n29-1141.00|Nurses|Care.\n29-1141.00|Nurses|Care.", "twice", "Occupation Data.txt row 3, O*NET-SOC Code")]
    [InlineData("Occupation Data.txt", "O*NET-SOC Code|Title|Description\n29-1141.00|Nurses|Care.\n47-2111.00|n/a|Lay wires.", "no-title", "Occupation Data.txt row 3, Title")]
    [InlineData("Task Ratings.txt", "O*NET-SOC Code|Task ID|Scale ID|Category|Data Value\n29-1141.00|999|IM|n/a|4.00", "unknown-task", "Task Ratings.txt row 2, Task ID")]
    [InlineData("Task Ratings.txt", "O*NET-SOC Code|Task ID|Scale ID|Category|Data Value\n29-1141.00|100|FT|0|4.00", "no-category", "Task Ratings.txt row 2, Category")]
    [InlineData("Tasks to DWAs.txt", "O*NET-SOC Code|Task ID|DWA ID\n29-1141.00|100|4.A.9", "unknown-activity", "Tasks to DWAs.txt row 2, DWA ID")]
    [InlineData("Technology Skills.txt", "O*NET-SOC Code|Example|Commodity Code|Commodity Title\n29-1141.00|Git|soft|ware", "no-commodity", "Technology Skills.txt row 2, Commodity Code")]
    [InlineData("Related Occupations.txt", "O*NET-SOC Code|Related O*NET-SOC Code|Index\n29-1141.00|47-2111.00|near", "no-rank", "Related Occupations.txt row 2, Index")]
    public async Task Row_WithAFault_IsLeftOutWithItsPlace(string file, string text, string code, string where)
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();

        var report = await OnetSample.LoadAsync(db, OnetSample.Source((file, text)));

        Assert.Equal(ReleaseOutcome.Loaded, report.Outcome);
        Assert.Contains(report.Problems, p => p.Code == code && p.Where == where && p.Severity == Core.Codes.Severity.Rejected);
        Assert.Equal(report.Rejected, report.Release!.Rejected);
    }

    [Theory]
    [InlineData("Skills.txt", "O*NET-SOC Code|Element ID|Scale ID\n29-1141.00|2.A.1.a|IM", "no-column", "Skills.txt")]
    [InlineData("Occupation Data.txt", null, "no-occupation-data", "Occupation Data")]
    [InlineData("Occupation Data.txt", "Code,Name\n1,2", "no-column", "Occupation Data.txt")]
    public async Task File_WithoutWhatItNeeds_RefusesTheRelease(string file, string? text, string code, string where)
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        await OnetSample.LoadAsync(db, OnetSample.Source());
        var rows = await db.OccupationRatings.CountAsync();

        var report = await OnetSample.LoadAsync(db, OnetSample.Source((file, text)));

        Assert.Equal(ReleaseOutcome.Refused, report.Outcome);
        Assert.Contains(report.Problems, p => p.Code == code && p.Where == where);
        Assert.Equal(rows, await db.OccupationRatings.CountAsync());
        Assert.Equal(1, await db.DataReleases.CountAsync());
    }

    [Fact]
    public async Task File_OfOtherBytes_RefusesTheReleaseWithTheLine()
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        byte[] latin1 = [.. "O*NET-SOC Code\tTitle\tDescription\r\n29-1141.00\tNurses\tCare.\r\n29-1141.01\tCaf"u8, 0xE9, .. "\tServe.\r\n"u8];

        var report = await OnetSample.LoadAsync(db, OnetSample.Zip("db.zip", [("Occupation Data.txt", latin1)]));

        Assert.Equal(ReleaseOutcome.Refused, report.Outcome);
        Assert.Equal("not-utf-8-lines", Assert.Single(report.Problems).Code);
        Assert.StartsWith("Occupation Data.txt, after line ", report.Problems[0].Where);
    }

    [Fact]
    public async Task Zip_CutOff_IsRefused()
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        var whole = await File.ReadAllBytesAsync(SharedData.Path("onet/db_30_2_text.zip"));

        var fault = Assert.Throws<Core.Codes.UnusableInputException>(() => ReleaseSource.Of("db.zip", whole[..(whole.Length / 2)]));

        Assert.Equal("broken-zip", fault.Problems[0].Code);
        Assert.Equal(0, await db.DataReleases.CountAsync());
    }

    [Fact]
    public async Task Element_ThatIsNotListed_IsAddedAndNoted()
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();

        var report = await OnetSample.LoadAsync(db, OnetSample.Source(("Skills.txt", Rating + "29-1141.00|2.A.1.b|Active Listening|IM|4.00")));

        Assert.Equal((ReleaseOutcome.Loaded, 0), (report.Outcome, report.Rejected));
        Assert.Contains(report.Problems, p => p is { Code: "element-not-listed", Where: "Skills.txt row 2, Element ID" });
        Assert.Equal("Active Listening", (await db.ContentElements.SingleAsync(e => e.Id == "2.A.1.b")).Name);
    }
}
