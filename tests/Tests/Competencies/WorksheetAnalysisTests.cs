using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Analysis;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>docs/formulas.md, from "Coverage of a model" to "Smallest set of credentials". Numbers are worked out by hand.</summary>
public sealed class WorksheetAnalysisTests
{
    [Fact]
    public void Coverage_OfTwoCourses_IsWhatTheFormulaSays()
    {
        var coverage = WorksheetCoverage.Of(Grid([1], "42", "1.", "0."));

        Assert.Equal((3, 2), (coverage.All.Statements, coverage.All.Covered));
        Assert.Equal([2, 1], coverage.All.ByColumn);
        Assert.Equal(2 / 3.0, coverage.All.Share!.Value, 12);
        Assert.Equal(5 / 12.0, coverage.All.WeightedBest!.Value, 12);
        Assert.Equal(4 / 12.0, coverage.All.WeightedMean!.Value, 12);
        Assert.Equal(1 / 3.0, coverage.All.ShareOf(1)!.Value, 12);
        Assert.Equal([2], coverage.Uncovered);
    }

    [Fact]
    public void Coverage_OfBlocksAndTiers_GathersTheirStatements()
    {
        var coverage = WorksheetCoverage.Of(Grid([1, 2, 1], "4", ".", "|", "2", "|", "3", "3"));

        Assert.Equal([(2, 1), (1, 1), (2, 2)], coverage.Blocks.Select(b => (b.Statements, b.Covered)));
        Assert.Equal([(1, 4, 3), (2, 1, 1)], coverage.Tiers.Select(t => (t.Tier, t.Coverage.Statements, t.Coverage.Covered)));
        Assert.Equal(10 / 16.0, coverage.Tiers[0].Coverage.WeightedBest!.Value, 12);
        Assert.Null(PartCoverage.Of(Grid([1], "4"), []).Share);
    }

    [Fact]
    public void Redundancies_OfTheSameDepth_StandByCountAndDepth()
    {
        var analysis = CurriculumAnalysis.Of(Grid([1], "22.", "333", "0.0", "141", "121"), [new(null, []), new(null, []), new(null, [])]);

        Assert.Equal(["1:3:0,1,2", "0:2:0,1", "3:1:0,2", "4:1:0,2"], analysis.Redundancies.Select(r => $"{r.Row}:{r.Depth}:{string.Join(',', r.Courses)}"));
        Assert.Empty(analysis.Conflicts);
    }

    [Theory]
    [InlineData("31", 1, 2, "0:0>1")]
    [InlineData("31", 2, 1, "")]
    [InlineData("31", 1, 1, "")]
    [InlineData("13", 1, 2, "")]
    [InlineData("30", 1, 2, "")]
    [InlineData("3.", 1, 2, "")]
    public void Conflict_OfTwoCourses_IsALaterOneThatGoesLessDeep(string depths, int first, int second, string expected)
    {
        var analysis = CurriculumAnalysis.Of(Grid([1], depths), [new(first, []), new(second, [])]);

        Assert.Equal(expected, string.Join(' ', analysis.Conflicts.Select(c => $"{c.Row}:{c.Earlier}>{c.Later}")));
    }

    [Fact]
    public void Conflict_WithoutTerms_FollowsWhatCoursesRequire()
    {
        // The third requires the second, that one the first: the first comes before the third.
        var analysis = CurriculumAnalysis.Of(Grid([1], "4.2", "234"), [new(null, []), new(null, [0]), new(null, [1])]);

        Assert.Equal(["0:0>2"], analysis.Conflicts.Select(c => $"{c.Row}:{c.Earlier}>{c.Later}"));
        Assert.Empty(analysis.Prerequisites);
    }

    [Fact]
    public void Prerequisites_InTheSameTermOrInACircle_AreBroken()
    {
        var late = CurriculumAnalysis.Of(Grid([1], ".."), [new(2, [1]), new(2, [])]);
        var circle = CurriculumAnalysis.Of(Grid([1], "..."), [new(null, [2]), new(null, [0]), new(null, [1])]);

        Assert.Equal([new PrerequisiteConflict(0, 1, false)], late.Prerequisites);
        Assert.Equal(3, circle.Prerequisites.Count(p => p.IsCircle));
    }

    [Fact]
    public void Overlap_OfThreeCredentials_IsSharedOverEither()
    {
        var overlap = CredentialOverlap.Of(Grid([1], "11.", "12.", "1..", ".1.", "00."));

        Assert.Equal([new(0, 1, 2, 4), new(0, 2, 0, 3), new(1, 2, 0, 3)], overlap);
        Assert.Equal(0.5, overlap[0].Jaccard);
        Assert.Null(new CredentialOverlap(0, 1, 0, 0).Jaccard);
    }

    [Theory]
    [InlineData(1, "2", "4")]
    [InlineData(2, "0,1", "3,4")]
    [InlineData(4, "", "0,1,2,3,4")]
    public void SmallestSet_AtALevel_CoversWhatAnyCovers(int level, string expected, string uncovered)
    {
        var set = CredentialSet.Of(Grid([1], "2.1", "2.1", ".31", "..1", "..."), [0, 1, 2, 3, 4], level);

        Assert.Equal((expected, uncovered, true), (string.Join(',', set.Columns), string.Join(',', set.Uncovered), set.IsExact));
    }

