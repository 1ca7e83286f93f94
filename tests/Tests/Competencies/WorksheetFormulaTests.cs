using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>docs/formulas.md, "Worksheets"; and which nodes a worksheet rates.</summary>
public sealed class WorksheetFormulaTests
{
    /// <summary>Levels are written one beside the other; "-" is an empty cell.</summary>
    [Theory]
    [InlineData("", null, null)]
    [InlineData("--", 0.0, null)]
    [InlineData("2-", 0.5, 2.0)]
    [InlineData("0-", 0.0, 0.0)]
    [InlineData("043", 0.6666666666666666, 2.3333333333333335)]
    public void CoverageAndAverage_LeaveEmptyCellsOut(string levels, double? coverage, double? average)
    {
        Assert.Equal(coverage, WorksheetFigures.Coverage(Levels(levels)));
        Assert.Equal(average, WorksheetFigures.Average(Levels(levels)));
    }

    [Theory]
    [InlineData(4, 1, 3)]
    [InlineData(3, 4, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(null, 2, null)]
    [InlineData(2, null, null)]
    public void Gap_IsWhatIsMissing(int? needed, int? has, int? gap) => Assert.Equal(gap, WorksheetFigures.Gap(needed, has));

    [Theory]
    [InlineData("433", "143", 0.7)]
    [InlineData("43", "14", 0.5714285714285714)]
    [InlineData("4-", "-4", null)]
    [InlineData("00", "04", null)]
    [InlineData("", "", null)]
    [InlineData("3", "0", 0.0)]
    public void Readiness_CountsStatementsThatAreFilledOnBothSides(string needed, string has, double? expected)
    {
        var share = WorksheetFigures.Readiness([.. Levels(needed).Zip(Levels(has))]);

        Assert.Equal(expected.HasValue, share.HasValue);
        Assert.Equal(expected ?? 0, share ?? 0, 12);
    }

    [Fact]
    public void Rows_OfTieredModel_StandUnderTheirBlocks()
    {
        var content = TestModel.Of("T", "block", "group", "first", "second", "job");
        var (tier, block, group) = (content.Statements[0], content.Statements[1], content.Statements[2]);
        (tier.Kind, tier.Tier, block.Kind, group.Kind) = (StatementKind.Tier, 4, StatementKind.Block, StatementKind.CriticalWorkFunction);
        group.ParentId = block.Id;
        content.Statements[3].ParentId = group.Id;
        content.Statements[4].ParentId = block.Id;
        content.Statements[5].Kind = StatementKind.Occupation;
        StatementTree.Arrange(content.Statements);

        var blocks = WorksheetRows.Of(content.Statements, hasTiers: true, new HashSet<Guid>());

        var only = Assert.Single(blocks);
        Assert.Equal("block", only.Title!.In("en"));
        Assert.Equal(["first", "second"], only.Rows.Select(r => r.Text.In("en")).Order());
        Assert.Equal("first", Assert.Single(Assert.Single(WorksheetRows.Of(content.Statements, hasTiers: true, new HashSet<Guid> { group.Id })).Rows).Text.In("en"));
    }

    [Fact]
    public void Rows_OfNodesWithLabels_SayBoth()
    {
        var content = TestModel.Of("T", "Reads drawings of parts.");
        content.Statements[1].Label = LanguageText.Of("en", "Drawings");

        var row = Assert.Single(Assert.Single(WorksheetRows.Of(content.Statements, hasTiers: false, new HashSet<Guid>())).Rows);

        Assert.Equal("Drawings. Reads drawings of parts.", row.Text.In("en"));
    }

    /// <summary>Depths of a chain of nodes: six headings, then the levels of a list.</summary>
    [Fact]
    public void Places_OfAChain_AreHeadingsAndThenListLevels()
    {
        var content = TestModel.Of("0");
        for (var i = 1; i < 9; i++)
            content.Statements.Add(new() { Id = Guid.NewGuid(), ParentId = content.Statements[i - 1].Id, Text = LanguageText.Of("en", $"{i}") });
        StatementTree.Arrange(content.Statements);
        var places = new DocumentPlaces(hasTiers: false);

        Assert.Equal(["1/0", "2/0", "3/0", "4/0", "5/0", "6/0", "0/0", "0/1", "0/2"], content.Statements.Select(places.Next).Select(p => $"{p.Heading}/{p.ListLevel}"));
    }

    [Fact]
    public void Places_OfLongTextsWithParts_AreLists()
    {
        var content = TestModel.Of(new string('a', 151), "part");
        var places = new DocumentPlaces(hasTiers: false);

        Assert.Equal([new(0, 0), new(0, 1)], content.Statements.Select(places.Next));
    }

    private static List<int?> Levels(string text) => [.. text.Select(c => c == '-' ? (int?)null : c - '0')];
}
