using Trellis.Core.Guidance;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>docs/formulas.md: "Needed level", "Levels of a person", "Levels from work history", "Skill closeness". Numbers are worked out by hand.</summary>
public sealed class SkillFormulaTests
{
    private const int Year = 2026;

    private readonly SkillTable _table = TestSkills.Table();

    [Theory]
    [InlineData("49-1000.00", TestSkills.Reading, 2.0)]
    [InlineData("49-1000.00", TestSkills.Repairing, 4.0)]
    [InlineData("29-1000.00", TestSkills.Reading, 4.0)]
    [InlineData("29-1000.00", TestSkills.Repairing, 0.0)]
    [InlineData("29-1000.00", TestSkills.Medicine, 4.0)]
    [InlineData("43-1000.00", TestSkills.Reading, 3.0)]
    public void NeededLevel_OfAnElement_IsAShareOfTheHighest(string code, string element, double need) =>
        Assert.Equal(need, _table.Need(_table.Row(code), _table.Column(element)), 5);

    [Fact]
    public void NeededLevel_WithoutRatingOrTooUncertain_IsNotRated()
    {
        Assert.False(_table.IsRated(_table.Row("49-1000.00"), _table.Column(TestSkills.Medicine)));
        Assert.False(_table.IsRated(_table.Row("43-1000.00"), _table.Column(TestSkills.Medicine)));
        Assert.Equal(-1, _table.Row("99-9999.00"));
    }

    [Theory]
    [InlineData(24, null, true, 1.0)]
    [InlineData(12, null, true, 0.8)]
    [InlineData(0, null, true, 0.6)]
    [InlineData(null, null, true, 0.8)]
    [InlineData(240, 2016, false, 0.75)]
    [InlineData(24, null, false, 0.75)]
    [InlineData(12, 2016, false, 0.6)]
    public void WorkHistory_OfAJob_FadesWithTimeAndGrowsWithPractice(int? months, int? ended, bool current, double kept) =>
        Assert.Equal(kept, WorkHistory.Kept(new("x") { Months = months, EndYear = ended, IsCurrent = current }, Year), 6);

    [Fact]
    public void PersonSkills_OfTwoJobs_TakeTheHighestAndARatingTakesItsPlace()
    {
        var jobs = new[] { new PastJob("Mechanic", "49-1000.00") { Months = 24, IsCurrent = true }, new PastJob("Nurse", "29-1000.00") { Months = 12, EndYear = 2016 } };
        var profile = Profile.Empty with { Jobs = [.. jobs] };
        var skills = PersonSkills.Of(_table, profile, Year);

        // Mechanic: 2 × 1; nurse: 4 × 0.8 × 0.75 = 2.4.
        Assert.Equal(2.4, skills.Of(TestSkills.Reading)!.Value.Level, 6);
        Assert.Equal(new(4, LevelOrigin.WorkHistory), skills.Of(TestSkills.Repairing));

        var rated = PersonSkills.Of(_table, profile.Rated(new(TestSkills.Repairing, 1)).Rated(new(TestSkills.Repairing, 2, Rater.Employer)), Year);
        Assert.Equal(new(1.5, LevelOrigin.Rated), rated.Of(TestSkills.Repairing));
    }

    [Fact]
    public void Closeness_OfRatings_IsShrunkTowardTheMean()
    {
        var skills = PersonSkills.Of(_table, TestSkills.Rated((TestSkills.Reading, 2), (TestSkills.Repairing, 4)), Year);
        var closeness = SkillCloseness.ToAll(skills);

        // Clerk (43): reading 3, weight (1 + 0.75) / 2 = 0.875; distance 1, near 0.5; certainty 0.875 / 3.875. Spread 1 > 0.5.
        // Mechanic (49): no distance, near 1; weight 0.75 + 1, certainty 1.75 / 4.75.
        // Nurse (29): reading off by 2 with weight 1, repairing by 4 with 0.5: √(12 / 1.5) > 2, near 0; certainty 1.5 / 4.5.
        var mean = (0 + 0.5 + 1) / 3;
        Assert.Equal(mean + 1.5 / 4.5 * (0 - mean), closeness[0].Value, 5);
        Assert.Equal(mean + 0.875 / 3.875 * (0.5 - mean), closeness[1].Value, 5);
        Assert.Equal(mean + 1.75 / 4.75 * (1 - mean), closeness[2].Value, 5);
        Assert.Equal(1.75 / 4.75, closeness[2].Certainty, 5);
        Assert.Equal([2, 1, 0], SkillCloseness.Top(closeness, 3));
    }

    [Fact]
    public void Closeness_OfTheSameAnswerToEverything_IsUncertainAndNearTheMean()
    {
        var flat = SkillCloseness.ToAll(PersonSkills.Of(_table, TestSkills.Rated((TestSkills.Reading, 2), (TestSkills.Repairing, 2), (TestSkills.Medicine, 2)), Year));

        Assert.All(flat, c => Assert.Equal(0, c.Certainty));
        Assert.Single(flat.Select(c => c.Value).Distinct());
        Assert.All(SkillCloseness.ToAll(PersonSkills.Of(_table, Profile.Empty, Year)), c => Assert.Equal(default, c));
    }

    [Fact]
    public void Closeness_OfWhatIsNotKnown_CountsATenthOfTheUsualLevel()
    {
        var nurse = SkillCloseness.ToAll(PersonSkills.Of(_table, TestSkills.Rated((TestSkills.Reading, 4)), Year));

        // Usual levels over three occupations: repairing 4/3, medicine 4/3. Nurse: 0.05 × (4/3)² + 0.1 × (8/3)² = 0.8 over 1.15.
        // Clerk: reading alone, off by 1. Mechanic: 0.75 × 2² + 0.1 × (8/3)² = 3.7111 over 0.85, farther than 2.
        double[] near = [1 - Math.Sqrt(0.8 / 1.15) / 2, 0.5, 0];
        var mean = near.Average();
        Assert.Equal(mean + 1.0 / 4 * (near[0] - mean), nurse[0].Value, 5);
        Assert.Equal(mean + 0.875 / 3.875 * (near[1] - mean), nurse[1].Value, 5);
        Assert.Equal(mean + 0.75 / 3.75 * (near[2] - mean), nurse[2].Value, 5);
    }

    [Fact]
    public void Closeness_BetweenOccupations_IsTheCosineOfWhatMatters()
    {
        // Mechanic: reading 0.5, repairing 1. Nurse: reading 1, medicine 1.
        Assert.Equal(0.5 / Math.Sqrt(1.25 * 2), SkillCloseness.Between(_table, _table.Row("49-1000.00"), _table.Row("29-1000.00"))!.Value, 6);
        Assert.Null(SkillCloseness.Between(_table, -1, 0));
    }

    [Fact]
    public void NextQuestion_OfSeveral_TellsMostBetweenWhatIsLikely()
    {
        var columns = new[] { _table.Column(TestSkills.Reading), _table.Column(TestSkills.Repairing), _table.Column(TestSkills.Medicine) };

        // Needs of repairing are 4 and 0, the widest of all.
        Assert.Equal(_table.Column(TestSkills.Repairing), QuestionOrder.Next(_table, columns, []));
        Assert.Equal(-1, QuestionOrder.Next(_table, columns, [.. columns.Select(c => (c, 2.0))]));
        Assert.False(QuestionOrder.IsStable(_table, [.. columns.Select(c => (c, 2.0))]));
    }
}
