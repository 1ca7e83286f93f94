using Trellis.Core.Competencies;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The content rules of data/models/README.md and of the public structure that the models follow.</summary>
public sealed class ShippedModelTests
{
    private static readonly string[] TierTitles =
    [
        "Personal Effectiveness", "Academic", "Workplace", "Industry-Wide Technical", "Industry-Sector Technical",
        "Occupation-Specific Knowledge", "Occupation-Specific Technical", "Occupation-Specific Requirements", "Management",
    ];

    /// <summary>Statements of tiers 1 to 5 to which no O*NET element comes near, as "model: statement", with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutAlignment = [];

    [Fact]
    public void Models_AsShipped_AreTheGenericOneAndEightIndustries()
    {
        Assert.Equal(9, ShippedModelFiles.All.Count);
        Assert.Equal(8, ShippedModelFiles.Industry.Count);
        Assert.Equal(9, ShippedModelFiles.All.Select(n => ShippedModelFiles.Content(n.Data).Framework.Id).Distinct().Count());
        Assert.All(ShippedModelFiles.All, n => Assert.Equal(n.Data, ShippedModelFiles.Content(n.Data).Framework.Slug + ".yaml"));
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Tiers_OfEveryModel_AreTheNineInOrder(string name)
    {
        var tiers = ShippedModelFiles.Content(name).Statements.Where(s => s.ParentId is null).ToList();

        Assert.All(tiers, t => Assert.Equal(StatementKind.Tier, t.Kind));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], tiers.Select(t => t.Tier!.Value));
        Assert.Equal(TierTitles, tiers.Select(t => t.Text.In("en")));
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.Industry), MemberType = typeof(ShippedModelFiles))]
    public void TechnicalTiers_OfEveryIndustry_HaveBlocksWithWorkFunctionsAndContentAreas(string name)
    {
        var content = ShippedModelFiles.Content(name);
        var blocks = content.Statements.Where(s => s is { Kind: StatementKind.Block, Tier: 4 or 5 }).ToList();

        Assert.InRange(blocks.Count(b => b.Tier == 4), 6, 12);
        Assert.InRange(blocks.Count(b => b.Tier == 5), 3, 12);
        Assert.All(blocks, b =>
        {
            var kinds = ShippedModelFiles.Below(content, b).Select(s => s.Kind).ToHashSet();
            Assert.Contains(StatementKind.CriticalWorkFunction, kinds);
            Assert.Contains(StatementKind.TechnicalContentArea, kinds);
        });
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void OtherTiers_OfEveryModel_HaveBehaviorsOrOccupations(string name)
    {
        var content = ShippedModelFiles.Content(name);

        foreach (var tier in content.Statements.Where(s => s is { Kind: StatementKind.Tier, Tier: not (4 or 5) }))
        {
            var kinds = ShippedModelFiles.Below(content, tier).Select(s => s.Kind).ToHashSet();
            if (tier.Tier is 6 or 7 or 8)
                Assert.True(kinds.Count == 0 || kinds.SetEquals([StatementKind.Occupation]));
            else
                Assert.True(kinds.SetEquals([StatementKind.Block, StatementKind.BehaviorGroup, StatementKind.KeyBehavior]));
        }
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.Industry), MemberType = typeof(ShippedModelFiles))]
    public void Size_OfEveryIndustry_IsBetween150And300Statements(string name)
    {
        Assert.InRange(ShippedModelFiles.Competencies(ShippedModelFiles.Content(name)).Count(), 150, 300);
        Assert.InRange(ShippedModelFiles.Parsed(name).Occupations.Count, 10, 30);
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Statements_OfTiers1To5_AreAligned(string name)
    {
        var content = ShippedModelFiles.Content(name);
        var aligned = content.Alignments.Select(a => a.Origin.Id).ToHashSet();

        var without = ShippedModelFiles.Competencies(content).Where(s => s.Tier <= 5 && !aligned.Contains(s.Id.ToString()))
            .Select(s => $"{content.Framework.Slug}: {s.Text.In("en")}").ToList();

        Assert.NotEmpty(aligned);
        Assert.Equal(WithoutAlignment.Keys.Where(k => k.StartsWith(content.Framework.Slug + ":", StringComparison.Ordinal)), without);
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Identifiers_OfEveryModel_AreUnique(string name)
    {
        var content = ShippedModelFiles.Content(name);

        Assert.Equal(content.Statements.Count, content.Statements.Select(s => s.Id).Distinct().Count());
        Assert.Equal(content.Alignments.Count, content.Alignments.Select(a => a.Id).Distinct().Count());
        Assert.True(content.Statements.Count > 150);
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Occupations_OfEveryModel_StandInTiers6And7AndWhereSomethingIsAskedIn8(string name)
    {
        var content = ShippedModelFiles.Content(name);
        var file = ShippedModelFiles.Parsed(name);

        Assert.Equal(file.Occupations.Select(o => o.Code), Codes(6));
        Assert.Equal(file.Occupations.Select(o => o.Code), Codes(7));
        Assert.Equal(file.Occupations.Where(o => o.Requires is not null).Select(o => o.Code), Codes(8));
        Assert.All(content.Statements.Where(s => s is { Kind: StatementKind.Occupation, Tier: 8 }), s => Assert.NotNull(s.Notes));

        IEnumerable<string> Codes(int tier) => content.Statements.Where(s => s.Kind == StatementKind.Occupation && s.Tier == tier).Select(s => s.Notation!);
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Notice_OfEveryModel_SaysThatNobodyValidatedIt(string name)
    {
        var notice = ShippedModelFiles.Content(name).Version.Notice!;

        Assert.Contains("not validated by an industry body", notice.In("en"), StringComparison.Ordinal);
        Assert.Contains("No ha sido validado", notice.In("es"), StringComparison.Ordinal);
    }
}
