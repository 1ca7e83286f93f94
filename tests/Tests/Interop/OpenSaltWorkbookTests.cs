using Trellis.Core.Competencies;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What the cells of a workbook become.</summary>
public sealed class OpenSaltWorkbookTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 9).Select(n => $"93a2f014-2988-11e9-a3f0-00000000000{n}")];

    public static TheoryData<object, string> Codes => new()
    {
        { "3.10", "3.10" },
        { "3.1", "3.1" },
        { 3.1, "3.1" },
        { 3, "3" },
        { new BookCell("3.1", Style: BookCell.TwoPlaces), "3.10" },
        { new BookCell("7", Style: BookCell.ThreeDigits), "007" },
        { new BookCell("3.1000000000000001"), "3.1" },
        { new BookCell("3.10"), "3.10" },
        { new BookCell("1.2E4"), "12000" },
        { new BookCell("46037", Style: BookCell.Day), "2026-01-15" },
        { new BookCell("46037.5", Style: BookCell.Day), "2026-01-15 12:00:00" },
        { new BookCell("2026-01-15", "d"), "2026-01-15" },
        { new BookCell("W.1", "inlineStr"), "W.1" },
        { new BookCell("W.2", "str", Formula: "CONCAT(\"W.\",2)"), "W.2" },
        { new BookCell("1", "b"), "TRUE" },
        { "a_x0041_b_xD800_", "aAb_xD800_" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Cell_OfAnySort_IsReadAsWhatItShows(object cell, string shown)
    {
        var content = Read(OpenSaltBook.Of([[Ids[0], "Welds", cell, "1"]])).Content;

        Assert.Equal(shown, Assert.Single(content!.Statements).Notation);
    }

    [Fact]
    public void Numbers_InAColumn_AreNotedOnceWithTheirFirstPlace()
    {
        var report = Read(OpenSaltBook.Of([[Ids[0], "A", "x", "1"], [Ids[1], "B", 3.1, "2"], [Ids[2], "C", 3.2, "3"]])).Report;

        var note = Assert.Single(report.Problems);
        Assert.Equal(("number-as-text", "CF Item!C3"), (note.Code, note.Where));
        Assert.Equal(["2", "3.1"], note.Values);
    }

    [Fact]
    public void Levels_OfItems_GiveTheTreeAndItsOrder()
    {
        var content = Read(OpenSaltBook.Of([[Ids[0], "Second", null, "1.10"], [Ids[1], "Top", null, "1"], [Ids[2], "First", null, "1.2"], [Ids[3], "Below", null, "1.2.1"]])).Content!;

        Assert.Equal(["Top", "First", "Below", "Second"], content.Statements.Select(s => s.Text.ToString()));
        Assert.Equal([0, 1, 2, 1], content.Statements.Select(s => s.Depth));
        Assert.Equal(FrameworkKind.AcademicStandards, content.Framework.Kind);
        Assert.Equal(("Welding", "A board", "en"), (content.Version.Title.ToString(), content.Framework.Publisher, content.Version.Language));
    }

    [Fact]
    public void Association_ThatSaysThePlace_IsKeptWithItsStatementAndEveryOtherAsALink()
    {
        var book = OpenSaltBook.Of(
            [[Ids[0], "Top", "T", "1"], [Ids[1], "Child", "T.1", "1.1"], [Ids[2], "Without level", "T.2", null]],
            [Ids[3], Ids[1], null, "Is Child Of", null, Ids[0]],
            [Ids[4], Ids[0], null, "is child of", null, OpenSaltBook.Id],
            [Ids[5], null, "T.2", "isChildOf", "T", null],
            [Ids[6], Ids[1], null, "Exact Match Of", "Other.1", Ids[8]],
            [Ids[7], Ids[1], null, "Is Child Of", null, Ids[2]]);

        var (content, report) = Read(book);

        Assert.Equal(["Top", "Child", "Without level"], content!.Statements.Select(s => s.Text.ToString()));
        Assert.Equal([null, Guid.Parse(Ids[0]), Guid.Parse(Ids[0])], content.Statements.Select(s => s.ParentId));
        Assert.Equal([Ids[4], Ids[3], Ids[5]], content.Statements.Select(s => System.Text.Json.Nodes.JsonNode.Parse(s.Extensions!)!["trellis:placement"]!["identifier"]!.ToString()));
        Assert.Equal([("exactMatchOf", Ids[8], "Other.1"), ("isChildOf", Ids[2], null)], content.Alignments.Select(a => (a.Type, a.Destination.Id, a.Destination.Title)));
        Assert.Equal((3, 5, 1, 8), (report.Items, report.Associations, report.External, report.Accepted));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Identifiers_ThatAreNoUuid_AreMadeInTheDocumentAndKept()
    {
        var book = OpenSaltBook.Of([["w1", "Welds", null, "1"], [null, "Cuts", null, "2"]], ["l1", "w1", null, "Precedes", null, "elsewhere"]);

        var (content, report) = Read(book);

        Assert.Equal(Core.Codes.NameBasedId.Of(Guid.Parse(OpenSaltBook.Id), "w1"), content!.Statements[0].Id);
        Assert.Equal("""{"identifier":"w1","smartLevel":"1"}""", content.Statements[0].Extensions);
        Assert.Equal(Core.Codes.NameBasedId.Of(Guid.Parse(OpenSaltBook.Id), "2"), content.Statements[1].Id);
        var link = Assert.Single(content.Alignments);
        Assert.Equal((content.Statements[0].Id.ToString(), "elsewhere", """{"identifier":"l1"}"""), (link.Origin.Id, link.Destination.Id, link.Extensions));
        Assert.Equal(1, report.External);
    }

    [Fact]
    public void Workbook_WithoutADocument_IsNamedAfterItsFile()
    {
        var book = OpenSaltBook.Of(("items", [["FULL STATEMENT", "Shop", "education_level"], ["Welds", "North", "09,10"]]));

        var (first, second) = (Read(book), Read(book));

        Assert.Equal(first.Content!.Framework.Id, second.Content!.Framework.Id);
        Assert.Equal(5, first.Content.Framework.Id.Version);
        Assert.Equal("book", first.Content.Version.Title.ToString());
        Assert.Equal("""{"educationLevel":["09","10"],"Shop":"North"}""", Assert.Single(first.Content.Statements).Extensions);
    }

    [Fact]
    public void Sheet_OfOpenSaltWithoutItsHeaders_IsReadByPlace()
    {
        var book = OpenSaltBook.Of(("CF Item", [["Id", "What", "Code", "Level", "No", "Short"], [Ids[0], "Welds pipes", "W.1", "1", "a", "Welding"]]));

        var statement = Assert.Single(Read(book).Content!.Statements);

        Assert.Equal((Guid.Parse(Ids[0]), "Welds pipes", "W.1", "Welding"), (statement.Id, statement.Text.ToString(), statement.Notation, statement.Label!.ToString()));
        Assert.Equal("""{"smartLevel":"1","listEnumeration":"a"}""", statement.Extensions);
    }

    [Fact]
    public void Dates_AsNumbersOrTexts_AreRead()
    {
        var book = OpenSaltBook.Of(("CF Doc", [["identifier", "title", "lastChangeDate", "statusStartDate", "statusEndDate"], [OpenSaltBook.Id, "T", new BookCell("46037.25", Style: BookCell.Day), "2026-02-01 00:00:00", "2026-03-01"]]),
            ("CF Item", [OpenSaltBook.ItemHeader, [Ids[0], "A", null, "1"]]));

        var (content, report) = Read(book);

        Assert.Equal(new DateTimeOffset(2026, 1, 15, 6, 0, 0, TimeSpan.Zero), content!.Version.ChangedAt);
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)), (content.Version.StatusStart!.Value, content.Version.StatusEnd!.Value));
        Assert.Equal(["no-sheet"], report.Problems.Select(p => p.Code));
    }

    private static ReadFramework Read(byte[] book) => FrameworkImport.Read(new("book.xlsx", book), ImportMode.Tolerant);
}
