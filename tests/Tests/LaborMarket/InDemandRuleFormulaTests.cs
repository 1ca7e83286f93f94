using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "In-demand rules": the rules that ship, on numbers worked out by hand.</summary>
public sealed class InDemandRuleFormulaTests
{
    private static readonly List<InDemandRule> Rules = InDemandRules.Read(ShippedModels.DataFolder);

    // An area that grows by 2 % a year in every projection, with 10,000 openings a year: 90 % is 1.8 %, 70 % is 1.4 %, 0.08 % is 8
    // openings, 1 % is 100. Columns: growth and openings over 5 years, then 10, then 2.
    [Theory]
    [InlineData("0.018 8  0.018 8  0.018 8", "InDemand")]
    [InlineData("0.0179 8  0.0179 8  0.0179 8", "Balanced")] // neither
    [InlineData("0.018 7.9  0.018 7.9  0.018 7.9", "Balanced")] // neither
    [InlineData("0.0139 99  0.0139 99  0.0139 99", "NotInDemand")]
    [InlineData("0.014 99  0.014 99  0.014 99", "Balanced")] // neither: 70 % is not less than 70 %
    [InlineData("0.0139 100  0.0139 100  0.0139 100", "Balanced")] // neither: 1 % is not less than 1 %
    [InlineData("0.02 50  0.01 50  0.02 50", "Balanced")] // in demand over 5, not over 10
    [InlineData("0.015 50  0.015 50  0.025 50", "InDemand")] // only over 2 and 10: their mean is 2 %
    [InlineData("0.015 50  0.015 50  0.02 50", "Balanced")] // their mean is 1.75 %
    [InlineData("0.018 8  - 8  - 8", "InDemand|Balanced")] // known to be in demand over 5; the others may say the contrary
    [InlineData("- 8  - 8  - 8", "Balanced|InDemand|NotInDemand")]
    [InlineData("0.0179 150  0.0179 150  * 150", "InDemand|Balanced")] // with 1.5 % of openings it cannot be "not in demand"
    public void Washington_OverItsTimeFrames_LabelsAsPrinted(string figures, string expected)
    {
        var outcome = RuleEvaluation.Of(Rule("washington"), Area(Projections("0.02 10000  0.02 10000  0.02 10000")), Projections(figures));

        Assert.Equal(expected.Split('|').Order(), outcome.Possible.Select(l => l.ToString()).Order());
        Assert.Equal(expected.Contains('|', StringComparison.Ordinal) ? RuleStanding.NotJudged : RuleStanding.Labeled, outcome.Standing);
    }

    [Theory]
    [InlineData("50", RuleStanding.Labeled)]
    [InlineData("49", RuleStanding.OutOfScope)]
    [InlineData("*", RuleStanding.NotJudged)]
    public void Washington_WithFewJobs_LeavesTheOccupationOut(string jobs, RuleStanding expected)
    {
        var outcome = RuleEvaluation.Of(
            Rule("washington"), Area(Projections("0.02 10000  0.02 10000  0.02 10000")), Projections("0.02 50  0.02 50  0.02 50", jobs));

        Assert.Equal(expected, outcome.Standing);
        Assert.Equal(jobs == "*" ? [new(Measure.StartEmployment, false, 10, FigureState.Suppressed)] : [], outcome.Missing);
    }

    [Fact]
    public void Washington_InAShrinkingArea_CanFindBothInOneTimeFrame() // 90 % of -1 % is -0.9 %, which is below 70 % of it
    {
        var outcome = RuleEvaluation.Of(
            Rule("washington"), Area(Projections("-0.01 10000  -0.01 10000  -0.01 10000")), Projections("-0.008 50  -0.008 50  -0.008 50"));

        Assert.Equal(DemandLabel.Balanced, outcome.Label);
        Assert.All(outcome.Findings, f => Assert.Equal(Verdict.Passed, f.Judgment.Parts[0].Verdict));
    }

