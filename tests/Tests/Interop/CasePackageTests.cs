using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What becomes of each thing that a CASE package can say, in packages small enough to see whole.</summary>
public class CasePackageTests
{
    [Fact]
    public void Read_WholePackage_KeepsEveryField()
    {
        var item = CaseSample.Item(1, """,  "humanCodingScheme":"A.1","abbreviatedStatement":"Short","CFItemType":"Standard","conceptKeywords":["heat","metal"],"notes":"Why","educationLevel":[ "09", "10" ],"extensions":{"a b":1}""");
        var edge = CaseSample.Edge(9, "ext:Uses", CaseSample.Link(1), """{"title":"There","identifier":"Q-7","uri":"https://else.example/7","targetType":"ext:tool"}""", ""","sequenceNumber":4,"notes":"because","CFAssociationGroupingURI":{"x":1}""");
        var document = CaseSample.Document[..^1] + ""","caseVersion":"1.1","publisher":"House","version":"2021","adoptionStatus":"Draft","statusStartDate":"2026-02-03","officialSourceURL":"https://example.org/s","subject":["Trades"]}""";

        var (content, report) = TestImport.Read(CaseSample.Package([item], [CaseSample.Child(1, 1, null), edge], document), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal(("case1.1", 1, 2, 1, 3), (report.Format, report.Items, report.Associations, report.External, report.Accepted));
        Assert.Equal(("House", "2021", "Draft", new DateOnly(2026, 2, 3)), (content.Framework.Publisher, content.Version.Number, content.Version.AdoptionStatus, content.Version.StatusStart));
        Assert.Contains("\"subject\":[\"Trades\"]", content.Version.Extensions, StringComparison.Ordinal);
        var s = Assert.Single(content.Statements);
        Assert.Equal(("A.1", "Short", "Standard", "Why", "Statement 1"), (s.Notation, s.Label!.In("en"), s.TypeLabel, s.Notes!.In("en"), s.Text.In("en")));
        Assert.Equal(["heat", "metal"], s.Keywords!.All);
        var kept = JsonDocument.Parse(s.Extensions!).RootElement;
        Assert.Equal("[\"09\",\"10\"]", kept.GetProperty("educationLevel").GetRawText());
        Assert.Equal("{\"a b\":1}", kept.GetProperty("extensions").GetRawText());
        Assert.Equal("https://example.org/a/1", kept.GetProperty("trellis:placement").GetProperty("uri").GetString());
        var link = Assert.Single(content.Alignments);
        Assert.Equal(("ext:Uses", "Q-7", 4, "because"), (link.Type, link.Destination.Id, link.Sequence, link.Notes));
        Assert.Equal("""{"CFAssociationGroupingURI":{"x":1},"destinationNodeURI":{"targetType":"ext:tool"}}""", link.Extensions);
    }

    [Fact]
    public void Read_Children_StandInOrderOfTheirNumbers()
    {
        var items = Enumerable.Range(1, 5).Select(n => CaseSample.Item(n)).ToArray();
        string[] edges = [
            CaseSample.Child(1, 1, null), CaseSample.Child(2, 2, 1, ",\"sequenceNumber\":3"), CaseSample.Child(3, 3, 1, ",\"sequenceNumber\":null"),
            CaseSample.Child(4, 4, 1, ",\"sequenceNumber\":1"), CaseSample.Child(5, 5, 1, ",\"sequenceNumber\":1.5"),
        ];

        var (content, report) = TestImport.Read(CaseSample.Package(items, edges));

        Assert.Equal([1, 4, 5, 2, 3], content!.Statements.Select(s => int.Parse(s.Uri![^1..], null)));
        Assert.Equal("/CFAssociations/4/sequenceNumber", Assert.Single(report.Problems).Where);
        Assert.Contains("\"sequenceNumber\":1.5", content.Statements[2].Extensions, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralParents_FirstStatementInFilePlacesAndOthersStayLinks()
    {
        string[] items = [CaseSample.Item(1), CaseSample.Item(2), CaseSample.Item(3)];
        string[] edges = [CaseSample.Child(1, 3, null), CaseSample.Child(2, 3, 2), CaseSample.Child(3, 3, 1), CaseSample.Child(4, 1, null), CaseSample.Child(5, 2, null)];

        var (content, report) = TestImport.Read(CaseSample.Package(items, edges), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal(Guid.Parse(CaseSample.Id(2)), content.Statements.Single(s => s.Uri == CaseSample.Uri(3)).ParentId);
        Assert.Equal([CaseSample.Document[15..51], CaseSample.Id(1)], content.Alignments.Select(a => a.Destination.Id));
        Assert.Equal((5, 0), (report.Associations, report.External));
    }

    [Fact]
    public void Read_ItemLeftOut_ItsChildrenMoveUp()
    {
        string[] items = [CaseSample.Item(1), CaseSample.Item(2).Replace("Statement 2", " ", StringComparison.Ordinal), CaseSample.Item(3)];
        string[] edges = [CaseSample.Child(1, 1, null), CaseSample.Child(2, 2, 1), CaseSample.Child(3, 3, 2)];

        var (content, report) = TestImport.Read(CaseSample.Package(items, edges));

        Assert.Equal(content!.Statements[0].Id, content.Statements[1].ParentId);
        Assert.Equal(["/CFItems/1/fullStatement", "/CFAssociations/2"], report.Problems.Select(p => p.Where));
        Assert.Equal((1, 1, 5), (report.Rejected, report.Repaired, report.Accepted));
    }

    [Fact]
    public void Read_Language_IsTheItemsThenTheDocumentsThenUnknown()
    {
        string[] items = [CaseSample.Item(1, ",\"language\":\"es\""), CaseSample.Item(2)];
        var silent = CaseSample.Document.Replace(",\"language\":\"en\"", "", StringComparison.Ordinal);

        Assert.Equal(["es", "en"], Languages(CaseSample.Package(items, [])));
        Assert.Equal(["es", "und"], Languages(CaseSample.Package(items, [], silent)));
    }

    [Fact]
    public void Read_TenThousandItems_TakesLittleTimeAndMemory()
    {
        var file = CaseSample.Large(10_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (content, report) = TestImport.Read(file, ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal((10_000, 20_000, 10_000), (content.Statements.Count, report.Associations, report.External));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    private static IEnumerable<string> Languages(string package) =>
        TestImport.Read(package).Content!.Statements.Select(s => Assert.Single(s.Text.Languages));
}
