using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Files with one fault each: what is refused, what is repaired, and where the report says it is.</summary>
public sealed class CsvBrokenTests
{
    /// <summary>File, code of the problem, its place, and how many statements are taken; -1 where the file is refused.</summary>
    public static TheoryData<string, string, string, int> Files => new()
    {
        { "", "empty-file", "row 1", -1 },
        { "\r\n\r\n", "empty-file", "row 1", -1 },
        { "text\r\n", "no-statements", "", -1 },
        { "colour,size\r\nred,2\r\n", "no-text-column", "row 1", -1 },
        { "#format,trellis-csv 2\r\ntext\r\nA\r\n", "unknown-csv-format", "row 1, #format", -1 },
        { "text,notes\r\nA,b\r\n\"C,d\r\nE,f\r\n", "broken-quotes", "row 3", -1 },
        { "text,notes\r\nA,b\r\n\"C\"x,d\r\n", "broken-quotes", "row 3", -1 },
        { "text,notes\r\nA,b,c\r\nD,e\r\n", "too-many-cells", "row 2, cell 3", 1 },
        { "text,notes,uri\r\nA,b\r\nC,d,e\r\n", "too-few-cells", "row 2, uri", 2 },
        { "text,notes\r\nA\0B,c\r\nD,e\r\n", "bad-character", "row 2, text", 1 },
        { "identifier,text\r\n1,A\r\n1,B\r\n", "duplicate-identifier", "row 3, identifier", 1 },
        { "identifier,text\r\n7fbbd2fa-885d-11e7-a99d-449ef607a326,A\r\n7FBBD2FA-885D-11E7-A99D-449EF607A326,B\r\n", "duplicate-identifier", "row 3, identifier", 1 },
        { "identifier,parent,text\r\n1,2,A\r\n2,1,B\r\n3,,C\r\n", "ring-of-parents", "row 3, parent", 3 },
        { "identifier,parent,text\r\n1,1,A\r\n", "ring-of-parents", "row 2, parent", 1 },
        { "identifier,parent,text\r\n1,,A\r\n2,nine,B\r\n", "missing-parent", "row 3, parent", 2 },
        { "smartLevel,text\r\n1,A\r\n2.1,B\r\n", "missing-parent", "row 3, smartLevel", 2 },
        { "identifier,text\r\n1,A\r\n2,\r\n", "missing-text", "row 3, text", 1 },
        { "text,kind\r\nA,Wisdom\r\n", "bad-value", "row 2, kind", 1 },
        { "text,kind\r\nA,3\r\n", "bad-value", "row 2, kind", 1 },
        { "text,tier\r\nA,12\r\n", "bad-value", "row 2, tier", 1 },
        { "text,changed\r\nA,someday\r\n", "bad-value", "row 2, changed", 1 },
        { "text,extensions\r\nA,\"[1]\"\r\n", "bad-extensions", "row 2, extensions", 1 },
        { "text,isRelatedTo\r\nA,x|x\r\n", "duplicate-link", "row 2, isRelatedTo", 1 },
        { "#format,trellis-csv 1\r\nidentifier,text,isRelatedTo\r\n1,A,\"x {\"\"weight\"\":\"\"much\"\"}\"\r\n", "bad-link", "row 3, isRelatedTo", 1 },
        { "text\r\n=1+1\r\n", "formula-cell", "row 2, text", 1 },
        { "name,description\r\nA,\r\n", "text-from-label", "row 2, description", 1 },
        { "#title,T\r\n#colour,red\r\ntext\r\nA\r\n", "unknown-key", "row 2, #colour", 1 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_WithAFault_IsReportedWithItsPlace(string text, string code, string where, int taken) =>
        await CheckAsync(Encoding.UTF8.GetBytes(text), code, where, taken);

    [Fact]
    public async Task File_InLatin1_IsRefusedWithItsLine() =>
        await CheckAsync(Encoding.Latin1.GetBytes("text\r\nSeñal\r\n"), "not-utf-8", "line 2, byte 3", -1);

    [Fact]
    public async Task File_OfAHundredThousandColumns_IsRefused() =>
        await CheckAsync(Encoding.UTF8.GetBytes("text," + string.Join(',', Enumerable.Range(0, 100_000)) + "\r\nA\r\n"), "too-many-columns", "row 1", -1);

    [Fact]
    public async Task File_WithAHugeCell_IsRefused() =>
        await CheckAsync(Encoding.UTF8.GetBytes("text\r\n" + new string('x', 5_000_000) + "\r\n"), "row-too-large", "row 2", -1);

    [Fact]
    public async Task File_InUtf16_IsConvertedWithANote() =>
        await CheckAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("text\r\nSeñal\r\n")], "utf-16", "byte 0", 1);

    [Theory]
    [InlineData("text;notes\r\nA, or so;b\r\n", "A, or so")]
    [InlineData("text\tnotes\r\nA, or so\tb\r\n", "A, or so")]
    [InlineData("\uFEFFtext,notes\r\n\"A, or so\",b\r\n", "A, or so")]
    [InlineData("Full Statement,NOTES\r\n\"A\r\nB\",b\r\n", "A\r\nB")]
    [InlineData("#title;T, or so\r\ntext;notes\r\n'x;b\r\n", "'x")]
    public void File_InAnotherDialect_IsRead(string text, string first)
    {
        var read = FrameworkImport.Read(new("table.csv", Encoding.UTF8.GetBytes(text)), ImportMode.Strict);

        Assert.NotNull(read.Content);
        var statement = Assert.Single(read.Content.Statements);
        Assert.Equal(first, statement.Text.ToString());
        Assert.Equal("b", statement.Notes!.ToString());
    }

    [Fact]
    public void UnknownColumns_AreKeptBesideTheStatement()
    {
        var read = FrameworkImport.Read(new("table.csv", "id,text,Shop,educationLevel\r\nw1,Welds,North,\"09,10\"\r\n"u8.ToArray()), ImportMode.Strict);

        Assert.Equal("""{"identifier":"w1","Shop":"North","educationLevel":["09","10"]}""", Assert.Single(read.Content!.Statements).Extensions);
    }

    private static async Task CheckAsync(byte[] bytes, string code, string where, int taken)
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        var source = new ImportSource("broken.csv", bytes);

        var report = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, TestModel.Change, CancellationToken.None);

        Assert.Contains((code, where), report.Problems.Select(p => (p.Code, p.Where)));
        Assert.Equal(taken < 0 ? ImportOutcome.Refused : ImportOutcome.Added, report.Outcome);
        Assert.Equal(Math.Max(0, taken), await db.Statements.CountAsync());
        Assert.Equal(taken < 0 ? 0 : 1, await db.Frameworks.CountAsync());
        var kept = Assert.Single(await ImportReports.LatestAsync(db, 20, CancellationToken.None));
        Assert.Equal(report.Problems.Count, (await ImportReports.FindAsync(db, kept.Id, CancellationToken.None))!.Value.Report.Problems.Count);
        var isNote = report.Problems.All(p => p.Severity == Trellis.Core.Codes.Severity.Noted);
        Assert.Equal(isNote, FrameworkImport.Read(source, ImportMode.Strict).Content is not null);
    }
}