    // Four occupations with 10, 20, 30 and 60 openings: their mean is 30. The mean wage of the area is 50,000 dollars.
    [Theory]
    [InlineData(3, "InDemand", Verdict.Passed)]
    [InlineData(2, "NotInDemand", Verdict.Failed)] // 30 is not above 30, and 50,000 not above 50,000
    [InlineData(0, "NotInDemand", Verdict.NotJudged)]
    public void SouthDakota_AgainstTheMeanOfItsOccupations_LabelsDemandAndWage(int occupation, string label, Verdict highWage)
    {
        MarketFigures[] occupations = [WithWage("10", "*"), WithWage("20", "1"), WithWage("30", "5000000"), WithWage("60", ">=5000001")];
        var area = new RuleArea(WithWage("120", "5000000"), occupations);

        var outcome = RuleEvaluation.Of(Rule("south-dakota"), area, occupations[occupation]);

        Assert.Equal(label, outcome.Label.ToString());
        Assert.Equal(highWage, Assert.Single(outcome.Marks).Judgment.Verdict);
        Assert.Equal(new(Figure.Of(30), 4, 0), outcome.Decisions[0].Norm);
    }

    // Columns: employment, postings, hires, openings, median wage in dollars. The area has 100,000 jobs, of which 40 are 0.04 %, and a
    // median wage of 40,000, of which 80 % are 32,000. Its three other occupations have ratios of 0.1, 0.2 and 0.3.
    [Theory]
    [InlineData("100 20 20 0 32000", "InDemand")]
    [InlineData("100 20 0 20 32000", "InDemand")]
    [InlineData("100 20 0 0 32000", "NotInDemand")] // one of three
    [InlineData("100 20 20 0 31999", "NotInDemand")]
    [InlineData("39 20 20 0 32000", "NotInDemand")]
    [InlineData("40 20 20 0 32000", "InDemand")]
    [InlineData("100 - - 20 32000", "InDemand|NotInDemand")]
    [InlineData("100 - - 20 31999", "NotInDemand")] // the wage decides
    [InlineData("100 - 0 0 32000", "NotInDemand")] // one of three at most
    [InlineData("* 20 20 20 32000", "InDemand|NotInDemand")]
    public void Tennessee_WithTwoOfThreeRatios_LooksAtWageAndSizeToo(string figures, string expected)
    {
        var occupation = Market(figures);
        MarketFigures[] occupations = [Market("100 10 10 10 1"), Market("100 20 20 20 1"), Market("100 30 30 30 1"), occupation];

        var outcome = RuleEvaluation.Of(Rule("tennessee"), new(Market("100000 0 0 0 40000"), [.. occupations[..3]]), occupation);

        Assert.Equal(expected.Split('|').Order(), outcome.Possible.Select(l => l.ToString()).Order());
    }

    // The area grows by 1 % and has a median wage of 40,000 dollars; the median of its occupations' openings, 20 and 40, is 30.
    [Theory]
    [InlineData("0.01 30 4000000", "InDemand")]
    [InlineData("0.0099 30 4000000", "Balanced")]
    [InlineData("0.0099 29 4000000", "NotInDemand")]
    [InlineData("0.01 30 -", "InDemand|Balanced")]
    [InlineData("0.0099 29 *", "NotInDemand")] // at most one of three
    [InlineData("0.01 30 >=3999999", "InDemand|Balanced")] // may be above
    [InlineData("0.01 30 >=4000000", "InDemand")]
    public void TrellisDefault_OfThreeConditions_WantsAllForInDemandAndTwoForBalanced(string figures, string expected)
    {
        var area = new RuleArea(Default("0.01 - 4000000"), [Default("- 20 -"), Default("- 40 -"), Default("- * -")]);

        var outcome = RuleEvaluation.Of(Rules[0], area, Default(figures));

        Assert.Equal(expected.Split('|').Order(), outcome.Possible.Select(l => l.ToString()).Order());
        Assert.Equal(new(Figure.Of(30), 2, 1), outcome.Findings[1].Judgment.Norm);
    }

    [Fact]
    public void Outcome_OfARule_TellsEveryConditionWithItsNumbers()
    {
        var outcome = RuleEvaluation.Of(
            Rule("washington"), Area(Projections("0.02 10000  0.02 10000  0.02 *")), Projections("0.03 50  0.01 50  - 50"));

        Assert.Equal(
            [
                "AnnualGrowth 5: 0.03 AtLeast 0.018 Passed", "OpeningsShare 5: 0.005 AtLeast 0.0008 Passed",
                "AnnualGrowth 10: 0.01 AtLeast 0.018 Failed", "OpeningsShare 10: 0.005 AtLeast 0.0008 Passed",
                "AnnualGrowth 2+10: - AtLeast 0.018 NotJudged AnnualGrowth 2 NotReported",
                "OpeningsShare 2+10: * AtLeast 0.0008 NotJudged AnnualOpenings of area 2 Suppressed",
            ],
            outcome.Findings[0].Judgment.Conditions.Select(Text));
        Assert.Equal(2, outcome.Missing.Count());
    }

