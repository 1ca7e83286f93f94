using System.Reflection;
using System.Xml.Linq;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>What may use what. The table is the one of the design; a row whose folder does not exist yet waits for it.</summary>
public sealed class DependencyTests
{
    /// <summary>Inside Core a folder uses only folders to its left.</summary>
    private static readonly string[] Areas =
        ["Text", "Codes", "Access", "Occupations", "LaborMarket", "Competencies", "Training", "Pathways", "Guidance", "Exchange"];

    /// <summary>Usable by all. It holds no domain rule: only its contents page, Db, may name the areas.</summary>
    private const string Storage = "Storage";

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["src/Core"] = [],
        ["src/Interop"] = ["Core"],
        ["src/Web"] = ["Core", "Interop"],
        ["src/Cli"] = ["Core", "Interop"],
    };

    [Fact]
    public void Areas_OfCore_UseOnlyWhatStandsToTheirLeft()
    {
        var found = Folders("src/Core");
        Assert.Empty(found.Except([.. Areas, Storage]));
        Assert.True(found.Count >= 5, "Hardly a folder of Core was found.");
        foreach (var area in Areas.Where(found.Contains))
        {
            var left = Areas.TakeWhile(a => a != area);
            var uses = Uses(typeof(Problem).Assembly, "Trellis.Core", area);
            Assert.DoesNotContain(uses, u => u.Folder != Storage && !left.Contains(u.Folder));
        }
    }

    [Fact]
    public void Storage_ExceptItsContentsPage_KnowsOnlyWhatEveryWriteNeeds()
    {
        var uses = Uses(typeof(Problem).Assembly, "Trellis.Core", Storage);

        Assert.Contains(uses, u => u.By == nameof(Db));
        Assert.DoesNotContain(uses, u => u.By != nameof(Db) && u.Folder is not ("Text" or "Codes" or "Access"));
    }

    [Fact]
    public void Folders_OfInterop_DoNotKnowOneAnother()
    {
        var found = Folders("src/Interop");

        Assert.NotEmpty(found);
        foreach (var folder in found)
            Assert.Empty(Uses(typeof(ImportReport).Assembly, "Trellis.Interop", folder));
    }

    [Theory]
    [InlineData("ByField")]
    [InlineData("ByBody")]
    [InlineData("ByGenericArgument")]
    [InlineData("ByLambda")]
    [InlineData("ByAwait")]
    [InlineData("ByReturnValueOfAnother")]
    [InlineData("ByAttribute")]
    public void Uses_OfAPlantedOffender_AreSeen(string offender)
    {
        var uses = Uses(typeof(DependencyTests).Assembly, "Trellis.Tests.House.Planted", "Earlier");

        Assert.Contains(uses, u => u.By == offender && u.Folder == "Later");
        Assert.DoesNotContain(uses, u => u.By == "Innocent");
    }

    [Fact]
    public void Projects_OfSrc_ReferToWhatTheDesignAllows()
    {
        Assert.Equal(Projects.Keys.Order(), Directory.EnumerateDirectories(Repository.FullPath("src")).Select(d => "src/" + Path.GetFileName(d)).Order());
        foreach (var (project, allowed) in Projects)
        {
            var file = XDocument.Load(Repository.FullPath($"{project}/{Path.GetFileName(project)}.csproj"));
            var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ToList();
            Assert.Empty(references.Except(allowed));
            Assert.True(allowed.Length == 0 || references.Count > 0, $"{project} refers to no project.");
        }
    }

    [Fact]
    public void Namespaces_OfSourceFiles_AreTheirFolders()
    {
        var files = Repository.In("src", ".cs").Where(f => !f.EndsWith("/Program.cs", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count > 40);
        Assert.All(files, f =>
        {
            var folder = "Trellis." + Path.GetDirectoryName(f["src/".Length..])!.Replace('/', '.');
            Assert.Contains($"namespace {folder};", Repository.Lines(f));
        });
    }

    /// <summary>The folders of a project that hold source, each of which must have brought forth a type.</summary>
    private static List<string> Folders(string project) => [.. Repository.In(project, ".cs", ".razor")
        .Select(f => f[(project.Length + 1)..].Split('/')).Where(p => p.Length > 1).Select(p => p[0]).Distinct()];

    /// <summary>Which other folders of its project the types of a folder use.</summary>
    private static HashSet<(string By, string Folder, string Type)> Uses(Assembly assembly, string root, string folder)
    {
        var types = assembly.GetTypes().Where(t => FolderOf(t, root) == folder).ToList();
        Assert.True(types.Count > 0, $"No type was found in {root}.{folder}.");
        return [.. types.SelectMany(t => TypeReferences.Of(t).Select(u => (By: Outermost(t).Name, Folder: FolderOf(u, root), Type: u.Name)))
            .Where(u => u.Folder is not null && u.Folder != folder).Select(u => (u.By, u.Folder!, u.Type))];
    }

    private static string? FolderOf(Type type, string root) =>
        type.Namespace is { } name && name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } owner ? Outermost(owner) : type;
}
