using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Models;

/// <summary>
/// Turns a model file into a framework; statements it takes from the generic model are looked up there. <see cref="ModelCheck"/>
/// has found that all it names is there.
/// </summary>
public sealed class ModelBuilder
{
    private readonly string _name;
    private readonly ModelFile _file;
    private readonly ModelFile? _generic;
    private readonly IReadOnlyDictionary<string, string> _elementNames;
    private readonly DateTimeOffset _at;
    private readonly List<Statement> _statements = [];
    private readonly List<Alignment> _alignments = [];

    private ModelBuilder(string name, ModelFile file, ModelFile? generic, IReadOnlyDictionary<string, string> elementNames)
    {
        (_name, _file, _generic, _elementNames) = (name, file, generic, elementNames);
        _at = new(DateOnly.ParseExact(file.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);
    }

    /// <summary>The framework that the file <paramref name="name"/> describes, or every reason why it is none.</summary>
    public static FrameworkContent Build(string name, ModelFile file, ModelFile? generic, IReadOnlyDictionary<string, string> elementNames)
    {
        ModelCheck.Require(name, file, generic);
        return new ModelBuilder(name, file, generic, elementNames).Build();
    }

    private FrameworkContent Build()
    {
        foreach (var tier in _file.Tiers)
            AddTier(tier);
        var framework = new Framework
        {
            Id = _file.Id,
            Slug = _file.Slug,
            Ctid = new Ctid(_file.Id).ToString(),
            Kind = Enum.Parse<FrameworkKind>(_file.Kind, ignoreCase: true),
            Publisher = _file.Publisher,
            Industries = _file.Industries,
        };
        var version = new FrameworkVersion
        {
            Title = _file.Title.Text!,
            Number = _file.Version,
            Description = _file.Description.Text,
            Notice = _file.Notice.Text,
            Language = "en",
            PublishedAt = _at,
            ChangedAt = _at,
            Sources = _file.Sources,
            SourceFormat = "trellis",
            SourceName = _name,
        };
        StatementTree.Arrange(_statements);
        return new(framework, version, _statements, _alignments);
    }

    private void AddTier(TierEntry tier)
    {
        var number = tier.Tier.ToString(CultureInfo.InvariantCulture);
        var node = Add(null, StatementKind.Tier, $"tier-{number}", number, tier.Title.Text!, null);
        node.Tier = tier.Tier;
        var rank = 0;
        foreach (var entry in tier.Blocks)
        {
            var block = entry.Use is null ? entry : _generic!.Block(entry.Use)!;
            AddBlock(node, block, FormattableString.Invariant($"{number}.{++rank}"), taken: entry.Use is not null);
        }
        if (tier.Tier is >= 6 and <= 8)
            AddOccupations(node);
    }

    private void AddBlock(Statement tier, BlockEntry block, string number, bool taken)
    {
        var node = Add(tier, StatementKind.Block, block.Id, number, block.Definition.Text!, block.Title.Text);
        node.DerivedFrom = taken ? GenericId(block.Id) : null;
        var rank = 0;
        foreach (var group in block.Groups)
        {
            var kind = group.Kind switch
            {
                "work-function" => StatementKind.CriticalWorkFunction,
                "content-area" => StatementKind.TechnicalContentArea,
                _ => StatementKind.BehaviorGroup,
            };
            var heading = Add(node, kind, $"{block.Id}/{group.Id}", null, group.Title.Text!, null);
            var leaf = kind == StatementKind.BehaviorGroup ? StatementKind.KeyBehavior : StatementKind.Item;
            foreach (var entry in group.Statements)
                AddStatement(heading, block.Id, entry, leaf, FormattableString.Invariant($"{number}.{++rank}"), taken);
        }
    }

    private void AddStatement(Statement parent, string block, StatementEntry entry, StatementKind kind, string number, bool taken)
    {
        var source = entry.Use ?? entry.From ?? (taken ? $"{block}.{entry.Id}" : null);
        var words = entry.Use is null ? entry : _generic!.Statement(entry.Use)!;
        var node = Add(parent, kind, $"{block}.{words.Id}", number, words.Text!, null);
        node.DerivedFrom = source is null ? null : GenericId(source);
        foreach (var element in words.Onet)
            Align(node, element, _elementNames.GetValueOrDefault(element), NodeSchemes.OnetElement);
        var rank = 0;
        foreach (var item in entry.Items)
            AddStatement(node, block, item, kind, FormattableString.Invariant($"{number}.{++rank}"), taken);
    }

    /// <summary>Tier 6 and 7 name every occupation; tier 8 names those of which a license or the like is asked.</summary>
    private void AddOccupations(Statement tier)
    {
        foreach (var occupation in _file.Occupations.Where(o => tier.Tier < 8 || o.Requires is not null))
        {
            var node = Add(tier, StatementKind.Occupation, $"tier-{tier.Notation}/{occupation.Code}", occupation.Code, LanguageText.Of("en", occupation.Title), null);
            node.Notes = tier.Tier == 8 ? occupation.Requires!.Text : null;
            Align(node, occupation.Code, occupation.Title, NodeSchemes.OnetOccupation);
        }
    }

    private Statement Add(Statement? parent, StatementKind kind, string name, string? notation, LanguageText text, LanguageText? label)
    {
        var node = new Statement
        {
            Id = IdOf(name),
            ParentId = parent?.Id,
            Position = _statements.Count,
            Kind = kind,
            Notation = notation,
            Text = text,
            Label = label,
            ChangedAt = _at,
        };
        _statements.Add(node);
        return node;
    }

    private void Align(Statement node, string code, string? title, string scheme) => _alignments.Add(new()
    {
        Id = NameBasedId.Of(_file.Id, $"{node.Id}|isRelatedTo|{code}"),
        Type = "isRelatedTo",
        Origin = NodeRef.Statement(node.Id),
        Destination = new(code, OnetLinks.For(scheme, code), title, scheme),
        Author = _file.Publisher,
        ChangedAt = _at,
    });

    private Guid IdOf(string name) => NameBasedId.Of(_file.Id, name);

    private string GenericId(string name) => NameBasedId.Of(_generic!.Id, name).ToString();
}
