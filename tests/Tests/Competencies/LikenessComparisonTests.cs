using CsCheck;
using Trellis.Core.Competencies.Comparison;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>docs/formulas.md, "Statement likeness".</summary>
public sealed class LikenessComparisonTests
{
    private static readonly string[] Vocabulary =
        ["checks", "verifies", "the", "valve", "pump", "before", "not", "opening", "closes", "customer", "client", "20", "50", "welds", "records", "e.g.", "to", "by", "welding", ","];

    private static readonly Gen<string> Texts = Gen.Int[0, Vocabulary.Length - 1].Array[0, 9].Select(picks => string.Join(' ', picks.Select(p => Vocabulary[p])));

    // Two statements of unlike words beside each other: every word is as rare as any, so its weight is nearly 1.
    [Theory]
    [InlineData("Welds pipes", "Welds pipes!", 1)]
    [InlineData("Welds pipes", "welds  PIPES", 1)]
    [InlineData("Welds pipes", "Grinds bolts", 0)]
    [InlineData("", "", 1)]
    [InlineData("", "Welds pipes", 0)]
    [InlineData("...", "...", 1)]
    public void Likeness_AtItsEnds_IsZeroOrOne(string left, string right, double expected) =>
        Assert.Equal(expected, Of(left, right).Score);

    [Theory]
    [InlineData("Repairs the pump", "Fixes the pump", 0.95, 0.97)] // 1.95 / (1.95 + 0.6 * 0.05 + 0.9 * 0.05)
    [InlineData("Repairs the pump", "Repairs the pump daily", 0.76, 0.78)] // 2 / (2 + 0.6)
    [InlineData("Repairs the pump", "Repairs the valve", 0.39, 0.41)] // 1 / (1 + 0.6 + 0.9)
    [InlineData("Repairs the pump", "Does not repair the pump", 0.79, 0.81)] // all words match; times 0.8
    [InlineData("Opens the valve", "Closes the valve", 0.14, 0.16)] // 0.4 for the words, times 0.5 for the contrary and 0.75 for the first word
    [InlineData("Lifts 20 crates", "Lifts 50 crates", 0.33, 0.36)] // 2 / (2 + 0.6 + 0.9), times 0.6
    public void Likeness_OfHandWorkedPairs_IsAsWorkedOut(string left, string right, double least, double most) =>
        Assert.InRange(Of(left, right).Score, least, most);

    [Theory]
    [InlineData("Carries out a decision even after arguing against it", "Argues against a decision after carrying it out", 0.6)]
    [InlineData("Leaves the next shift an account", "Reads the account that the last shift left", 0.75)]
    [InlineData("Confirms instructions by repeating them", "Repeats instructions to confirm them", 1)]
    [InlineData("Uses a meter to measure current", "Measures current with a meter", 1)]
    [InlineData("Checks the valve and the pump before use", "Before use or sale, promptly checks the pump and valve", 1)]
    [InlineData("Does not check the valve or record it", "Records the valve and checks it", 0.6)]
    [InlineData("Valve records after checking", "Checks the valve records", 1)] // not in the third person: nothing says what is done
    public void Likeness_WhereTheDeedOfOneIsNoDeedInTheOther_IsLower(string left, string right, double factor)
    {
        var deeds = new[] { Of(left, right), Of(right, left) }.Select(l => l.Factors.SingleOrDefault(f => f.Reason == LikenessReason.Deed)?.Factor ?? 1);

        Assert.All(deeds, d => Assert.Equal(factor, d));
    }

    [Fact]
    public void Likeness_CanBeWorkedOutFromWhatItShows()
    {
        var likeness = Of("Tells the supervisor of a hazard before the shift", "Does not inform the boss about 2 dangers, such as leaks, after a shift");

        var (left, right) = likeness.MissedWeight;
        var words = likeness.MatchedWeight / (likeness.MatchedWeight + 0.6 * Math.Max(left, right) + 0.9 * Math.Min(left, right));
        Assert.NotEmpty(likeness.Factors);
        Assert.Equal(likeness.Factors.Aggregate(words, (score, f) => score * f.Factor), likeness.Score, 9);
        Assert.Contains(likeness.Matched, m => m is { Left.Word: "supervisor", Right.Word: "boss", By: MatchedBy.Synonym });
        Assert.Contains(likeness.OnlyRight, w => w.Word == "leaks");
    }

    [Fact]
    public void Likeness_OfAnyTwoTexts_IsSymmetricAndBetweenZeroAndOne() => Gen.Select(Texts, Texts, Texts).Sample((left, right, other) =>
    {
        var likeness = new StatementLikeness("en", [left, right, other]);
        var reordered = new StatementLikeness("en", [other, right, left]);
        var score = likeness.Of(left, right).Score;
        return score is >= 0 and <= 1
            && Math.Abs(score - likeness.Of(right, left).Score) < 1e-9
            && Math.Abs(score - reordered.Of(left, right).Score) < 1e-9
            && likeness.Of(left, left).Score == 1;
    });

    [Theory]
    [InlineData("mainten", "maintenanc", 0.9)]
    [InlineData("calibrat", "calibrtat", 0.7)]
    [InlineData("calibrat", "caliberat", 0.7)]
    [InlineData("contact", "contract", 0.7)]
    [InlineData("test", "text", 0)]
    [InlineData("weld", "welder", 0.9)]
    [InlineData("use", "useless", 0)]
    public void Closeness_OfSpellings_IsAsWorkedOut(string one, string other, double expected)
    {
        Assert.Equal(expected, SimilarSpelling.Closeness(one, other));
        Assert.Equal(expected, SimilarSpelling.Closeness(other, one));
    }

    private static Likeness Of(string left, string right) => new StatementLikeness("en", [left, right]).Of(left, right);
}
