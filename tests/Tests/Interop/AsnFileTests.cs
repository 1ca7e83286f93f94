using Trellis.Core.Competencies;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>A real ASN standards document, counted a second time here from the raw file.</summary>
public class AsnFileTests
{
    private const string Child = "http://purl.org/gem/qualifiers/hasChild";
    private const string Match = "http://www.w3.org/2004/02/skos/core#exactMatch";

    [Fact]
    public async Task Document_Real_LoadsWithEveryStatementAndLinkCounted()
    {
        var path = SharedData.Path("asn/D10003FB.json");
        var json = TestImport.Json(path).AsObject();
        var statements = json.Where(r => r.Value!.ToJsonString().Contains("ASN/schema/core/Statement\"", StringComparison.Ordinal)).ToList();

        var report = await TestImport.LoadTwiceAsync(path);

        Assert.True(report is { Format: "asn", Repaired: 0, Rejected: 0 }, TestImport.Told(report));
        Assert.Equal(statements.Count, report.Items);
        var links = statements.Sum(s => s.Value![Match]?.AsArray().Count ?? 0);
        Assert.Equal((links, links), (report.Associations, report.External));
    }

    [Fact]
    public void Document_Real_StandsInTheOrderOfItsLists()
    {
        var path = SharedData.Path("asn/D10003FB.json");
        var content = TestImport.ReadFile(path).Content!;
        var json = TestImport.Json(path).AsObject();

        Assert.Equal(FrameworkKind.AcademicStandards, content.Framework.Kind);
        foreach (var parent in content.Statements.Where(s => s.Size > 0))
        {
            var listed = json[parent.Uri!]![Child]!.AsArray().Select(c => (string)c!["value"]!);
            Assert.Equal(listed, content.Statements.Where(s => s.ParentId == parent.Id).Select(s => s.Uri));
        }
        Assert.Contains(content.Alignments, a => a.Destination is { Uri: "urn:guid:FBCBB7C696FE475695920CA622B1C854", Id: "fbcbb7c6-96fe-4756-9592-0ca622b1c854" });
    }
}
