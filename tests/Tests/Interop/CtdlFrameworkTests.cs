using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What becomes of each thing that a CTDL-ASN graph can say, in graphs small enough to see whole.</summary>
public class CtdlFrameworkTests
{
    private const string Ctid = "ce-5a3a0d26-7d0c-4b8c-9d2a-0f7d9a1b2c3d";

    [Fact]
    public void Read_Competency_KeepsEveryField()
    {
        var node = CtdlSample.Competency("a")[..^1] + $$"""
            ,"ceterms:ctid":"{{Ctid}}","ceasn:codedNotation":"1.2","ceasn:competencyLabel":[{"@language":"en","@value":"Short"}],"ceasn:competencyCategory":{"en":"Skill"},
            "ceasn:comment":"plain","ceasn:conceptKeyword":{"en":["heat","metal"],"es":["calor"]},"ceasn:dateModified":"2026-01-02","ceasn:weight":0.5,"ceasn:educationLevelType":["x:1"]}
            """;

        var (content, report) = TestImport.Read(CtdlSample.Graph(CtdlSample.Framework, node), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal(("ctdl", "Welding", "en", FrameworkKind.Credential), (report.Format, content.Version.Title.In("en"), content.Version.Language, content.Framework.Kind));
        var s = Assert.Single(content.Statements);
        Assert.Equal((Guid.Parse(Ctid[3..]), "1.2", "Short", "Skill", "plain", "https://example.org/a"), (s.Id, s.Notation, s.Label!.In("en"), s.TypeLabel, s.Notes!.In("en"), s.Uri));
        Assert.Equal(["calor"], s.Keywords!.Values["es"]);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), s.ChangedAt);
        var kept = JsonDocument.Parse(s.Extensions!).RootElement;
        Assert.Equal("0.5", kept.GetProperty("ceasn:weight").GetRawText());
        Assert.Equal(["ceasn:dateModified", "ceasn:weight", "ceasn:educationLevelType"], kept.EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("exactAlignment", "exactMatchOf", false)]
    [InlineData("crossSubjectReference", "isRelatedTo", false)]
    [InlineData("prerequisiteAlignment", "precedes", true)]
    [InlineData("majorAlignment", "ext:ceasn.majorAlignment", false)]
    [InlineData("skillEmbodied", "ext:ceasn.skillEmbodied", false)]
    public void Read_LinkingProperty_BecomesALinkThatRemembersIt(string property, string type, bool isReversed)
    {
        var (content, report) = TestImport.Read(CtdlSample.Graph(CtdlSample.Framework, CtdlSample.Competency("a", property, "else")), ImportMode.Strict);

        var link = Assert.Single(content!.Alignments);
        var (near, far) = isReversed ? (link.Destination, link.Origin) : (link.Origin, link.Destination);
        Assert.Equal((type, content.Statements[0].Id.ToString(), "https://example.org/else"), (link.Type, near.Id, far.Id));
        Assert.Equal($$"""{"trellis:property":"ceasn:{{property}}"}""", link.Extensions);
        Assert.Equal((1, 1), (report.Associations, report.External));
    }

    [Fact]
    public void Read_OtherSpellings_GiveTheSameTree()
    {
        var plain = CtdlSample.Graph(CtdlSample.Framework, CtdlSample.Competency("b", "isChildOf", "a"), CtdlSample.Competency("a"));
        var old = plain.Replace("ceasn:", "asn:", StringComparison.Ordinal);
        var full = plain.Replace("\"ceasn:", "\"https://purl.org/ctdlasn/terms/", StringComparison.Ordinal);
        var nodes = plain.Replace("\"https://example.org/a\"}", "{\"@id\":\"https://example.org/a\"}}", StringComparison.Ordinal);
        var list = plain[(plain.IndexOf("@graph", StringComparison.Ordinal) + 8)..^1];
        var envelope = $$"""{"envelope_ceterms_ctid":"x","resource":"h.{{System.Buffers.Text.Base64Url.EncodeToString(Utf8.Strict.GetBytes(plain))}}.s"}""";

        foreach (var text in new[] { plain, old, full, nodes, list, envelope, $$"""{"decoded_resource":{{plain}}}""" })
        {
            var (content, report) = TestImport.Read(text, ImportMode.Strict);
            Assert.True(content is not null, TestImport.Told(report));
            Assert.Equal([("Text a", 0), ("Text b", 1)], content.Statements.Select(s => (s.Text.In("en"), s.Depth)));
        }
    }

    [Fact]
    public void Read_Siblings_StandAsListedThenByNumberThenAsInTheFile()
    {
        var framework = CtdlSample.Framework[..^1] + ""","ceasn:hasTopChild":["https://example.org/d","https://example.org/c"]}""";
        var (content, report) = TestImport.Read(CtdlSample.Graph(framework, CtdlSample.Competency("a"),
            CtdlSample.Competency("b")[..^1] + ",\"ceasn:listID\":\"10\"}", CtdlSample.Competency("e")[..^1] + ",\"ceasn:listID\":\"9\"}",
            CtdlSample.Competency("c"), CtdlSample.Competency("d")), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal(["d", "c", "e", "b", "a"], content.Statements.Select(s => s.Uri![^1..]));
    }

    [Fact]
    public void Read_SecondParentAndBlankNodes_AreKept()
    {
        var b = CtdlSample.Competency("b")[..^1] + ""","ceasn:isChildOf":["_:x","https://example.org/a"]}""";
        var blank = CtdlSample.Competency("x").Replace("https://example.org/x", "_:x", StringComparison.Ordinal);
        var (content, report) = TestImport.Read(CtdlSample.Graph(CtdlSample.Framework, CtdlSample.Competency("a"), b, blank), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        var child = content.Statements.Single(s => s.Uri == "https://example.org/b");
        Assert.Null(content.Statements.Single(s => s.Id == child.ParentId).Uri);
        Assert.Equal(("isChildOf", "https://example.org/a"), (Assert.Single(content.Alignments).Type, content.Alignments[0].Destination.Uri));
    }

    [Fact]
    public void Read_ProgressionModel_GivesItsLevels()
    {
        const string Model = """{"@id":"https://example.org/m","@type":["asn:ProgressionModel","skos:ConceptScheme"],"dcterms:title":{"en":"Steps"},"skos:hasTopConcept":["https://example.org/1","https://example.org/2"]}""";
        const string One = """{"@id":"https://example.org/1","@type":["skos:Concept","asn:ProgressionLevel"],"skos:prefLabel":{"en":"Beginner"},"skos:definition":{"en":"Does it with help"},"skos:notation":"1","ceterms:precedes":"https://example.org/2","skos:inScheme":"https://example.org/m"}""";
        const string Two = """{"@id":"https://example.org/2","@type":["skos:Concept","asn:ProgressionLevel"],"skos:prefLabel":{"en":"Expert"},"skos:inScheme":"https://example.org/m"}""";

        var (content, report) = TestImport.Read(CtdlSample.Graph(Model, Two, One), ImportMode.Strict);

        Assert.True(content is not null, TestImport.Told(report));
        Assert.Equal([("Does it with help", "1"), ("Expert", null)], content.Statements.Select(s => (s.Text.In("en"), s.Notation)));
        Assert.Equal("Beginner", content.Statements[0].Label!.In("en"));
        Assert.Equal(("precedes", content.Statements[1].Id.ToString()), (Assert.Single(content.Alignments).Type, content.Alignments[0].Destination.Id));
    }
}
