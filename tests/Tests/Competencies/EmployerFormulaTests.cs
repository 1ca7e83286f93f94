using Trellis.Core.Competencies.Employers;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>docs/formulas.md, "Employer analysis" and "Consensus of employers". Numbers are worked out by hand.</summary>
public sealed class EmployerFormulaTests
{
    private const int One = 1, Two = 2;

    /// <summary>Answers stand one beside the other, weights too.</summary>
    [Theory]
    [InlineData("441", "111", 3.0, 4.0, 1.4142135623730951, 0.6666666666666666)]
    [InlineData("441", "112", 2.5, 2.5, 1.5, 0.5)]
    [InlineData("14", "11", 2.5, 2.5, 1.5, 0.5)]
    [InlineData("13", "11", 2.0, 2.0, 1.0, 0.5)]
    [InlineData("0", "5", 0.0, 0.0, 0.0, 1.0)]
    [InlineData("0123", "1111", 1.5, 1.5, 1.118033988749895, 0.25)]
    public void Summary_OfWeightedAnswers_IsAsWorkedOut(string answers, string weights, double mean, double median, double spread, double share)
    {
        var summary = MeasureSummary.Of([.. answers.Zip(weights, (a, w) => (a - '0', (double)(w - '0')))])!;

        Assert.Equal(answers.Length, summary.Raters);
        Assert.Equal([mean, median, spread, share], [summary.Mean, summary.Median, summary.Spread, summary.Share], (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Summary_OfFractionsOfWeights_FindsTheHalf() =>
        Assert.Equal(2.5, MeasureSummary.Of([(1, 0.1), (2, 0.2), (3, 0.3)])!.Median, 12);

    [Fact]
    public void Statement_WithoutAnAnswer_IsNotRatedAndNotZero()
    {
        var analysis = Analysis(2, ("---", "---"), ("444", "-22"));

        Assert.False(analysis.Opinions[0].IsRated);
        Assert.Null(analysis.Opinions[0].Importance);
        Assert.Null(analysis.Opinions[0].Criticality);
        Assert.Equal(1, analysis.Rated);
        Assert.Equal(4, analysis.Opinions[1].Importance!.Mean);
        Assert.Equal(ConsensusState.NotRated, Consensus.Of(analysis).Items[0].State);
    }

    /// <summary>Importance, level and frequency of one employer.</summary>
    [Theory]
    [InlineData("421", 0.5, false)]
    [InlineData("333", 0.75, true)]
    [InlineData("444", 1.0, true)]
    [InlineData("440", 0.0, false)]
    [InlineData("44-", null, false)]
    public void Criticality_OfThreeMeasures_IsTheirGeometricMean(string rating, double? criticality, bool isCritical)
    {
        var opinion = Analysis(1, (rating, "")).Opinions[0];

        Assert.Equal(criticality.HasValue, opinion.Criticality.HasValue);
        Assert.Equal(criticality ?? 0, opinion.Criticality ?? 0, 9);
        Assert.Equal(isCritical, opinion.IsCritical);
    }

    [Fact]
    public void Disputed_IsTheFarthestApartFirst()
    {
        var analysis = Analysis(2, ("222", "222"), ("132", "322"), ("104", "444"), ("4--", "-4-"));

        Assert.Equal([2, 1], analysis.Disputed.Select(d => analysis.Opinions.ToList().IndexOf(d)));
        Assert.Null(analysis.Opinions[3].Apart);
    }

    [Theory]
    [InlineData("-1-", "-4-", ConsensusState.Needed, 3, 2)]
    [InlineData("-1-", "-3-", ConsensusState.Needed, 2, 2)]
    [InlineData("-4-", "---", ConsensusState.TooFew, null, 1)]
    [InlineData("4-4", "4-4", ConsensusState.NotRated, null, 0)]
    [InlineData("-0-", "-0-", ConsensusState.NotNeeded, 0, 2)]
    [InlineData("03-", "03-", ConsensusState.NotNeeded, 3, 2)]
    public void Consensus_OfTwo_IsTheHigherMedian(string first, string second, ConsensusState state, int? level, int employers)
    {
        var item = Consensus.Of(Analysis(2, (first, second))).Items[0];

        Assert.Equal((state, level, employers), (item.State, item.Level, item.Employers));
    }

    [Fact]
    public void Consensus_OfOneEmployer_AsksForOneAnswer()
    {
        var consensus = Consensus.Of(Analysis(1, ("43-", "")));

        Assert.Equal((1, ConsensusState.Needed, 3, 4), (consensus.LeastRaters, consensus.Items[0].State, consensus.Items[0].Level, consensus.Items[0].Importance));
    }

    [Fact]
    public void Kappa_OfLevels_IsFleiss()
    {
        // Levels 1/1, 1/1, 2/2, 1/2: P = 3/4; p = 5/8 and 3/8, P_e = 34/64; kappa = (48 - 34) / (64 - 34).
        var analysis = Analysis(2, ("-1-", "-1-"), ("-1-", "-1-"), ("-2-", "-2-"), ("-1-", "-2-"), ("-4-", "---"));

        Assert.Equal(14.0 / 30, analysis.Kappa(EmployerMeasure.Level)!.Value, 12);
        Assert.Null(analysis.Kappa(EmployerMeasure.Importance));
    }

    [Fact]
    public void Differences_OfEmployers_AreOverWhatBothRated()
    {
        var analysis = Analysis(2, ("-4-", "-1-"), ("-2-", "-3-"), ("-2-", "---"));
        var consensus = Consensus.Of(analysis);

        var pair = Assert.Single(LevelDifferences.Pairs(analysis)).Distance;
        Assert.Equal((2, 2.0, 1.0), (pair.Compared, pair.Distance!.Value, pair.Shift!.Value));
        // The consensus asks for 3 (2.5) and 3 (2.5); the third is rated by one.
        var first = LevelDifferences.FromConsensus(analysis, consensus, analysis.Employers[0]);
        Assert.Equal((2, 1.0, 0.0), (first.Compared, first.Distance!.Value, first.Shift!.Value));
    }

    [Fact]
    public void Differences_FromAProfile_LeaveOutWhatTooFewRated()
    {
        var analysis = Analysis(2, ("-4-", "-4-"), ("-0-", "-0-"), ("-3-", "---"), ("-2-", "-2-"), ("-1-", "-1-"));
        var ids = analysis.Opinions.Select(o => o.Statement).ToList();

        var changes = LevelDifferences.FromProfile(Consensus.Of(analysis), new Dictionary<Guid, int> { [ids[1]] = 3, [ids[2]] = 1, [ids[3]] = 2, [ids[4]] = 2 }).ToList();

        Assert.Equal([new(ids[0], 4, null), new(ids[1], 0, 3), new(ids[4], 1, 2)], changes);
    }

    /// <summary>Each statement with what the first and the second employer say: importance, level and frequency; "-" is no answer.</summary>
    private static EmployerAnalysis Analysis(int employers, params (string First, string Second)[] statements)
    {
        var ids = statements.Select(_ => Guid.NewGuid()).ToList();
        var ratings = new Dictionary<(Guid Statement, int Employer), EmployerRating>();
        for (var i = 0; i < statements.Length; i++)
        {
            ratings[(ids[i], One)] = Rating(statements[i].First);
            if (employers > 1)
                ratings[(ids[i], Two)] = Rating(statements[i].Second);
        }
        return EmployerAnalysis.Of([.. new RatingEmployer[] { new(One, "One"), new(Two, "Two") }.Take(employers)], ids, ratings);
    }

    private static EmployerRating Rating(string text) => new(At(text, 0), At(text, 1), At(text, 2));

    private static int? At(string text, int place) => text[place] == '-' ? null : text[place] - '0';
}
