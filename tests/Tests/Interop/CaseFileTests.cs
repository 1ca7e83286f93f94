using System.Text.Json.Nodes;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Real CASE packages, each counted a second time here from the raw file.</summary>
public class CaseFileTests
{
    public static TheoryData<string> Files => new(SharedData.Root is null
        ? ["any"]
        : Directory.EnumerateFiles(SharedData.Path("case"), "*.json").Select(f => Path.GetFileName(f)).Where(f => !f.Contains("schema", StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Package_Real_LoadsWithEveryRowCounted(string file)
    {
        var path = Path.Combine(SharedData.Path("case"), file);
        var json = TestImport.Json(path);
        var items = json["CFItems"]!.AsArray();
        var associations = json["CFAssociations"]!.AsArray();
        var inside = items.Select(i => (string)i!["identifier"]!).Append((string)json["CFDocument"]!["identifier"]!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var report = await TestImport.LoadTwiceAsync(path);

        Assert.Equal("case1.0", report.Format);
        Assert.Equal(items.Count, report.Items);
        Assert.Equal(associations.Count, report.Associations);
        Assert.Equal(associations.Count(a => !inside.Contains(End(a!, "originNodeURI")) || !inside.Contains(End(a!, "destinationNodeURI"))), report.External);
        Assert.True(report.Rejected == Repeated(items) + Repeated(associations), TestImport.Told(report));
    }

    [Fact]
    public void Schema_OfPackages_IsRefusedAsSchema()
    {
        var (content, report) = TestImport.ReadFile(SharedData.Path("case/case-v1p0-cfpackage-schema.json"));

        Assert.Null(content);
        Assert.Equal("json-schema", report.Problems[0].Code);
    }

    private static int Repeated(JsonArray rows) => rows.Count - rows.Select(r => ((string)r!["identifier"]!).ToLowerInvariant()).Distinct().Count();

    private static string End(JsonNode association, string end) => (string)association[end]!["identifier"]!;
}
