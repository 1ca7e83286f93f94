using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Models;

/// <summary>A model as data/models holds it; data/models/README.md tells what each part means.</summary>
[SuppressMessage("Design", "CA1002", Justification = "Filled by the YAML reader.")]
public sealed class ModelFile
{
    public int Format { get; set; }
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Version { get; set; } = "";
    public string Published { get; set; } = "";
    public string Publisher { get; set; } = "";
    public Words Title { get; set; } = [];
    public Words Description { get; set; } = [];
    public Words Notice { get; set; } = [];
    public List<string> Industries { get; set; } = [];
    public List<string> Sources { get; set; } = [];
    public List<TierEntry> Tiers { get; set; } = [];
    public List<OccupationEntry> Occupations { get; set; } = [];

    /// <summary>Reads a file, or says in which line it is not one.</summary>
    public static ModelFile Read(string name, string yaml)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        try
        {
            return reader.Deserialize<ModelFile>(yaml);
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(Problem.Rejected("not-a-model-file", $"{name}, line {e.Start.Line}",
                "This is not a Trellis model file: {0} See data/models/README.md.", e.InnerException?.Message ?? e.Message));
        }
    }

    public IEnumerable<BlockEntry> AllBlocks => Tiers.SelectMany(t => t.Blocks);
}

/// <summary>A text by language.</summary>
public sealed class Words : Dictionary<string, string>
{
    public LanguageText? Text => LanguageText.From(this);
}

public sealed class TierEntry
{
    public int Tier { get; set; }
    public Words Title { get; set; } = [];
    public List<BlockEntry> Blocks { get; set; } = [];
}

public sealed class BlockEntry
{
    /// <summary>The block of the generic model that stands here as it is.</summary>
    public string? Use { get; set; }
    public string Id { get; set; } = "";
    public Words Title { get; set; } = [];
    public Words Definition { get; set; } = [];
    public List<GroupEntry> Groups { get; set; } = [];
}

public sealed class GroupEntry
{
    public string Id { get; set; } = "";
    public string Kind { get; set; } = "";
    public Words Title { get; set; } = [];
    public List<StatementEntry> Statements { get; set; } = [];
}

public sealed class StatementEntry
{
    /// <summary>The statement of the generic model that stands here as it is, as block.statement.</summary>
    public string? Use { get; set; }

    /// <summary>The statement of the generic model that was reworded, as block.statement.</summary>
    public string? From { get; set; }
    public string Id { get; set; } = "";
    public string? En { get; set; }
    public string? Es { get; set; }
    public List<string> Onet { get; set; } = [];
    public List<StatementEntry> Items { get; set; } = [];

    [YamlIgnore]
    public LanguageText? Text => LanguageText.From([new("en", En ?? ""), new("es", Es ?? "")]);
}

public sealed class OccupationEntry
{
    public string Code { get; set; } = "";
    public string Title { get; set; } = "";
    public Words? Requires { get; set; }
}
