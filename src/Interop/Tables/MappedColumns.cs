using Trellis.Core.Codes;
using Trellis.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Trellis.Interop.Tables;

/// <summary>What a person says that a column of somebody's table holds.</summary>
public enum MappedRole
{
    /// <summary>Something else, which stays with the statement under the name of its column.</summary>
    Keep,
    Ignore,
    Text,

    /// <summary>The statement, whose leading blanks tell how deep it stands.</summary>
    IndentedText,
    Label,
    Notation,
    Identifier,

    /// <summary>The identifier or notation of the statement above.</summary>
    Parent,

    /// <summary>How deep the row stands, 1 at the top.</summary>
    Level,

    /// <summary>The place in the tree as "1.2.3".</summary>
    Outline,

    /// <summary>A heading above the statement, repeated in each row or left empty where it stays the same. Several such columns stand for several headings, from left to right.</summary>
    Group,
    Notes,
    Keywords,
    Type,
    Language,
    Uri,
    ExactMatch,
    Related,
}

/// <summary>What the columns of a table mean, by their names; kept as a YAML file, it reads the next table of the same form. docs/model-csv.md tells its form.</summary>
public sealed class MappedColumns
{
    public string Title { get; set; } = "";

    /// <summary>The sheet of a workbook; the first where none is named.</summary>
    public string? Sheet { get; set; }

    public Dictionary<string, MappedRole> Columns { get; set; } = [];

    /// <summary>What the names of columns suggest.</summary>
    public static MappedColumns Guess(IReadOnlyList<string> header, string title)
    {
        var columns = CsvColumns.Read(new(1, [.. header]), ours: false);
        var mapping = new MappedColumns { Title = title };
        var hasTree = columns.Has(ColumnRole.Parent) || columns.Has(ColumnRole.Level);
        foreach (var column in columns.All.Where(c => !c.IsNameless))
        {
            var letters = ColumnNames.Letters(column.Name);
            var role = Role(column);
            if (role is MappedRole.Keep or MappedRole.Type or MappedRole.Label && !hasTree && ColumnNames.Groups.Contains(letters))
                role = MappedRole.Group;
            else if (role == MappedRole.Keep && !hasTree && letters is "level" or "depth" or "indent" or "nivel")
                role = MappedRole.Level;
            mapping.Columns.TryAdd(column.Name, role);
        }
        return mapping;
    }

    public static MappedColumns Parse(string file, string yaml)
    {
        try
        {
            var mapping = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<MappedColumns?>(PlainYaml.Of(yaml)) ?? throw new YamlException("The file is empty.");
            return mapping.Columns.Count > 0 ? mapping : throw new YamlException("It must have columns.");
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(Problem.Rejected("not-a-column-mapping", $"{file}, line {e.Start.Line}",
                "This is not a mapping of columns: {0} See docs/model-csv.md.", (e.InnerException ?? e).Message));
        }
    }

    /// <summary>The mapping as a file from which it is read again.</summary>
    public string ToYaml()
    {
        var roles = Columns.Select(c => $"  {Quoted(c.Key)}: {HyphenatedNamingConvention.Instance.Apply(c.Value.ToString())}\n");
        return $"title: {Quoted(Title)}\n{(Sheet is null ? "" : $"sheet: {Quoted(Sheet)}\n")}columns:\n{string.Concat(roles)}";
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text, TextJson.Options);

    private static MappedRole Role(CsvColumn column) => column.Role switch
    {
        ColumnRole.Text => MappedRole.Text,
        ColumnRole.Label => MappedRole.Label,
        ColumnRole.Notation => MappedRole.Notation,
        ColumnRole.Identifier => MappedRole.Identifier,
        ColumnRole.Parent => MappedRole.Parent,
        ColumnRole.Level => MappedRole.Outline,
        ColumnRole.Notes => MappedRole.Notes,
        ColumnRole.Keywords => MappedRole.Keywords,
        ColumnRole.Type => MappedRole.Type,
        ColumnRole.Language => MappedRole.Language,
        ColumnRole.Uri => MappedRole.Uri,
        ColumnRole.Link when column.LinkType == "exactMatchOf" => MappedRole.ExactMatch,
        ColumnRole.Link when column.LinkType == "isRelatedTo" => MappedRole.Related,
        _ => MappedRole.Keep,
    };
}