    [Fact]
    public void SmallestSet_OfManyCredentials_IsAsSmallAsAnExhaustiveSearchFinds()
    {
        var random = new Random(11);
        for (var round = 0; round < 20; round++)
        {
            var rows = Enumerable.Range(0, 8).Select(_ => string.Concat(Enumerable.Range(0, 10).Select(_ => random.Next(4) == 0 ? '1' : '.'))).ToArray();
            var grid = Grid([1], rows);
            var coverable = Enumerable.Range(0, 8).Where(r => rows[r].Contains('1', StringComparison.Ordinal)).ToList();
            var fewest = Enumerable.Range(0, 1 << 10).Where(s => coverable.TrueForAll(r => Enumerable.Range(0, 10).Any(c => (s >> c & 1) == 1 && rows[r][c] == '1')))
                .Min(s => System.Numerics.BitOperations.PopCount((uint)s));

            Assert.Equal(fewest, CredentialSet.Of(grid, [.. Enumerable.Range(0, 8)], 1).Columns.Count);
            // The same among columns that have nothing, by the other way.
            Assert.Equal(fewest, CredentialSet.Of(Grid([1], [.. rows.Select(r => r + "..........")]), [.. Enumerable.Range(0, 8)], 1).Columns.Count);
        }
    }

    [Fact]
    public void SmallestSet_OfThirtyThatAllAreNeeded_TakesThemAndSaysThatItIsNotExact()
    {
        var rows = Enumerable.Range(0, 30).Select(r => string.Concat(Enumerable.Range(0, 30).Select(c => c == r ? '1' : '.'))).ToArray();

        var set = CredentialSet.Of(Grid([1], rows), [.. Enumerable.Range(0, 30)], 1);

        Assert.Equal((30, false), (set.Columns.Count, set.IsExact));
    }

    [Fact]
    public void Mentions_OfACourseText_NameThePassageAndItsWords()
    {
        List<WorksheetRow> rows = [Row("Reads technical drawings"), Row("Measures parts with a caliper"), Row("Cleans the shop")];

        var found = CourseMentions.Find("Students learn reading of technical drawings; they clean up.\nMeasuring parts: caliper, gauge.", rows, "en");

        Assert.Equal([(0, 1.0), (1, 1.0)], found.Select(m => (m.Row, m.Score)));
        Assert.Equal("Measuring parts: caliper, gauge", found[1].Passage);
        Assert.Equal(["reading", "technical", "drawings"], found[0].Words.Select(w => w.In(found[0].Passage).ToString()));
        Assert.Equal(0.5, Assert.Single(CourseMentions.Find("Two of four: alpha beta.", [Row("Alpha beta gamma delta"), Row("Other words")], "en")).Score, 12);
        Assert.Empty(CourseMentions.Find("Only the shop.", rows, "en"));
        Assert.Single(CourseMentions.Find("Lectura de planos técnicos", [new(Guid.NewGuid(), null, LanguageText.Of("es", "Lee los planos técnicos"))], "es"));
    }

    [Theory]
    [InlineData("Reads shop drawings.", true, 1, "en", "Describe how to read shop drawings.")]
    [InlineData("Carries loads safely", true, 2, "en", "With guidance, carry loads safely.")]
    [InlineData("Watches gauges", true, 3, "en", "Without help, watch gauges and explain each choice.")]
    [InlineData("Uses tools", true, 4, "en", "In new situations, use tools, judge the result and guide others.")]
    [InlineData("Tools of the trade", false, 2, "en", "Apply tools of the trade with guidance.")]
    [InlineData("OSHA rules", false, 1, "en", "Recognize and describe OSHA rules.")]
    [InlineData("Lee planos de taller.", true, 2, "es", "Con orientación, lee planos de taller.")]
    [InlineData("Reads shop drawings.", true, 0, "en", null)]
    [InlineData("Liest Zeichnungen", true, 2, "de", null)]
    public void Objective_OfAStatement_FollowsItsDepth(string statement, bool isDeed, int depth, string language, string? expected) =>
        Assert.Equal(expected, LearningObjective.Draft(statement, isDeed, depth, language));

    private static WorksheetRow Row(string text) => new(Guid.NewGuid(), null, LanguageText.Of("en", text));

    /// <summary>A digit is a level and a dot none; "|" begins the next block, each in its tier.</summary>
    private static RatingGrid Grid(int[] tiers, params string[] rows)
    {
        var blocks = new List<WorksheetBlock> { Block(tiers[0]) };
        foreach (var row in rows)
        {
            if (row == "|")
                blocks.Add(Block(tiers[blocks.Count]));
            else
                ((List<WorksheetRow>)blocks[^1].Rows).Add(new(Guid.NewGuid(), null, LanguageText.Of("en", row)));
        }
        var levels = rows.Where(r => r != "|").ToList();
        var grid = new RatingGrid(blocks, levels[0].Length);
        foreach (var (row, text) in levels.Index())
        {
            foreach (var (column, sign) in text.Index())
                grid[row, column] = sign == '.' ? null : sign - '0';
        }
        return grid;
    }

    private static WorksheetBlock Block(int tier) => new(null, null, new List<WorksheetRow>()) { Tier = tier };
}
