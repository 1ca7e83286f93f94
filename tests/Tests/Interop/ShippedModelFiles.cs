using System.IO.Compression;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop.Models;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The nine shipped models as their files and as the frameworks that are made of them, read once for all tests.</summary>
internal static class ShippedModelFiles
{
    public static string Folder => ShippedModels.DataFolder;

    public static TheoryData<string> All { get; } = [.. ShippedModels.Names(Folder)];

    public static TheoryData<string> Industry { get; } = [.. ShippedModels.Names(Folder).Where(n => n != "building-blocks.yaml")];

    private static readonly Lazy<Dictionary<string, FrameworkContent>> Contents =
        new(() => ShippedModels.Names(Folder).ToDictionary(n => n, n => ShippedModels.Build(Folder, n)));

    public static FrameworkContent Content(string name) => Contents.Value[name];

    public static string Yaml(string name) => File.ReadAllText(Path.Combine(Folder, "models", name), Utf8.Strict);

    public static ModelFile Parsed(string name) => ModelFile.Read(name, Yaml(name));

    public static IEnumerable<Statement> Competencies(FrameworkContent content) => content.Statements.Where(s => s.Kind.StatesCompetency());

    public static IEnumerable<Statement> Below(FrameworkContent content, Statement node) =>
        content.Statements.Skip(node.Ordinal + 1).Take(node.Size);

    public static Dictionary<string, string> ElementNames() => File.ReadLines(Path.Combine(Folder, "reference", "onet-elements.csv"), Utf8.Strict)
        .Skip(1).Select(l => l.Split(',', 2)).ToDictionary(l => l[0], l => l[1].Trim('"'));

    /// <summary>The first two columns of a file of the O*NET release, without its heading.</summary>
    public static Dictionary<string, string> Release(string file)
    {
        using var zip = ZipFile.OpenRead(SharedData.Path("onet/db_30_2_text.zip"));
        using var reader = new StreamReader(zip.GetEntry($"db_30_2_text/{file}")!.Open(), Utf8.Strict);
        return reader.ReadToEnd().Split('\n').Skip(1).Select(l => l.Split('\t')).Where(l => l.Length > 1).ToDictionary(l => l[0], l => l[1]);
    }
}
