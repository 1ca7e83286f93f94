using Trellis.Core.Competencies;
using Trellis.Interop.Models;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What keeps the identifier of a statement, and what takes words from the generic model.</summary>
public sealed class ShippedModelIdentityTests
{
    private const string Name = "hospitality.yaml";

    private static readonly ModelFile Generic = ShippedModelFiles.Parsed("building-blocks.yaml");

    [Fact]
    public void Identifiers_OfRewordedStatements_Stay()
    {
        var file = ShippedModelFiles.Parsed(Name);
        foreach (var statement in file.AllBlocks.SelectMany(b => b.AllStatements).Where(s => s.Use is null))
            (statement.En, statement.Es) = ("Says something else.", null);

        var reworded = ModelBuilder.Build(Name, file, Generic, ShippedModelFiles.ElementNames());

        var before = ShippedModelFiles.Content(Name);
        Assert.Equal(before.Statements.Select(s => s.Id), reworded.Statements.Select(s => s.Id));
        Assert.NotEqual(ContentHash.Of(before), ContentHash.Of(reworded));
    }

    [Fact]
    public void Identifiers_OfShuffledStatements_Stay()
    {
        var file = ShippedModelFiles.Parsed(Name);
        foreach (var group in file.AllBlocks.SelectMany(b => b.Groups))
            group.Statements.Reverse();
        foreach (var tier in file.Tiers)
            tier.Blocks.Reverse();

        var shuffled = ModelBuilder.Build(Name, file, Generic, ShippedModelFiles.ElementNames()).Statements.ToDictionary(s => s.Id);

        var before = ShippedModelFiles.Content(Name).Statements;
        Assert.Equal(before.Count, shuffled.Count);
        Assert.All(before, s => Assert.Equal(s.Text, shuffled[s.Id].Text));
        Assert.Contains(before, s => shuffled[s.Id].Ordinal != s.Ordinal);
    }

    [Fact]
    public void Identifier_OfARenamedStatement_IsNew()
    {
        var file = ShippedModelFiles.Parsed(Name);
        var statement = file.AllBlocks.SelectMany(b => b.AllStatements).First(s => s.Use is null);
        statement.Id += "-renamed";

        var renamed = ModelBuilder.Build(Name, file, Generic, ShippedModelFiles.ElementNames());

        Assert.Single(renamed.Statements.ExceptBy(ShippedModelFiles.Content(Name).Statements.Select(s => s.Id), s => s.Id));
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.Industry), MemberType = typeof(ShippedModelFiles))]
    public void TakenStatements_OfEveryIndustry_PointToTheGenericModel(string name)
    {
        var generic = ShippedModelFiles.Content("building-blocks.yaml").Statements.ToDictionary(s => s.Id.ToString());
        var file = ShippedModelFiles.Parsed(name);
        var derived = ShippedModelFiles.Content(name).Statements.Where(s => s.DerivedFrom is not null).ToList();

        Assert.All(derived, s => Assert.Contains(s.DerivedFrom!, generic.Keys));
        var word = derived.Count(s => s.Text.Equals(generic[s.DerivedFrom!].Text));
        Assert.True(word >= file.AllBlocks.SelectMany(b => b.AllStatements).Count(s => s.Use is not null) && word > 20);
        Assert.Contains(derived, s => !s.Text.Equals(generic[s.DerivedFrom!].Text));
        Assert.Contains(derived, s => s.Kind == StatementKind.Block);
    }
}
