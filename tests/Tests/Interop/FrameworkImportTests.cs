using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What an import does with files that are broken: it says what and where, and never writes a part.</summary>
public class FrameworkImportTests
{
    public static TheoryData<string> RefusedNames => new(BrokenFiles.Refused().Select(f => f.Name));

    public static TheoryData<string> RepairedNames => new(BrokenFiles.Repaired().Select(f => f.Name));

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task File_ThatCannotBeUsed_IsRefusedWithItsFaultAndNothingIsWritten(string name)
    {
        var (_, bytes, code, where) = BrokenFiles.Refused().Single(f => f.Name == name);
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();

        var report = await LoadAsync(db, bytes, ImportMode.Tolerant);

        Assert.Equal((ImportOutcome.Refused, 0), (report.Outcome, report.Accepted));
        Assert.True(report.Problems.Any(p => p.Code == code && p.Where == where), $"{code} at {where}: {TestImport.Told(report)}");
        Assert.Contains(report.Problems, p => p.Code == "accepted-formats");
        await AssertNothingAsync(db);
    }

    [Theory]
    [MemberData(nameof(RepairedNames))]
    public async Task File_WithAFault_IsTakenInTolerantModeAndRefusedInStrict(string name)
    {
        var (_, bytes, code, where, rejected) = BrokenFiles.Repaired().Single(f => f.Name == name);
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();

        var strict = await LoadAsync(db, bytes, ImportMode.Strict);
        Assert.Equal(ImportOutcome.Refused, strict.Outcome);
        await AssertNothingAsync(db);

        var report = await LoadAsync(db, bytes, ImportMode.Tolerant);
        Assert.True(report.Outcome == ImportOutcome.Added, TestImport.Told(report));
        Assert.True((report.Problems[0].Code, report.Problems[0].Where) == (code, where), $"{code} at {where}: {TestImport.Told(report)}");
        Assert.Equal(rejected, report.Rejected);
        Assert.Equal(report.Items + report.Associations, report.Accepted + report.Rejected);
        Assert.NotEqual(0, await db.Statements.CountAsync());
    }

    [Fact]
    public async Task File_WithTextsThatPostgresRefuses_IsCleanedAndLoadsTwice()
    {
        await using var test = await TestDb.PostgresAsync();
        await using var db = test.Open();
        var bytes = Core.Text.Utf8.Strict.GetBytes(CaseSample.Package(
            [CaseSample.Item(1, ",\"notes\":\"a\\u0000b\\ud800\",\"listEnumeration\":\"\\u0000\"")], [CaseSample.Child(1, 1, null), CaseSample.Edge(2, "precedes", CaseSample.Link(1), CaseSample.Link(8))]));

        Assert.Equal(ImportOutcome.Added, (await LoadAsync(db, bytes, ImportMode.Tolerant)).Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await LoadAsync(db, bytes, ImportMode.Tolerant)).Outcome);
        Assert.Equal("ab\uFFFD", (await db.Statements.SingleAsync()).Notes!.In("en"));
    }

    [Fact]
    public void File_WithByteOrderMark_IsReadLikeAnyOther()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Core.Text.Utf8.Strict.GetBytes(CaseSample.Package([CaseSample.Item(1)], []))];

        Assert.Single(TestImport.Read(bytes, ImportMode.Strict).Content!.Statements);
    }

    [Fact]
    public void Object_WithVeryManyKeys_IsReadInTime()
    {
        var keys = string.Concat(Enumerable.Range(0, 200_000).Select(n => FormattableString.Invariant($",\"k{n}\":{n}")));

        var (content, report) = TestImport.Read(CaseSample.Package([CaseSample.Item(1, keys + ",\"k7\":1")], []));

        Assert.Single(content!.Statements);
        Assert.Equal(("duplicate-key", "/CFItems/0/k7"), (report.Problems[0].Code, report.Problems[0].Where));
    }

    [Fact]
    public void File_CutAnywhere_NeverThrows()
    {
        var whole = CaseSample.Package([CaseSample.Item(1, ",\"notes\":\"\\u00e9\"")], [CaseSample.Child(1, 1, null)]) + " ";
        for (var length = 0; length < whole.Length - 1; length++)
            Assert.Equal(ImportOutcome.Refused, TestImport.Read(whole[..length]).Report.Outcome);
    }

    private static Task<ImportReport> LoadAsync(Core.Storage.Db db, byte[] bytes, ImportMode mode) =>
        FrameworkImport.LoadAsync(db, new("test.json", bytes), mode, TestModel.Change, TestContext.Current.CancellationToken);

    private static async Task AssertNothingAsync(Core.Storage.Db db)
    {
        Assert.False(await db.Frameworks.AnyAsync());
        Assert.False(await db.FrameworkVersions.AnyAsync());
        Assert.False(await db.Statements.AnyAsync());
        Assert.False(await db.Alignments.AnyAsync());
        Assert.False(await db.AuditEntries.AnyAsync());
    }
}
