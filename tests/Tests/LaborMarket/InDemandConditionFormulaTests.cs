using Trellis.Core.LaborMarket.InDemand;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "In-demand rules": one condition, and conditions put together.</summary>
public sealed class InDemandConditionFormulaTests
{
    [Theory]
    [InlineData("AtLeast", "10", "10", Verdict.Passed)]
    [InlineData("AtLeast", "9.99", "10", Verdict.Failed)]
    [InlineData("Above", "10", "10", Verdict.Failed)]
    [InlineData("Above", "10.01", "10", Verdict.Passed)]
    [InlineData("AtMost", "10", "10", Verdict.Passed)]
    [InlineData("AtMost", "10.01", "10", Verdict.Failed)]
    [InlineData("Below", "10", "10", Verdict.Failed)]
    [InlineData("Below", "9.99", "10", Verdict.Passed)]
    [InlineData("AtLeast", "*", "10", Verdict.NotJudged)]
    [InlineData("Below", "10", "-", Verdict.NotJudged)]
    [InlineData("AtLeast", ">=10", "10", Verdict.Passed)]
    [InlineData("AtLeast", ">=9", "10", Verdict.NotJudged)]
    [InlineData("Above", ">=10", "10", Verdict.NotJudged)]
    [InlineData("AtMost", ">=9", "10", Verdict.NotJudged)]
    [InlineData("AtMost", ">=11", "10", Verdict.Failed)]
    [InlineData("Below", ">=10", "10", Verdict.Failed)]
    [InlineData("AtLeast", "10", ">=10", Verdict.NotJudged)]
    [InlineData("AtLeast", "9", ">=10", Verdict.Failed)]
    [InlineData("Below", "9", ">=10", Verdict.Passed)]
    [InlineData("Below", "10", ">=10", Verdict.NotJudged)]
    [InlineData("AtLeast", ">=10", ">=10", Verdict.NotJudged)]
    public void Condition_AgainstTheArea_IsDecidedWhereBoundsDecideIt(string comparison, string value, string area, Verdict expected) =>
        Assert.Equal(expected, Judge(new Condition(Measure.MeanWage, Enum.Parse<Comparison>(comparison), 1, Yardstick.Area), Wage(value), Wage(area)));

    [Theory]
    [InlineData("0.009", Verdict.Passed)] // 0.9 times 0.01 is a little more than 0.009 in binary numbers
    [InlineData("0.0089999", Verdict.Failed)]
    public void Condition_OnTheEdge_TakesEqualNumbersForEqual(string growth, Verdict expected) => Assert.Equal(expected, Judge(
        new Condition(Measure.AnnualGrowth, Comparison.AtLeast, 0.9, Yardstick.Area), Growth(growth), Growth("0.01")));

    // p passes, f fails, ? cannot be judged.
    [Theory]
    [InlineData(1, "f?p", Verdict.Passed)]
    [InlineData(1, "ff?", Verdict.NotJudged)]
    [InlineData(1, "fff", Verdict.Failed)]
    [InlineData(2, "p?f", Verdict.NotJudged)]
    [InlineData(2, "f?f", Verdict.Failed)]
    [InlineData(2, "pp?", Verdict.Passed)]
    [InlineData(3, "ppp", Verdict.Passed)]
    [InlineData(3, "pp?", Verdict.NotJudged)]
    [InlineData(3, "?f?", Verdict.Failed)]
    public void Group_OfConditions_IsDecidedByThoseThatCanDecideIt(int least, string parts, Verdict expected)
    {
        var criterion = new Group(least, [.. parts.Select(p => new Condition(
            p == '?' ? Measure.Hires : Measure.MeanWage, p == 'p' ? Comparison.AtLeast : Comparison.Below, 1, Yardstick.None))]);

        Assert.Equal(expected, Judge(criterion, Wage("1"), Wage("1")));
    }

    [Theory]
    [InlineData("10 20 60", Yardstick.OccupationMean, "30", 3)]
    [InlineData("10 20 60", Yardstick.OccupationMedian, "20", 3)]
    [InlineData("10 20 60 90", Yardstick.OccupationMedian, "40", 4)]
    [InlineData("10 * 60 -", Yardstick.OccupationMean, "35", 2)]
    [InlineData("10 20 >=60", Yardstick.OccupationMean, ">=30", 3)]
    [InlineData("10 20 >=60", Yardstick.OccupationMedian, "20", 3)]
    [InlineData("10 >=20 60", Yardstick.OccupationMedian, ">=20", 3)]
    [InlineData("* -", Yardstick.OccupationMedian, "-", 0)]
    public void Norm_OverOccupations_CountsThoseThatHaveAFigure(string wages, Yardstick yardstick, string expected, int used)
    {
        var area = new RuleArea(Wage("-"), [.. wages.Split(' ').Select(Wage)]);

        var norm = RuleEvaluation.Of(Rule(new Condition(Measure.MeanWage, Comparison.Above, 1, yardstick)), area, Wage("1")).Decisions[0].Norm!;

        Assert.Equal((expected, used, wages.Split(' ').Length - used), (norm.Figure.Text(), norm.Used, norm.Missing));
    }

    [Theory]
    [InlineData(Measure.OpeningsShare, 10)]
    [InlineData(Measure.AnnualGrowth, 0)]
    [InlineData(Measure.MeanWage, 10)]
    public void Figures_ThatCannotBeSet_AreRefused(Measure measure, int years) => Assert.Throws<ArgumentException>(
        () => new MarketFigures { [measure, years] = FigureOf("1") });

    [Theory]
    [InlineData("10", "10")]
    [InlineData("2+10", "2+10")]
    [InlineData("0", null)]
    [InlineData("10+10", null)]
    [InlineData("ten", null)]
    [InlineData("", null)]
    public void Horizon_IsYearsOrSeveral(string text, string? expected) => Assert.Equal(expected, Horizon.Parse(text)?.Name);

    private static Verdict Judge(Criterion criterion, MarketFigures occupation, MarketFigures area) =>
        RuleEvaluation.Of(Rule(criterion), new(area, []), occupation).Decisions[0].Verdict;

    private static InDemandRule Rule(Criterion when) => new()
    {
        Name = "test",
        Version = "1",
        Title = Core.Text.LanguageText.Of("en", "Test"),
        Words = Core.Text.LanguageText.Of("en", "Test"),
        Citation = "Test",
        Effective = "2026",
        Horizons = [Horizon.Parse("10")!],
        Labels = new Dictionary<DemandLabel, Core.Text.LanguageText>(),
        Decisions = [new(DemandLabel.InDemand, when), new(DemandLabel.NotInDemand, null)],
    };

    private static MarketFigures Wage(string cents) => new() { [Measure.MeanWage] = FigureOf(cents) };

    private static MarketFigures Growth(string rate) => new() { [Measure.AnnualGrowth, 10] = FigureOf(rate) };
}
