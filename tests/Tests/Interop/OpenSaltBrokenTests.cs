using System.Diagnostics;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Workbooks with one fault each: what is refused, what is repaired or left out, and the cell that the report names.</summary>
public sealed class OpenSaltBrokenTests
{
    private const string A = "93a2f014-2988-11e9-a3f0-00000000000a";
    private const string B = "93a2f014-2988-11e9-a3f0-00000000000b";
    private const string Sheet = "xl/worksheets/sheet2.xml";

    private const string BadAddress = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@b@ c:\\//x" TargetMode="External"/></Relationships>
        """;

    /// <summary>A whole sheet, of which only the declaration of the entity is wrong.</summary>
    private const string Entity = """
        <!DOCTYPE worksheet [<!ENTITY e "Welds">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="str"><v>fullStatement</v></c></row><row r="2"><c r="A2" t="str"><v>&e;</v></c></row></sheetData></worksheet>
        """;

    private static readonly object?[][] Two = [[A, "Welds", "W.1", "1"], [B, "Cuts", "W.2", "2"]];
    private static readonly byte[] Sound = OpenSaltBook.Of(Two);

    /// <summary>Name, bytes, code of the problem and its cell.</summary>
    private static IEnumerable<(string Name, byte[] Bytes, string Code, string Where)> Refused()
    {
        yield return ("cut off", Sound[..(Sound.Length / 2)], "broken-workbook", "workbook");
        yield return ("not even a ZIP", [.. "PK\u0003\u0004"u8, .. new byte[60]], "broken-workbook", "workbook");
        yield return ("sheet is no XML", OpenSaltBook.With(Sound, Sheet, "<worksheet><sheetData>"), "broken-workbook", "workbook");
        yield return ("sheet with an entity", OpenSaltBook.With(Sound, Sheet, Entity), "broken-workbook", "workbook");
        yield return ("Word document", Word(), "no-workbook", "workbook");
        yield return ("an archive of something", OpenSaltBook.Archive(("notes.txt", "x")), "no-workbook", "workbook");
        yield return ("no sheet of items", OpenSaltBook.Of(("Prices", [["Part", "Price"], ["Rod", 3]])), "no-items-sheet", "workbook");
        yield return ("items of a shop", OpenSaltBook.Of(("Items", [["Part", "Price"], ["Rod", 3]])), "no-text-column", "Items!A1");
        yield return ("no rows", OpenSaltBook.Of(items: []), "no-statements", "CF Item");
        yield return ("no usable row", OpenSaltBook.Of([[A, null, "W.1", "1"]]), "missing-text", "CF Item!B2");
        yield return ("a column too far", OpenSaltBook.With(Sound, Sheet, OpenSaltBook.Part(Sound, Sheet).Replace("\"A2\"", "\"XFD2\"", StringComparison.Ordinal)), "too-many-columns", "CF Item!2");
        yield return ("character in the document", OpenSaltBook.Of(("CF Doc", [OpenSaltBook.DocumentHeader, [OpenSaltBook.Id, "x", "T_x0000_"]]), ("CF Item", [OpenSaltBook.ItemHeader, .. Two])), "bad-character", "CF Doc!C2");
        yield return ("a thousand parts", Parts(1200), "zip-too-large", "workbook");
        yield return ("protected", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]], "unknown-format", "byte 0");
        yield return ("an encrypted part", Encrypted(), "encrypted", "workbook");
    }

    /// <summary>Name, bytes, code of the problem, its cell, and what is left out.</summary>
    private static IEnumerable<(string Name, byte[] Bytes, string Code, string Where, int Rejected)> Taken()
    {
        yield return ("no text", OpenSaltBook.Of([.. Two, [OpenSaltBook.Id[..^1] + "d", null, "W.3", "3"]]), "missing-text", "CF Item!B4", 1);
        yield return ("twice the same item", OpenSaltBook.Of([.. Two, [A.ToUpperInvariant(), "Again", null, "3"]]), "duplicate-identifier", "CF Item!A4", 1);
        yield return ("twice the same level", OpenSaltBook.Of([.. Two, ["c", "Again", null, "2"]]), "duplicate-level", "CF Item!D4", 0);
        yield return ("no parent", OpenSaltBook.Of([.. Two, ["c", "Alone", null, "7.1"]]), "missing-parent", "CF Item!D4", 0);
        yield return ("another parent", OpenSaltBook.Of([.. Two, ["c", "Low", null, "1.1"]], ["l", "c", null, "Is Child Of", null, B]), "other-parent", "CF Association!F2", 0);
        yield return ("a character", OpenSaltBook.Of([.. Two, ["c", "Bad _x0000_", null, "3"]]), "bad-character", "CF Item!B4", 1);
        yield return ("an error", OpenSaltBook.Of([.. Two, ["c", "Sum", new BookCell("#REF!", "e"), "3"]]), "bad-cell", "CF Item!C4", 0);
        yield return ("a text that is not there", OpenSaltBook.Of([.. Two, ["c", new BookCell("999", "s"), null, "3"]]), "missing-text", "CF Item!B4", 1);
        yield return ("a date for a code", OpenSaltBook.Of([.. Two, ["c", "Day", new BookCell("46024", Style: BookCell.Day), "3"]]), "date-as-text", "CF Item!C4", 0);
        yield return ("a formula", OpenSaltBook.Of([.. Two, ["c", new BookCell("Sum", "str", Formula: "A1"), null, "3"]]), "formula-cell", "CF Item!B4", 0);
        yield return ("no type", OpenSaltBook.Of(Two, ["l", A, null, null, null, B]), "missing-field", "CF Association!D2", 1);
        yield return ("a type of its own", OpenSaltBook.Of(Two, ["l", A, null, "Builds On", null, B]), "unknown-type", "CF Association!D2", 0);
        yield return ("a type without letters", OpenSaltBook.Of(Two, ["l", A, null, "??", null, B]), "unknown-type", "CF Association!D2", 1);
        yield return ("no destination", OpenSaltBook.Of(Two, ["l", A, null, "Precedes"]), "missing-field", "CF Association!F2", 1);
        yield return ("an unknown code", OpenSaltBook.Of(Two, ["l", A, null, "Precedes", "W.9", null]), "unknown-code", "CF Association!E2", 0);
        yield return ("twice the same link", OpenSaltBook.Of(Two, ["l", A, null, "Precedes", null, B], ["l", B, null, "Precedes", null, A]), "duplicate-id", "CF Association!A3", 1);
        yield return ("the same link unnamed", OpenSaltBook.Of(Two, [null, A, null, "Precedes", null, B], [null, A, null, "Precedes", null, B]), "duplicate-link", "CF Association!F3", 1);
        yield return ("its own child", OpenSaltBook.Of(Two, ["l", A, null, "Is Child Of", null, A]), "own-parent", "CF Association!F2", 1);
        yield return ("a ring", OpenSaltBook.Of([[A, "x"], [B, "y"]], ["l", A, null, "Is Child Of", null, B], ["m", B, null, "Is Child Of", null, A]), "ring-of-parents", "CF Association!F3", 0);
        yield return ("no date", OpenSaltBook.Of(("CF Doc", [OpenSaltBook.DocumentHeader, [OpenSaltBook.Id, "x", "T", "soon"]]), ("CF Item", [OpenSaltBook.ItemHeader, .. Two])), "bad-date", "CF Doc!D2", 0);
        yield return ("two documents", OpenSaltBook.Of(("CF Doc", [OpenSaltBook.DocumentHeader, OpenSaltBook.Document, OpenSaltBook.Document]), ("CF Item", [OpenSaltBook.ItemHeader, .. Two])), "further-document", "CF Doc!A3", 0);
        yield return ("macros", OpenSaltBook.With(Sound, "xl/vbaProject.bin", "x"), "macro", "workbook", 0);
        yield return ("links to files", OpenSaltBook.With(Sound, "xl/externalLinks/externalLink1.xml", "<x/>"), "external-link", "workbook", 0);
    }

    public static TheoryData<string> RefusedNames => [.. Refused().Select(f => f.Name)];

    public static TheoryData<string> TakenNames => [.. Taken().Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task Workbook_ThatCannotBeUsed_IsRefusedAndNothingIsWritten(string name)
    {
        var (_, bytes, code, where) = Refused().Single(f => f.Name == name);

        var (report, frameworks, statements) = await LoadAsync(bytes);

        Assert.True(report.Problems.Any(p => p.Severity == Severity.Rejected && (p.Code, p.Where) == (code, where)), TestImport.Told(report));
        Assert.Contains(report.Problems, p => p.Code == "accepted-formats" && p.Message.Contains("OpenSALT workbook (XLSX)", StringComparison.Ordinal));
        Assert.Equal((ImportOutcome.Refused, 0, 0), (report.Outcome, frameworks, statements));
    }

    [Theory]
    [MemberData(nameof(TakenNames))]
    public async Task Workbook_WithAFault_IsTakenAndTheFaultReported(string name)
    {
        var (_, bytes, code, where, rejected) = Taken().Single(f => f.Name == name);

        var (report, frameworks, statements) = await LoadAsync(bytes);

        Assert.True(report.Problems.Any(p => (p.Code, p.Where) == (code, where)), TestImport.Told(report));
        Assert.Equal((ImportOutcome.Added, 1, rejected), (report.Outcome, frameworks, report.Rejected));
        Assert.Equal(report.Items + report.Associations, report.Accepted + report.Rejected);
        Assert.InRange(statements, 2, 3);
    }

    [Fact]
    public void Workbook_WithAWebAddressThatIsNone_IsReadAllTheSame()
    {
        var book = OpenSaltBook.With(Sound, "xl/worksheets/_rels/sheet2.xml.rels", BadAddress);

        Assert.Equal(2, FrameworkImport.Read(new("book.xlsx", book), ImportMode.Strict).Content?.Statements.Count);
    }

    [Fact]
    public void Word_UnderItsOwnName_IsRefusedWithWhatIsAccepted()
    {
        var report = FrameworkImport.Read(new("plan.docx", Word()), ImportMode.Tolerant).Report;

        Assert.Contains(report.Problems, p => p.Code == "unknown-format" && p.Message.Contains("OpenSALT", StringComparison.Ordinal));
    }

    [Fact]
    public void Bomb_OfAGigabyteOfZeros_IsRefusedBeforeItIsInflated()
    {
        var bomb = Bomb(1024);
        var watch = Stopwatch.StartNew();

        var report = FrameworkImport.Read(new("bomb.xlsx", bomb), ImportMode.Tolerant).Report;

        Assert.Equal("zip-too-large", report.Problems[0].Code);
        Assert.True(watch.ElapsedMilliseconds < 1000, $"It took {watch.ElapsedMilliseconds} ms.");
        Assert.Equal("zip-too-dense", FrameworkImport.Read(new("bomb.xlsx", Bomb(100)), ImportMode.Tolerant).Report.Problems[0].Code);
    }

    [Fact]
    public void Bomb_ThatLiesAboutItsSize_IsRefusedWithoutItsZeros()
    {
        var bomb = Bomb(1024);
        // In the list at the end of the archive, the size when unpacked stands 24 bytes into each entry.
        for (var at = bomb.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0 && at < bomb.Length - 46;)
        {
            if (BitConverter.ToUInt32(bomb, at + 24) > 1_000_000)
                BitConverter.TryWriteBytes(bomb.AsSpan(at + 24), 900_000u);
            var next = bomb.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = FrameworkImport.Read(new("bomb.xlsx", bomb), ImportMode.Tolerant);

        Assert.Equal(["broken-workbook", "accepted-formats"], read.Report.Problems.Select(p => p.Code));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64_000_000);
    }

    [Fact]
    public void Workbook_DamagedAnywhere_IsReadOrRefusedAndNeverThrows()
    {
        var random = new Random(20260115);
        for (var i = 0; i < 400; i++)
        {
            var bytes = Sound.ToArray();
            for (var n = 0; n <= i % 4; n++)
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);

            var (content, report) = FrameworkImport.Read(new("damaged.xlsx", bytes), ImportMode.Tolerant);

            Assert.Equal(content is null, report.Outcome == ImportOutcome.Refused);
            Assert.True(content is null || report.Items + report.Associations == report.Accepted + report.Rejected, TestImport.Told(report));
        }
    }

    private static async Task<(ImportReport Report, int Frameworks, int Statements)> LoadAsync(byte[] bytes)
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        var report = await FrameworkImport.LoadAsync(db, new("broken.xlsx", bytes), ImportMode.Tolerant, TestModel.Change, CancellationToken.None);
        return (report, await db.Frameworks.CountAsync(), await db.Statements.CountAsync());
    }

    private static byte[] Word()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            file.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body());
        return stream.ToArray();
    }

    private static byte[] Parts(int count) =>
        OpenSaltBook.Archive([.. Enumerable.Range(0, count).Select(i => ($"xl/{i}.xml", ""))]);

    /// <summary>The workbook with the mark of encryption on its first part, in the part's own head and in the list at the end.</summary>
    private static byte[] Encrypted()
    {
        var bytes = Sound.ToArray();
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return bytes;
    }

    private static byte[] Bomb(int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sound = new ZipArchive(new MemoryStream(Sound));
            foreach (var name in sound.Entries.Select(e => e.FullName).Where(n => n != Sheet))
            {
                using var copy = zip.CreateEntry(name).Open();
                copy.Write(Utf8.Strict.GetBytes(OpenSaltBook.Part(Sound, name)));
            }
            using var part = zip.CreateEntry(Sheet, CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
                part.Write(zeros);
        }
        return stream.ToArray();
    }
}
