using Trellis.Core.Codes;
using Trellis.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Trellis.Interop;

/// <summary>
/// How somebody's table says what an official one says: its columns, units and signs. Kept as files in data/reference/mappings, whose
/// form docs/table-mappings.md tells and whose names begin with their kind; a table is recognised by its columns.
/// </summary>
internal sealed class TableMapping
{
    /// <summary>The kind of release that it is read as.</summary>
    public string Kind { get; set; } = "";
    public string Title { get; set; } = "";
    public string Publisher { get; set; } = "";

    /// <summary>The classification of the codes: "SOC 2018".</summary>
    public string? Taxonomy { get; set; }

    /// <summary>The month that the figures of a year speak of, where there is one.</summary>
    public string? Month { get; set; }

    /// <summary>The part of the kind that such a table is; without it, what the areas in it tell.</summary>
    public string? Scope { get; set; }

    /// <summary>How areas are written: "oews" or "fips-and-area".</summary>
    public string Areas { get; set; } = "oews";

    /// <summary>What a number of jobs or openings counts: 1, or 1000 for thousands.</summary>
    public int CountsIn { get; set; } = 1;

    /// <summary>Our name of a figure or text, and the columns that may hold it.</summary>
    public Dictionary<string, List<string>> Columns { get; set; } = [];

    /// <summary>What stands where there is no number, and what it means: "suppressed", "not-reported" or "not-applicable".</summary>
    public Dictionary<string, string> Missing { get; set; } = [];

    public IReadOnlyDictionary<string, FigureState> Signs { get; private set; } = new Dictionary<string, FigureState>();

    public string Name { get; private set; } = "";

    /// <summary>All columns that it names are there.</summary>
    public bool Fits(TableHeader header) => Columns.Values.All(c => header.Find([.. c]) >= 0);

    /// <summary>The place of a column; -1 where the mapping has none.</summary>
    public int Place(TableHeader header, string name) => Columns.TryGetValue(name, out var columns) ? header.Find([.. columns]) : -1;

    /// <summary>The mappings that ship for a kind; only the one that was asked for, where the load names one.</summary>
    public static List<TableMapping> Of(ReleaseLoad load, string kind)
    {
        var all = Directory.EnumerateFiles(Path.Combine(ShippedData.Folder, "reference", "mappings"), kind + "-*.yaml").Order(StringComparer.Ordinal)
            .Select(f => Parse(Path.GetFileName(f), File.ReadAllText(f, Utf8.Strict))).Where(m => m.Kind == kind).ToList();
        if (load.Options.GetValueOrDefault(MappingNames.Option) is not { Length: > 0 } name)
            return all;
        return all.FindAll(m => m.Name == name) is { Count: > 0 } named ? named : throw new UnusableInputException(Problem.Rejected("unknown-mapping", MappingNames.Option,
            "There is no mapping \"{0}\" for such data; there are: {1}.", name, string.Join(", ", all.Select(m => m.Name))));
    }

    public static TableMapping Parse(string file, string yaml)
    {
        try
        {
            var mapping = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<TableMapping?>(PlainYaml.Of(yaml)) ?? throw new YamlException("The file is empty.");
            if (mapping.Kind.Length == 0 || mapping.Columns.Count == 0)
                throw new YamlException("It must have a kind and columns.");
            mapping.Signs = mapping.Missing.ToDictionary(m => m.Key, m => State(m.Value));
            mapping.Name = Path.GetFileNameWithoutExtension(file);
            return mapping;
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(Problem.Rejected("not-a-mapping", $"{file}, line {e.Start.Line}",
                "This is not a mapping of columns: {0} See docs/table-mappings.md.", (e.InnerException ?? e).Message));
        }
    }

    private static FigureState State(string text) => text switch
    {
        "suppressed" => FigureState.Suppressed,
        "not-reported" => FigureState.NotReported,
        "not-applicable" => FigureState.NotApplicable,
        _ => throw new YamlException($"\"{text}\" is no reason for a missing number: suppressed, not-reported or not-applicable is expected."),
    };
}
