using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What becomes of each thing that an ASN standards document can say.</summary>
public class AsnDocumentTests
{
    private const string Host = "http://purl.org/ASN/resources/";

    [Fact]
    public void Read_Document_GivesItsTreeAndLinks()
    {
        var (content, report) = TestImport.Read(Document(
            Statement("S2", "Second", "D1", ",\"http://purl.org/ASN/schema/core/statementNotation\":[{\"value\":\"2\",\"type\":\"literal\"}]"),
            Statement("S1", "First", "D1", ",\"http://purl.org/dc/terms/educationLevel\":[{\"value\":\"x:9\",\"type\":\"uri\"}]"),
            Statement("S3", "Third", "S1", ",\"http://www.w3.org/2004/02/skos/core#exactMatch\":[{\"value\":\"urn:guid:FBCBB7C696FE475695920CA622B1C854\",\"type\":\"uri\"}]")), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal(("asn", 3, 1, 1, 4), (report.Format, report.Items, report.Associations, report.External, report.Accepted));
        Assert.Equal(["First", "Third", "Second"], content.Statements.Select(s => s.Text.In("en")));
        Assert.Equal(NameBasedId.Of(NameBasedId.UrlNamespace, Host + "S1"), content.Statements[0].Id);
        Assert.Equal(("2", Host + "S2"), (content.Statements[2].Notation, content.Statements[2].Uri));
        Assert.Equal("x:9", JsonDocument.Parse(content.Statements[0].Extensions!).RootElement.GetProperty("http://purl.org/dc/terms/educationLevel")[0].GetProperty("value").GetString());
        Assert.Equal("fbcbb7c6-96fe-4756-9592-0ca622b1c854", content.Alignments[0].Destination.Id);
    }

    [Fact]
    public void Read_FaultyStatements_SaysWhere()
    {
        var (content, report) = TestImport.Read(Document(
            Statement("S1", " ", "D1"), Statement("S2", "Second", "S1"), Statement("S4", "Fourth", "S4"), Statement("S5", "Fifth", "S6"), Statement("S6", "Sixth", "S5")));

        Assert.Equal(["missing-field", "missing-parent", "own-parent", "ring-of-parents"], report.Problems.Where(p => p.Code != "missing-child").Select(p => p.Code));
        Assert.Equal("/http:~1~1purl.org~1ASN~1resources~1S1/http:~1~1purl.org~1dc~1terms~1description", report.Problems[0].Where);
        Assert.Equal(4, content!.Statements.Count);
    }

    private static string Statement(string name, string text, string parent, string more = "") => $$"""
        "{{Host}}{{name}}":{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type":[{"value":"http://purl.org/ASN/schema/core/Statement","type":"uri"}],
        "http://purl.org/dc/terms/description":[{"value":"{{text}}","type":"literal","lang":"en"}],
        "http://purl.org/gem/qualifiers/isChildOf":[{"value":"{{Host}}{{parent}}","type":"uri"}]{{more}} }
        """;

    private static string Document(params string[] statements) => $$"""
        {"{{Host}}D1":{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type":[{"value":"http://purl.org/ASN/schema/core/StandardDocument","type":"uri"}],
        "http://purl.org/dc/elements/1.1/title":[{"value":"Standards","type":"literal","lang":"en"}],
        "http://purl.org/gem/qualifiers/hasChild":[{"value":"{{Host}}S1","type":"uri"},{"value":"{{Host}}S2","type":"uri"}]},
        {{string.Join(',', statements)}} }
        """;
}
