using System.Collections.Immutable;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>docs/formulas.md: "Interest fit", "Preparation", "Fit of an occupation". Numbers are worked out by hand.</summary>
public sealed class FitFormulaTests
{
    private readonly SkillTable _table = TestSkills.Table();

    [Fact]
    public void InterestScores_OfAnswers_AreMeansOfEachTypeOnceThreeAreGiven()
    {
        var answers = Answers(("R", 4), ("I", 2), ("A", 0), ("S", 1), ("E", 3), ("C", 2));

        Assert.Equal([100, 50, 0, 25, 75, 50], InterestFit.Scores(answers)!);
        Assert.Equal("REI", InterestFit.Code(InterestFit.Scores(answers)!));
        Assert.Null(InterestFit.Scores(answers.Remove("S1")));
    }

    [Theory]
    [InlineData(new float[] { 100, 0, 0, 0, 0, 0 }, 1.0)]
    [InlineData(new float[] { 0, 50, 50, 50, 50, 50 }, -1.0)]
    [InlineData(new float[] { 50, 50, 50, 50, 50, 50 }, null)]
    public void InterestCorrelation_WithWorkOfHandsAlone_IsKnownUnlessAllIsLikedAlike(float[] person, double? expected)
    {
        var correlation = InterestFit.Correlation(person, _table.Interests(_table.Row("49-1000.00")));

        Assert.Equal(expected is null, correlation is null);
        Assert.Equal(expected ?? 0, correlation ?? 0, 6);
        Assert.Null(InterestFit.Correlation(person, _table.Interests(_table.Row("29-1000.00"))));
    }

    [Theory]
    [InlineData(4, 4, 1.0)]
    [InlineData(3, 4, 0.65)]
    [InlineData(2, 5, 0.0)]
    [InlineData(5, 3, 0.8)]
    [InlineData(1, 2, 1.0)]
    [InlineData(null, 2, null)]
    [InlineData(2, null, null)]
    public void Preparation_OfPersonAndOccupation_CountsZones(int? person, int? occupation, double? fit)
    {
        Assert.Equal(fit is null, Preparation.Fit(person, occupation) is null);
        Assert.Equal(fit ?? 0, Preparation.Fit(person, occupation) ?? 0, 6);
    }

    [Fact]
    public void Zone_OfAPerson_IsTheHigherOfSchoolingAndWork()
    {
        var worked = Profile.Empty with { Education = EducationLevel.HighSchool, Jobs = [new("Nurse", "29-1000.00") { Months = 12 }] };

        Assert.Equal(4, Preparation.ZoneOf(worked, _table));
        Assert.Equal(2, Preparation.ZoneOf(worked with { Jobs = [worked.Jobs[0] with { Months = 11 }] }, _table));
        Assert.Null(Preparation.ZoneOf(Profile.Empty, _table));
    }

    [Fact]
    public void Fit_OfAPerson_IsTheWeightedMeanWithReasons()
    {
        var profile = TestSkills.Rated((TestSkills.Reading, 2), (TestSkills.Repairing, 4)) with
        {
            Education = EducationLevel.Certificate,
            Constraints = new() { PayNeeded = 5_000_000 },
            Fit = new() { Skills = 4, Interests = 4, Pay = 2, Outlook = 2, Preparation = 0, Nearness = 4 },
        };
        var ranking = Rank(profile);
        var mechanic = ranking.Rows[0];

        // No interests, no job: neither counts. Skills as in the closeness test, pay below one of two and the same as itself, in demand.
        var skills = 0.5 + 1.75 / 4.75 * 0.5;
        Assert.Equal("49-1000.00", mechanic.Entry.Occupation.Code);
        Assert.Equal((4 * skills + 2 * 0.25 + 2 * 1) / 8, mechanic.Score, 5);
        Assert.Equal([FitCriterion.Interests, FitCriterion.Nearness], ranking.NotCounted);
        Assert.Contains(mechanic.For, p => p is { Kind: FitPointKind.SkillHeld, Subject: TestSkills.Repairing });
        Assert.Contains(mechanic.For, p => p.Kind == FitPointKind.InDemand);
        Assert.Contains(mechanic.Against, p => p is { Kind: FitPointKind.PayShort, Figure.Value: 1_000_000 });
        var clerk = ranking.Rows.Single(r => r.Entry.Occupation.Code == "43-1000.00");
        Assert.Null(clerk.Part(FitCriterion.Pay));
        Assert.Contains(clerk.Against, p => p.Kind == FitPointKind.PayUnknown);
        Assert.Contains(clerk.Against, p => p.Kind == FitPointKind.DemandUnknown);
    }

    [Fact]
    public void Fit_WithLimits_LeavesOutAndCounts()
    {
        var profile = TestSkills.Rated((TestSkills.Reading, 2)) with { Constraints = new() { PayNeeded = 5_000_000 }, Fit = new() { OnlyEnoughPay = true, MostZone = 3 } };
        var ranking = Rank(profile);

        Assert.Equal(["43-1000.00"], ranking.Rows.Select(r => r.Entry.Occupation.Code));
        Assert.Equal(2, ranking.LeftOut);
    }

    private FitRanking Rank(Profile profile) => new OccupationFit(profile, PersonSkills.Of(_table, profile, 2026),
    [
        Market("29-1000.00", Figure.Of(8_000_000), DemandLabel.NotInDemand),
        Market("43-1000.00", Figure.Suppressed, null),
        Market("49-1000.00", Figure.Of(4_000_000), DemandLabel.InDemand),
    ]).Rank();

    private FitMarket Market(string code, Figure wage, DemandLabel? label) =>
        new(new(_table.Occupations[_table.Row(code)], wage, Figure.NotReported, Figure.NotReported, Figure.NotReported, null), label);

    private static ImmutableSortedDictionary<string, int> Answers(params (string Type, int Answer)[] types) =>
        types.SelectMany(t => Enumerable.Range(1, 3).Select(n => (Item: $"{t.Type}{n}", t.Answer))).ToImmutableSortedDictionary(a => a.Item, a => a.Answer, StringComparer.Ordinal);
}
