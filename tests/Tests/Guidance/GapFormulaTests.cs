using Trellis.Core.Guidance;
using Trellis.Core.Occupations;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>docs/formulas.md, "Gap analysis". Numbers are worked out by hand.</summary>
public sealed class GapFormulaTests
{
    private static readonly LanguageText One = LanguageText.Of("en", "One"), Two = LanguageText.Of("en", "Two");

    [Theory]
    [InlineData(2.0, GapState.Have)]
    [InlineData(1.75, GapState.Have)]
    [InlineData(1.7, GapState.Partly)]
    [InlineData(1.0, GapState.Partly)]
    [InlineData(0.9, GapState.Missing)]
    [InlineData(0.0, GapState.Missing)]
    [InlineData(null, GapState.NotAssessed)]
    public void State_OfARequirementOfLevelTwo_IsByTheLevel(double? level, GapState state) =>
        Assert.Equal(state, new GapRow(Asked("a", 1, 2), level is { } known ? new(known, LevelOrigin.Rated) : null).State);

    [Fact]
    public void Readiness_OfRatingsAndGaps_HasBounds()
    {
        var gap = GapAnalysis.Of([Asked("a", 1, 2), Asked("b", 0.5, 4), Asked("c", 0.5, 2, Two)],
            r => r.Id switch { "a" => new(2, LevelOrigin.Rated), "b" => new(1, LevelOrigin.WorkHistory), _ => null });

        // Met: 1 × 1 + 0.5 × 0.25 = 1.125 of 1.5 assessed, of 2 in all. Errors: 0.5 / 2 = 0.25 and 1 / 4 × 0.5 = 0.125.
        var error = 1.645 * Math.Sqrt(0.25 * 0.25 + 0.125 * 0.125);
        Assert.Equal(0.75, gap.Readiness!.Value, 6);
        Assert.Equal((1.125 - error) / 2, gap.Readiness.Lowest, 6);
        Assert.Equal((Math.Min(1.5, 1.125 + error) + 0.5) / 2, gap.Readiness.Highest, 6);
        Assert.Null(gap.Blocks[1].Readiness);
        Assert.Equal(["b"], gap.Gaps.Select(g => g.Requirement.Id));
        Assert.Equal(["a"], gap.Strengths.Select(g => g.Requirement.Id));
        Assert.Equal(1, gap.Count(GapState.NotAssessed));
    }

    [Fact]
    public void Gaps_OfSeveral_StandByWeightTimesLevels()
    {
        var gap = GapAnalysis.Of([Asked("a", 0.4, 4), Asked("b", 1, 2), Asked("c", 0.5, 4)], _ => new(0, LevelOrigin.Rated));

        // 1.6, 2 and 2: equal ones by their ids.
        Assert.Equal(["b", "c", "a"], gap.Gaps.Select(g => g.Requirement.Id));
    }

    [Fact]
    public void Readiness_OfNothingAssessed_IsNotKnown() => Assert.Null(GapAnalysis.Of([Asked("a", 1, 2)], _ => null).Readiness);

    [Fact]
    public void Requirements_OfAnOccupation_AreWhatMattersInIt()
    {
        var goal = Requirements.OfOccupation(TestSkills.Table(), "29-1000.00", g => LanguageText.Of("en", g == ElementGroup.Knowledge ? "Knowledge" : "Skills"))!;

        Assert.Equal([TestSkills.Reading, TestSkills.Medicine], goal.Items.Select(i => i.Id));
        Assert.Equal(["Skills", "Knowledge"], goal.Items.Select(i => i.Group.ToString()));
        Assert.Null(Requirements.OfOccupation(TestSkills.Table(), "99-9999.00", _ => One));
    }

    private static Requirement Asked(string id, double weight, double level, LanguageText? group = null) => new(id, One, group ?? One, weight, level);
}
