using Trellis.Core.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Trellis.Interop.Training;

/// <summary>
/// How one publisher's lists of training are read: what the release is called, what its marks mean, and which of its columns hold what
/// we know. A file in data/reference/mappings, so that another state's list needs no program.
/// </summary>
internal sealed class ListMapping
{
    /// <summary>The release: how it is called, whose it is, which part of the country it covers, the edition of its codes.</summary>
    public string Title { get; init; } = "";
    public string Publisher { get; init; } = "";
    public string Scope { get; init; } = "";
    public string Edition { get; init; } = "";
    public string Period { get; init; } = "";
    public string Taxonomy { get; init; } = "";
    public string? Attribution { get; init; }

    /// <summary>Two letters, where all of the list is of one state.</summary>
    public string? State { get; init; }

    /// <summary>Stands before the numbers of providers and programs; where it is empty, the state of the row does.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Cells that mean: the source has nothing; the source withholds the number; the program has no fixed length.</summary>
    public List<string> Missing { get; init; } = [];
    public List<string> Suppressed { get; init; } = [];
    public List<string> CompetencyBased { get; init; } = [];
    public List<string> Yes { get; init; } = [];
    public List<string> No { get; init; } = [];

    /// <summary>What the release lacks of what its publisher has, in words.</summary>
    public List<string> Gaps { get; init; } = [];

    public Dictionary<string, TableMapping> Tables { get; init; } = [];

    /// <summary>All mappings that ship.</summary>
    public static IReadOnlyList<ListMapping> All { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "reference", "mappings"), "training-*.yaml")
        .Order(StringComparer.Ordinal).Select(Read)];

    public static ListMapping Read(string file) => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build()
        .Deserialize<ListMapping>(File.ReadAllText(file, Utf8.Strict));
}

/// <summary>How the rows of one file are read.</summary>
internal sealed class TableMapping
{
    /// <summary>Columns that tell the file apart from all others: a file that has them all, and none of those after an exclamation mark, is this table.</summary>
    public List<string> RecognizedBy { get; init; } = [];

    /// <summary>For each field the columns that may hold it; the first that is not empty counts. A star stands for any letters.</summary>
    public Dictionary<string, List<string>> Columns { get; init; } = [];

    /// <summary>For a column, what its codes mean.</summary>
    public Dictionary<string, Dictionary<string, string>> Values { get; init; } = [];

    /// <summary>Fields whose value is the same in every row.</summary>
    public Dictionary<string, string> Constants { get; init; } = [];
}
