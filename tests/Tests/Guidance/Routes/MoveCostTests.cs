using Trellis.Core.Codes;
using Trellis.Core.Guidance.Routes;
using Trellis.Core.LaborMarket;
using Xunit;

namespace Trellis.Tests.Guidance.Routes;

/// <summary>docs/formulas.md, "Cost of a move". Numbers are worked out by hand.</summary>
public sealed class MoveCostTests
{
    [Theory]
    // 0.1 + (0.5 / 0.5)² + 0.25 × 1² + 0 + 0.2 × 0.5
    [InlineData(0.5, 1, 0.2, 0.5, 1.45)]
    // 0.1 + 0.2² + 0 + 2 × 0.05 + 0
    [InlineData(0.1, 0, -0.05, 0, 0.24)]
    // What is not known: half a zone, no change of pay.
    [InlineData(0, null, null, 0.5, 0.1 + 0.0625 + 0.1)]
    public void Value_OfAMove_IsTheSumOfItsParts(double shortfall, int? zones, double? pay, double scarcity, double expected) =>
        Assert.Equal(expected, new MoveCost(shortfall, zones, pay, scarcity).Value, 9);

    [Theory]
    [InlineData(0.6, 1, -0.1, MoveObstacle.None)]
    [InlineData(0.61, 2, -0.5, MoveObstacle.Skills)]
    [InlineData(0.6, 2, -0.5, MoveObstacle.Preparation)]
    [InlineData(0.6, 1, -0.11, MoveObstacle.Pay)]
    [InlineData(0.6, null, null, MoveObstacle.None)]
    public void Obstacle_OfAMove_IsTheFirstLimitThatItBreaks(double shortfall, int? zones, double? pay, MoveObstacle expected)
    {
        Assert.Equal(expected, new MoveCost(shortfall, zones, pay, 0).Obstacle(new()));
        Assert.Equal(expected == MoveObstacle.Pay ? MoveObstacle.None : expected, new MoveCost(shortfall, zones, pay, 0).Obstacle(new() { MostFall = 1 }));
    }

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(2, 4, 2)]
    [InlineData(4, 2, 0)]
    [InlineData(null, 2, null)]
    public void ZonesUp_BetweenZones_CountsOneAsTwo(int? from, int? to, int? expected) => Assert.Equal(expected, MoveCost.ZonesUp(from, to));

    [Fact]
    public void PayChange_OfFigures_NeedsBoth()
    {
        Assert.Equal(0.25, MoveCost.PayChange(Figure.Of(4_000_000), Figure.Of(5_000_000)));
        Assert.Null(MoveCost.PayChange(Figure.Suppressed, Figure.Of(5_000_000)));
        Assert.Null(MoveCost.PayChange(Figure.Of(4_000_000), Figure.NotReported));
    }

    [Fact]
    public void Scarcity_OfOpenings_IsTheShareThatHasMore() =>
        Assert.Equal([0, 0.5, 1, 0.5, 0.5], SteppingStones.Scarcity([900, 40, 7, 40, null]).Select(s => Math.Round(s, 9)));

    [Fact]
    public void Shortfall_BetweenOccupations_CountsOnlyWhatLacks()
    {
        var shortfall = new SkillShortfall(TestSkills.Table());
        var (mechanic, nurse) = (shortfall.Table.Row("49-1000.00"), shortfall.Table.Row("29-1000.00"));

        // Nurse asks reading 4 (mechanic 2) and medicine 4 (mechanics are not rated: a third lacks); repairing is of importance 0 there.
        Assert.Equal((2 + 4 / 3.0) / 2, shortfall[mechanic, nurse], 5);
        // Mechanic asks reading 2 (importance 0.5, nurse has 4) and repairing 4 (importance 1, nurse 0).
        Assert.Equal(4 / 1.5, shortfall[nurse, mechanic], 6);
        Assert.Equal([(TestSkills.Medicine, 4), (TestSkills.Reading, 2)], shortfall.NewSkills(mechanic, nurse).Select(n => (n.Element, n.Levels)));
    }

    [Fact]
    public void Best_OverALadder_TakesTheStone()
    {
        var table = TestSkills.Of(
            [("11-0000.00", "Low", 2), ("12-0000.00", "Middle", 3), ("13-0000.00", "High", 4)],
            [.. new[] { ("11-0000.00", 5.0), ("12-0000.00", 6.0), ("13-0000.00", 7.0) }.SelectMany(o => new[] { TestSkills.R(o.Item1, TestSkills.Reading, "IM", 5), TestSkills.R(o.Item1, TestSkills.Reading, "LV", o.Item2) })]);
        var stones = new SteppingStones(new(table), table.Occupations.Select(o => new DirectoryEntry(o, Figure.Of(4_000_000), Figure.NotReported, Figure.NotReported, Figure.Of(10), null)));

        var route = Assert.Single(stones.Best("11-0000.00", "13-0000.00", new(), 3));
        Assert.Equal(["Middle", "High"], route.Moves.Select(m => m.To.Title));
        Assert.Equal(MoveObstacle.Skills, stones.Direct("11-0000.00", "13-0000.00")!.Cost.Obstacle(new()));
        Assert.Empty(stones.Best("11-0000.00", "99-0000.00", new(), 3));
        Assert.Null(stones.Direct("11-0000.00", "11-0000.00"));
    }
}
