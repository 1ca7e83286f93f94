using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Files that hold several frameworks, and the command line's way in and out.</summary>
public sealed class CtdlManyTests
{
    private const string Model = """{"@id":"https://example.org/m","@type":"asn:ProgressionModel","ceasn:name":{"en":"Steps"},"skos:hasTopConcept":["https://example.org/1"]}""";
    private const string Level = """{"@id":"https://example.org/1","@type":"asn:ProgressionLevel","skos:prefLabel":{"en":"Beginner"}}""";
    private const string Organization = """{"@id":"https://example.org/o","@type":"ceterms:CredentialOrganization","ceterms:name":{"en":"Board"}}""";

    private static string Second => CtdlSample.Framework.Replace("/f\"", "/g\"", StringComparison.Ordinal).Replace("Welding", "Baking", StringComparison.Ordinal);

    private static string File => "\uFEFF" + CtdlSample.Graph(
        Model, CtdlSample.Framework[..^1] + ""","ceasn:hasTopChild":["https://example.org/a"]}""", Second, Level, Organization,
        CtdlSample.Competency("a"), CtdlSample.Competency("b", "isChildOf", "a"), CtdlSample.Competency("c", "isPartOf", "g"), CtdlSample.Competency("d", "isPartOf", "g"));

    [Fact]
    public void Read_SeveralFrameworks_SharesTheNodesOut()
    {
        var read = TestImport.Read(File, ImportMode.Strict);

        Assert.True(read.Content is not null, TestImport.Told(read.Report));
        FrameworkContent[] all = [read.Content, .. read.Further];
        Assert.Equal(
            ["Welding: Text a, Text b", "Baking: Text c, Text d", "Steps: Beginner"],
            all.Select(c => $"{c.Version.Title.In("en")}: {string.Join(", ", c.Statements.Select(s => s.Text.In("en")))}"));
        Assert.Equal(5, read.Report.Items);
        Assert.Equal([("Baking", 2), ("Steps", 1)], read.Report.Further.Select(f => (f.Framework, f.Items)));
        Assert.Contains("CredentialOrganization", read.Content.Version.Extensions, StringComparison.Ordinal);
        Assert.All(read.Further, f => Assert.DoesNotContain("Organization", f.Version.Extensions ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"@context":"https://credreg.net/ctdlasn/schema/context/json","@graph":[{"@id":"https://example.org/f",}]}""", "line 1, column 104")]
    [InlineData("""{"@graph":[]}{"@graph":[]}""", "line 1, column 14")]
    public void Read_BrokenJson_IsRefusedWithThePlace(string text, string place)
    {
        var read = TestImport.Read(text);

        Assert.Null(read.Content);
        Assert.Equal(("not-json", place), (read.Report.Problems[0].Code, read.Report.Problems[0].Where));
    }

    [Fact]
    public async Task Import_AndExport_ByCommand_LoadAllAndWriteTheGraph()
    {
        using var cli = new TestCli();
        var file = cli.Write("several.json", Utf8.Strict.GetBytes(File));

        var import = await cli.RunAsync("model", "import", file, "--json");
        var again = await cli.RunAsync("model", "import", file, "--json");
        var export = await cli.RunAsync("model", "export", "baking", "--format", "ctdl", "-o", Path.Combine(cli.Folder, "baking.jsonld"));

        Assert.Equal((0, 0, 0), (import.ExitCode, again.ExitCode, export.ExitCode));
        var line = import.Json;
        Assert.Equal(("ctdl", "added", "welding", 5), (line.GetProperty("format").GetString(), line.GetProperty("outcome").GetString(), line.GetProperty("framework").GetString(), line.GetProperty("items").GetInt32()));
        Assert.Equal(["added baking", "added steps"], Further(line));
        Assert.Equal(["unchanged baking", "unchanged steps"], Further(again.Json));
        var written = CtdlOut.Read(await System.IO.File.ReadAllBytesAsync(Path.Combine(cli.Folder, "baking.jsonld"), TestContext.Current.CancellationToken));
        Assert.Equal(["Text c", "Text d"], written.Statements.Select(s => s.Text.In("en")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Load_SeveralFrameworks_OnEitherDatabase_WritesEach(bool postgres)
    {
        await using var test = postgres ? await TestDb.PostgresAsync() : await TestDb.SqliteAsync();
        await using var db = test.Open();

        var report = await FrameworkImport.LoadAsync(db, new("several.json", Utf8.Strict.GetBytes(File)), ImportMode.Strict, TestModel.Change, TestContext.Current.CancellationToken);

        Assert.Equal(3, await db.Frameworks.CountAsync(TestContext.Current.CancellationToken));
        var kept = await ImportReports.FindAsync(db, report.Id, TestContext.Current.CancellationToken);
        Assert.Equal(["baking", "steps"], kept!.Value.Report.Further.Select(f => f.Framework));
    }

    private static IEnumerable<string> Further(JsonElement line) =>
        line.GetProperty("further").EnumerateArray().Select(f => $"{f.GetProperty("outcome").GetString()} {f.GetProperty("framework").GetString()}");
}