    [Fact]
    public void Outcome_WithMissingFigures_HoldsWhateverTheyTurnOutToBe()
    {
        var rates = Gen.OneOf(0.013, 0.014, 0.0175, 0.018, 0.03);
        var openings = Gen.OneOf(7.0, 8.0, 99.0, 100.0, 500.0);
        var known = Gen.Select(rates, openings, Gen.Bool, Gen.Bool, (rate, number, hasRate, hasNumber) => (rate, number, hasRate, hasNumber)).Array[3];
        Gen.Select(known, Gen.Int[48, 51], Gen.Bool).Sample((years, jobs, hasJobs) =>
        {
            var area = Area(Projections("0.02 10000  0.02 10000  0.02 10000"));
            var whole = RuleEvaluation.Of(Rule("washington"), area, Drawn(years, jobs, true, all: true));
            var part = RuleEvaluation.Of(Rule("washington"), area, Drawn(years, jobs, hasJobs, all: false));

            Assert.NotEqual(RuleStanding.NotJudged, whole.Standing);
            Assert.Equal(part.Standing == RuleStanding.NotJudged ? whole.Standing : part.Standing, whole.Standing);
            Assert.All(whole.Possible, l => Assert.Contains(l, part.Possible));
            Assert.True(part.Standing != RuleStanding.NotJudged || part.Missing.Any());
        });
    }

    private static MarketFigures Drawn((double Rate, double Number, bool HasRate, bool HasNumber)[] years, int jobs, bool hasJobs, bool all)
    {
        Figure Shown(double number, bool has) => all || has ? Figure.Of(number) : Figure.Suppressed;
        return new()
        {
            [Measure.StartEmployment, 10] = hasJobs ? Figure.Of(jobs) : Figure.Suppressed,
            [Measure.AnnualGrowth, 5] = Shown(years[0].Rate, years[0].HasRate),
            [Measure.AnnualOpenings, 5] = Shown(years[0].Number, years[0].HasNumber),
            [Measure.AnnualGrowth, 10] = Shown(years[1].Rate, years[1].HasRate),
            [Measure.AnnualOpenings, 10] = Shown(years[1].Number, years[1].HasNumber),
            [Measure.AnnualGrowth, 2] = Shown(years[2].Rate, years[2].HasRate),
            [Measure.AnnualOpenings, 2] = Shown(years[2].Number, years[2].HasNumber),
        };
    }

    private static string Text(Judgment of) => FormattableString.Invariant(
            $"{((Condition)of.Criterion).Measure} {of.Horizon}: {of.Value.Text()} {((Condition)of.Criterion).Comparison} {of.Threshold.Text()} {of.Verdict}")
        + string.Concat(of.Missing.Select(m => FormattableString.Invariant($" {m.Measure}{(m.OfArea ? " of area" : "")} {m.Years} {m.State}")));

    private static InDemandRule Rule(string name) => Rules.Single(r => r.Name == name);

    private static RuleArea Area(MarketFigures figures) => new(figures, []);

    private static MarketFigures Projections(string figures, string jobs = "1000")
    {
        var of = Figures(figures);
        return new()
        {
            [Measure.StartEmployment, 10] = FigureOf(jobs),
            [Measure.AnnualGrowth, 5] = of[0],
            [Measure.AnnualOpenings, 5] = of[1],
            [Measure.AnnualGrowth, 10] = of[2],
            [Measure.AnnualOpenings, 10] = of[3],
            [Measure.AnnualGrowth, 2] = of[4],
            [Measure.AnnualOpenings, 2] = of[5],
        };
    }

    private static MarketFigures WithWage(string openings, string cents) =>
        new() { [Measure.AnnualOpenings, 10] = FigureOf(openings), [Measure.MeanWage] = FigureOf(cents) };

    private static MarketFigures Market(string figures)
    {
        var of = Figures(figures);
        return new()
        {
            [Measure.Employment] = of[0],
            [Measure.Postings] = of[1],
            [Measure.Hires] = of[2],
            [Measure.AnnualOpenings, 10] = of[3],
            [Measure.MedianWage] = of[4],
        };
    }

    private static MarketFigures Default(string figures)
    {
        var of = Figures(figures);
        return new() { [Measure.AnnualGrowth, 10] = of[0], [Measure.AnnualOpenings, 10] = of[1], [Measure.MedianWage] = of[2] };
    }
}
