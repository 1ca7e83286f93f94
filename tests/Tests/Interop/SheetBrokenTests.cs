using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Our workbook after somebody did it harm, by intent or by a spreadsheet program.</summary>
public sealed class SheetBrokenTests
{
    private const string Items = "xl/worksheets/sheet1.xml";

    private const string Entity = """
        <!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="str"><v>text</v></c></row><row r="2"><c r="A2" t="str"><v>&e;</v></c></row></sheetData></worksheet>
        """;

    private static readonly byte[] Sound = SheetRoundTripTests.Write(CsvGolden.Content());

    /// <summary>Name, bytes, code of the problem and its place.</summary>
    private static IEnumerable<(string Name, byte[] Bytes, string Code, string Where)> Refused()
    {
        yield return ("an entity", OpenSaltBook.With(Sound, Items, Entity), "broken-workbook", "workbook");
        yield return ("a bomb", OpenSaltBook.With(Sound, Items, new string(' ', 40_000_000)), "zip-too-dense", "workbook");
        yield return ("a column too far", OpenSaltBook.With(Sound, Items, OpenSaltBook.Part(Sound, Items).Replace("\"A2\"", "\"XFD2\"", StringComparison.Ordinal)), "too-many-columns", "Items!2");
        yield return ("cut off", Sound[..(Sound.Length / 2)], "broken-workbook", "workbook");
        yield return ("another edition", Edited(e => e.SetFact("format", "trellis-xlsx 2")), "unknown-xlsx-format", "Definitions!B2");
        yield return ("no text column", Edited(e => e.Items[0] = ["level", "words"]), "no-text-column", "Items!1");
    }

    /// <summary>Name, bytes, code of the problem and its cell; the file is taken all the same.</summary>
    private static IEnumerable<(string Name, byte[] Bytes, string Code, string Where)> Taken()
    {
        yield return ("a formula", Edited(e => e.Set(4, "text", new BookCell("Shown", "str", Formula: "HYPERLINK(\"http://x\")"))), "formula-cell", "Items!D4");
        yield return ("a date for a code", Edited(e => e.Set(4, "notation", new BookCell("46024", Style: BookCell.Day))), "date-as-text", "Items!B4");
        yield return ("a number for a code", Edited(e => e.Set(4, "notation", new BookCell("3.1", Style: BookCell.TwoPlaces))), "number-as-text", "Items!B4");
        yield return ("an error", Edited(e => e.Set(4, "notes", new BookCell("#REF!", "e"))), "bad-cell", "Items!G4");
        yield return ("sorted rows", Edited(e => (e.Items[1], e.Items[3]) = (e.Items[3], e.Items[1])), "level-out-of-order", "Items!A2");
        yield return ("no level", Edited(e => e.Set(4, "level", null)), "no-level", "Items!A4");
        yield return ("a cell without a column", Edited(e => e.Items[3] = [.. e.Items[3].Concat(Enumerable.Repeat<object?>(null, 20)).Take(20), "stray"]), "cell-without-column", "Items!U4");
        yield return ("no text", Edited(e => e.Set(2, "text", null)), "missing-text", "Items!D2");
        yield return ("a control character", Edited(e => e.Set(4, "text", "bad _x0001_")), "bad-character", "Items!D4");
        yield return ("a link from nowhere", Edited(e => Link(e, "nothing that is here", "isRelatedTo", "x")), "unknown-origin", "Associations!A5");
        yield return ("a link without a type", Edited(e => Link(e, "Safe shop", null, "x")), "missing-field", "Associations!B5");
    }

    public static TheoryData<string> RefusedNames => [.. Refused().Select(r => r.Name)];

    public static TheoryData<string> TakenNames => [.. Taken().Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void File_ThatCannotBeUsed_IsRefusedWithItsPlace(string name)
    {
        var (_, bytes, code, where) = Refused().Single(r => r.Name == name);

        var (content, report) = FrameworkImport.Read(new("book.xlsx", bytes), ImportMode.Tolerant);

        Assert.Null(content);
        Assert.Contains(report.Problems, p => p.Code == code && p.Where == where);
    }

    [Theory]
    [MemberData(nameof(TakenNames))]
    public void Fault_OfOneCell_IsNamedAndTheRestIsTaken(string name)
    {
        var (_, bytes, code, where) = Taken().Single(r => r.Name == name);

        var (content, report) = FrameworkImport.Read(new("book.xlsx", bytes), ImportMode.Tolerant);

        Assert.Equal("xlsx", report.Format);
        Assert.True(report.Problems.Any(p => p.Code == code && p.Where == where), string.Join("; ", report.Problems.Select(p => $"{p.Code} {p.Where}")));
        Assert.Contains(content!.Statements, s => s.Label?.ToString() == "Safe shop");
    }

    [Fact]
    public void SortedRows_KeepTheirParents()
    {
        var (content, _) = FrameworkImport.Read(new("book.xlsx", Edited(e => (e.Items[1], e.Items[3]) = (e.Items[3], e.Items[1]))), ImportMode.Tolerant);

        Assert.Equal([0, 1, 2], content!.Statements.Select(s => s.Depth));
        Assert.Equal("=SUM is how this text begins", content.Statements[2].Text.In("en"));
    }

    [Fact]
    public void FormulaCell_IsReadAsWhatItLastShowed()
    {
        var (content, _) = FrameworkImport.Read(new("book.xlsx", Edited(e => e.Set(4, "text", new BookCell("Shown", "str", Formula: "A1")))), ImportMode.Tolerant);

        Assert.Equal("Shown", content!.Statements[2].Text.In("en"));
    }

    private static byte[] Edited(Action<SheetEdit> edit)
    {
        var book = new SheetEdit(CsvGolden.Content());
        edit(book);
        return book.Save();
    }

    private static void Link(SheetEdit edit, string from, string? type, string to)
    {
        var row = edit.Add("Associations");
        edit.Set("Associations", row, "from", from);
        edit.Set("Associations", row, "type", type);
        edit.Set("Associations", row, "to", to);
    }
}
