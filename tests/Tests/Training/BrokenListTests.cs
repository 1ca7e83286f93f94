using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Interop;
using Trellis.Interop.Training;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>Lists of programs that are wrong: each row is judged for itself and named with its place; a file that is none is refused.</summary>
public sealed class BrokenListTests
{
    /// <summary>A row, what is said of it, and whether it is left out.</summary>
    private static readonly (string Row, string Code, Severity Severity)[] Rows =
    [
        ("ZZ,,,,,,,,Nameless School Course", "no-provider", Severity.Rejected),
        ("ZZ,Lakeside Institute", "no-name", Severity.Rejected),
        ("ZZ,Hill School,,2 Hill,Hilltop,ZZ,98765,,Truck Driving,,,,,490205", "repeated-program", Severity.Rejected),
        ("ZZ,A,,,,,123456,,B1,,,,,48.0508", "not-a-zip", Severity.Repaired),
        ("ZZ,A,,,,,,,B2,,,,,welding", "not-a-cip", Severity.Repaired),
        ("ZZ,A,,,,,,,B3,,,,,48.0508,free", "not-a-number", Severity.Repaired),
        ("ZZ,A,,,,,,,B4,,,,,48.0508,-5", "not-a-number", Severity.Repaired),
        ("ZZ,A,,,,,,,B5,,,,,48.0508,99000000", "too-much-money", Severity.Repaired),
        ("ZZ,A,,,,,,,B6,,,,,48.0508,,,,ten", "not-a-length", Severity.Repaired),
        ("ZZ,A,,,,,,,B7,,,,,48.0508,,,,,,,nurse", "not-a-soc", Severity.Repaired),
        ("ZZ,A,,,,,,,B8,,,,,48.0508,,,,,,,,,,,,,9,,,,5", "more-than-all", Severity.Repaired),
        ("ZZ,A,,,,,,,B9,,,,,48.0508,,,,,,,,,,1.5", "not-a-count", Severity.Repaired),
        ("ZZ,A,,,,,,,C1,,,,,48.0508,,,,,,,,,,,,,,,,,,,soon", "not-a-day", Severity.Repaired),
        ("ZZ,A,,,,,,,C2,,,,,48.0508,,,,,,,,,,,,,,,,,,,,,perhaps", "unknown-flag", Severity.Repaired),
    ];

    [Fact]
    public async Task Rows_ThatAreWrong_AreNamedWithTheirPlaces()
    {
        await using var test = await TestDb.SqliteAsync();

        var report = await TestReleases.LoadTextAsync(test, ProgramReader.Reader, "programs.csv", SampleList.Text() + string.Join('\n', Rows.Select(r => r.Row)));

        Assert.Equal(Rows.Select((r, i) => $"row {i + 5}: {r.Code} {r.Severity}"), report.Problems.Select(p => $"{p.Where.Split("csv ")[1].Split(',')[0]}: {p.Code} {p.Severity}"));
        Assert.Equal((ReleaseOutcome.Loaded, 3, 11), (report.Outcome, report.Rejected, report.Repaired));
        await using var db = test.Open();
        Assert.Equal(14, await db.TrainingPrograms.CountAsync());
    }

    [Theory]
    [InlineData("name,cost\nWelding,5\n", "unknown-list")]
    [InlineData("", "unknown-list")]
    [InlineData("\u0001\u0002", "unknown-list")]
    [InlineData(SampleList.Head + "\n", "no-rows")]
    [InlineData(SampleList.Head + "\nZZ,\"A,,,,,,,B\n", "broken-quotes")]
    public async Task File_ThatIsNoList_IsRefusedAndLeavesNothing(string text, string code)
    {
        await using var test = await TestDb.SqliteAsync();

        var report = await TestReleases.LoadTextAsync(test, ProgramReader.Reader, "programs.csv", text);

        Assert.Equal((ReleaseOutcome.Refused, code), (report.Outcome, report.Problems[^1].Code));
        await using var db = test.Open();
        Assert.False(await db.DataReleases.AnyAsync() || await db.TrainingPrograms.AnyAsync() || await db.Providers.AnyAsync());
    }

    [Fact]
    public async Task Crosswalk_WithWrongRows_NamesEach()
    {
        await using var test = await TestDb.SqliteAsync();
        const string Text = "CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n48.0508,Welding.,51-4121,Welders\n48,Welding.,51-4121,Welders\n48.0508,Welding.,welder,Welders\n48.0508,Welding.,51-4121,Welders\n";

        var report = await TestReleases.LoadTextAsync(test, CipSocReader.Reader, "crosswalk.csv", Text);

        Assert.Equal(["not-a-cip", "not-a-soc", "repeated-match"], report.Problems.Select(p => p.Code));
        Assert.Equal((1, "crosswalk.csv row 3, CIP2020Code"), (report.Release!.Rows, report.Problems[0].Where));
    }

    [Fact]
    public async Task Credentials_WithWrongRows_NameEach()
    {
        await using var test = await TestDb.SqliteAsync();

        var report = await TestReleases.LoadTextAsync(test, CredentialReader.Reader, "licenses.csv", "ID,NAME,CODE,DATECREATED,ISDELETED\n1,WELDER,51-4121.00,,0\n1,WELDER,51-4121.00,,0\n2,,x,,0\n");

        Assert.Equal(["repeated-credential", "no-credential"], report.Problems.Select(p => p.Code));
    }
}
