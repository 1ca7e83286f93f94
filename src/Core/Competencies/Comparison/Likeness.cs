namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// How alike two statements are in meaning as far as their words tell, 0 to 1, with everything the score rests on, so that it can
/// be worked out again by hand: docs/formulas.md, "Statement likeness". <paramref name="Words"/> is the score of their words alone.
/// </summary>
public sealed record Likeness(
    double Words,
    IReadOnlyList<MatchedWords> Matched,
    IReadOnlyList<WeighedWord> OnlyLeft,
    IReadOnlyList<WeighedWord> OnlyRight,
    IReadOnlyList<LikenessFactor> Factors)
{
    /// <summary>Texts that differ in nothing but case, accents and punctuation.</summary>
    public static Likeness Equal { get; } = new(1, [], [], [], []);

    /// <summary>How alike the words of one of the two and of the nearest other statement of the other's model are; 0 where none is known.</summary>
    public double Rival { get; init; }

    /// <summary>The score of their words, less what the rival takes from it.</summary>
    public double Score => LikenessRule.Beside(Rival, Words);

    /// <summary>The weight of the matching words, each counted as far as it is close, as the mean of both sides.</summary>
    public double MatchedWeight => (MatchedOn(m => m.Left) + MatchedOn(m => m.Right)) / 2;

    /// <summary>The weight in the first and in the second statement that has no match.</summary>
    public (double Left, double Right) MissedWeight =>
        (Missed(OnlyLeft, m => m.Left), Missed(OnlyRight, m => m.Right));

    private double MatchedOn(Func<MatchedWords, WeighedWord> side) => Matched.Sum(m => m.Closeness * side(m).Weight);

    private double Missed(IReadOnlyList<WeighedWord> only, Func<MatchedWords, WeighedWord> side) =>
        only.Sum(w => w.Weight) + Matched.Sum(m => (1 - m.Closeness) * side(m).Weight);
}

/// <summary>A word of the one statement and the word of the other that it matches. Closeness is 1 for the same word.</summary>
public sealed record MatchedWords(WeighedWord Left, WeighedWord Right, double Closeness, MatchedBy By);

/// <summary>A word as it stands in the text, and how much it tells among all compared statements, 0 to 1.</summary>
public sealed record WeighedWord(string Word, double Weight);

/// <summary>Something that lowers the score: it is multiplied by <paramref name="Factor"/>.</summary>
public sealed record LikenessFactor(LikenessReason Reason, double Factor);

/// <summary>What lowers a score beyond the words that have no match.</summary>
public enum LikenessReason
{
    /// <summary>The matching words stand in another order.</summary>
    Order,

    /// <summary>A word of the one means the contrary of a word of the other.</summary>
    Opposite,

    /// <summary>One negates and the other does not.</summary>
    Negation,

    /// <summary>They name other numbers.</summary>
    Number,

    /// <summary>The words they begin with, which in most statements say what is done, have no match.</summary>
    FirstWord,

    /// <summary>What the one does is named in the other, but there something else is done.</summary>
    Deed,
}
