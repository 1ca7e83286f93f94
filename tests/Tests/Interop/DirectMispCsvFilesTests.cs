using System.Text.Json;
using Sylvan.Data.Csv;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Real files of NICE, DIRECT and OpenSALT, whole, against a count that knows nothing of our readers.</summary>
public sealed class DirectMispCsvFilesTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "nice-framework/nice-framework-competency_areas.json", "misp" },
        { "nice-framework/nice-framework-knowledges.json", "misp" },
        { "nice-framework/nice-framework-opm_codes.json", "misp" },
        { "nice-framework/nice-framework-skills.json", "misp" },
        { "nice-framework/nice-framework-tasks.json", "misp" },
        { "nice-framework/nice-framework-work_roles.json", "misp" },
        { "competency-framework-direct/DIRECT-framework-all-in-one.json", "direct" },
        { "competency-framework-direct/DIRECT-framework-all-in-one.csv", "direct" },
        { "competency-framework-direct/competency.csv", "direct" },
        { "competency-framework-direct/competency_domain.csv", "direct" },
        { "competency-framework-direct/skill.csv", "direct" },
        { "competency-framework-direct/skill_level.csv", "direct" },
        { "case/ccsso_ela_item.csv", "csv" },
        { "case/sample_case.csv", "csv" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_LoadedTwice_IsTakenWholeAndThenUnchanged(string path, string format)
    {
        var source = Source(path);
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();

        var report = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, TestModel.Change, CancellationToken.None);

        Assert.Equal((format, ImportOutcome.Added, 0), (report.Format, report.Outcome, report.Rejected));
        var (items, links) = Count(path);
        Assert.Equal((items, links), (report.Items, report.Associations));
        var model = (await ModelCatalog.FindAsync(db, report.Framework!))!;
        Assert.Equal((items, links), (model.Version.Nodes, model.Version.Alignments));
        Assert.Equal(items + links, report.Accepted);
        var again = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, TestModel.Change, CancellationToken.None);
        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        var stream = new MemoryStream();
        await ModelExport.WriteCsvAsync(db, model, stream, CancellationToken.None);
        var exported = await FrameworkImport.LoadAsync(db, new("export.csv", stream.ToArray()), ImportMode.Strict, TestModel.Change, CancellationToken.None);
        Assert.Equal(ImportOutcome.Unchanged, exported.Outcome);
    }

    [Fact]
    public void WorkRoles_OfNice_KeepTheirRelationsAndCodes()
    {
        var content = Read("nice-framework/nice-framework-work_roles.json");

        Assert.Equal(new Guid("f81819e1-326b-41a5-89dd-a40d73c5bbbf"), content.Framework.Id);
        Assert.All(content.Alignments, a => Assert.Equal("ext:involves", a.Type));
        Assert.All(content.Statements, s => Assert.Matches("^[A-Z]{2}-WRL-[0-9]{3}$", s.Notation));
        Assert.Contains("\"category\":\"workforce\"", content.Version.Extensions, StringComparison.Ordinal);
    }

    [Fact]
    public void SmartLevels_OfOpenSalt_GiveTheTree()
    {
        var content = Read("case/ccsso_ela_item.csv");

        var levels = content.Statements.Select(s => JsonDocument.Parse(s.Extensions!).RootElement.GetProperty("smartLevel").GetString()!).ToList();
        Assert.Equal(levels.Select(l => l.Count(c => c == '.')), content.Statements.Select(s => s.Depth));
        Assert.Equal(levels.OrderBy(l => l.Split('.').Select(int.Parse).ToArray(), Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))), levels);
    }

    [Fact]
    public void Sample_OfOpenSalt_PlacesChildrenByNotation()
    {
        var content = Read("case/sample_case.csv");

        Assert.Equal(
            ["M", "M.F", "M.F.1-2", "M.F.1-2.S1", "M.F.1-2.S1a", "M.F.1-2.S1b", "M.F.C2", "M.F.C2.S1", "M.E.C1", "M.E"],
            content.Statements.Select(s => s.Notation));
        Assert.Equal(4, content.Alignments.Count);
    }

    [Fact]
    public void Direct_AllInOne_HasThreeLevels()
    {
        var content = Read("competency-framework-direct/DIRECT-framework-all-in-one.csv");

        Assert.Equal([7, 20, 164], content.Statements.GroupBy(s => s.Depth).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Theory]
    [InlineData("competency-framework-direct/skill.csv", "competency-framework-direct/competency.csv")]
    [InlineData("competency-framework-direct/competency.csv", "competency-framework-direct/competency_domain.csv")]
    public void Direct_TablesApart_PointAtOneAnother(string below, string above)
    {
        var parents = Read(above).Statements.Select(s => s.Id.ToString()).ToHashSet();

        Assert.All(Read(below).Alignments.Where(a => a.Type == "isChildOf"), a => Assert.Contains(a.Destination.Id, parents));
    }

    [Fact]
    public void Direct_Json_NamesTheSameStatementsAsTheTable()
    {
        var table = Read("competency-framework-direct/DIRECT-framework-all-in-one.csv").Statements.Select(s => s.Id).ToHashSet();

        var missing = Read("competency-framework-direct/DIRECT-framework-all-in-one.json").Statements.Where(s => !table.Contains(s.Id));

        Assert.Empty(missing.Select(s => s.Label?.ToString()));
    }

    private static ImportSource Source(string path) => new(Path.GetFileName(path), File.ReadAllBytes(SharedData.Path(path)));

    private static FrameworkContent Read(string path)
    {
        var read = FrameworkImport.Read(Source(path), ImportMode.Tolerant);
        Assert.NotNull(read.Content);
        return read.Content;
    }

    private static (int Items, int Links) Count(string path)
    {
        var file = SharedData.Path(path);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var all = Objects(json.RootElement).ToList();
            return (all.Count(o => o.TryGetProperty("uuid", out _) || o.TryGetProperty("title", out _)) - (path.StartsWith("nice", StringComparison.Ordinal) ? 1 : 0),
                all.Count(o => o.TryGetProperty("dest-uuid", out _)));
        }
        using var csv = CsvDataReader.Create(file);
        var (rows, links) = (0, 0);
        while (csv.Read())
        {
            rows++;
            foreach (var name in new[] { "related_skills", "IsPartOf", "replacedBy", "Exemplar", "hasSkillLevel", "IsRelatedTo" })
                links += Words(csv, name);
            links += path.EndsWith("/skill.csv", StringComparison.Ordinal) ? Words(csv, "competency")
                : path.EndsWith("/competency.csv", StringComparison.Ordinal) ? Words(csv, "competency_domain")
                : 0;
        }
        return (rows, links);
    }

    private static int Words(CsvDataReader csv, string column)
    {
        var at = Enumerable.Range(0, csv.FieldCount).FirstOrDefault(i => csv.GetName(i) == column, -1);
        return at < 0 ? 0 : csv.GetString(at).Split('|', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
