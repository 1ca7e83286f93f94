using System.Text.Json.Nodes;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Real CTDL-ASN frameworks, each counted a second time here from the raw file; and every other CTDL file, which must not do harm.</summary>
public class CtdlFileTests
{
    private static readonly string[] s_links = ["exactAlignment", "alignTo", "majorAlignment", "minorAlignment", "broadAlignment", "narrowAlignment", "prerequisiteAlignment", "derivedFrom", "complexityLevel", "precedes", "precededBy"];

    public static TheoryData<string> Frameworks => Relative("ctdl/Competency-Frameworks");

    public static TheoryData<string> Everything => Relative("ctdl", "ctdl-registry-samples");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task Framework_Real_LoadsWithEveryStatementCounted(string file)
    {
        var path = SharedData.Path(file);
        var json = TestImport.Json(path);
        var nodes = (json["@graph"] ?? json["decoded_resource"]!["@graph"])!.AsArray().Select(n => n!.AsObject()).ToList();
        var root = nodes.Single(n => Is(n, "CompetencyFramework") || Is(n, "ConceptScheme"));
        var statements = nodes.Where(n => n != root).ToList();
        var repeated = statements.Count - statements.DistinctBy(n => (string)n["@id"]!).Count();

        var report = await TestImport.LoadTwiceAsync(path);

        Assert.Equal("ctdl", report.Format);
        Assert.Equal(statements.Count, report.Items);
        Assert.True(report.Rejected == repeated, TestImport.Told(report));
        var distinct = statements.DistinctBy(n => (string)n["@id"]!).ToList();
        var links = distinct.Sum(n => n.Count(p => s_links.Contains(p.Key[(p.Key.IndexOf(':', StringComparison.Ordinal) + 1)..])));
        Assert.Equal(links + FurtherParents(distinct, (string)root["@id"]!), report.Associations);
    }

    [Fact]
    public void Framework_OfOnet_StandsInTheOrderOfItsLists()
    {
        var path = SharedData.Path("ctdl/Competency-Frameworks/ONET Abilities Competency Framework 9-27-19.json");
        var content = TestImport.ReadFile(path).Content!;
        var json = TestImport.Json(path)["@graph"]!.AsArray();

        Assert.Equal(FrameworkKind.Skills, content.Framework.Kind);
        Assert.Equal(json[0]!["ceasn:hasTopChild"]!.AsArray().Select(a => (string)a!), content.Statements.Where(s => s.ParentId is null).Select(s => s.Uri));
        foreach (var node in json.Where(n => n!["ceasn:hasChild"] is not null))
        {
            var parent = content.Statements.Single(s => s.Uri == (string)node!["@id"]!);
            Assert.Equal(node!["ceasn:hasChild"]!.AsArray().Select(a => (string)a!), content.Statements.Where(s => s.ParentId == parent.Id).Select(s => s.Uri));
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void File_OfAnyKind_IsReadOrRefusedWithASentence(string file)
    {
        var (content, report) = TestImport.ReadFile(SharedData.Path(file));

        Assert.Equal(content is null, report.Outcome == ImportOutcome.Refused);
        if (content is null)
            Assert.Contains(report.Problems, p => p.Severity == Core.Codes.Severity.Rejected && p.Message.EndsWith('.'));
        else
            Assert.NotEmpty(content.Statements);
    }

    /// <summary>Edges between a child and a parent, told by either, beyond the one that places the child.</summary>
    private static int FurtherParents(List<JsonObject> statements, string root)
    {
        var ids = statements.Select(n => (string)n["@id"]!).ToHashSet();
        var edges = statements.SelectMany(n => Addresses(n["ceasn:isChildOf"]).Select(p => (Child: (string)n["@id"]!, Parent: p)))
            .Concat(statements.SelectMany(n => Addresses(n["ceasn:hasChild"]).Select(c => (Child: c, Parent: (string)n["@id"]!))))
            .Where(e => e.Parent != root).Distinct().ToList();
        return edges.Count - edges.Where(e => ids.Contains(e.Parent)).DistinctBy(e => e.Child).Count();
    }

    private static IEnumerable<string> Addresses(JsonNode? value) => value switch
    {
        null => [],
        JsonArray array => array.SelectMany(Addresses),
        JsonObject node => [(string)node["@id"]!],
        _ => [(string)value!],
    };

    private static bool Is(JsonObject node, string type) => ((string)node["@type"]!).EndsWith(type, StringComparison.Ordinal);

    private static TheoryData<string> Relative(params string[] folders) => new(SharedData.Root is not { } root
        ? ["any"]
        : folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*.json*", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(root, f)).Order());
}
