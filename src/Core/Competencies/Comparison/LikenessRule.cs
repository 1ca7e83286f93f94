namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Works out the likeness of two texts of one settled vocabulary: docs/formulas.md, "Statement likeness". Symmetric and pure; an
/// instance keeps buffers and serves one thread.
/// </summary>
internal sealed class LikenessRule
{
    /// <summary>The score from which two statements count as one, worded differently. Set on the labelled development pairs.</summary>
    public const double Threshold = 0.38;

    /// <summary>What part of the likeness of a rival counts against a pair.</summary>
    public const double RivalShare = 0.4;

    /// <summary>What the words must reach where another statement is as like: what the rival takes then still leaves enough.</summary>
    public const double SecondThreshold = Threshold / (1 - RivalShare);

    /// <summary>The score from which words taken over from another statement still count as that statement.</summary>
    public const double DerivedThreshold = 0.38;

    /// <summary>What the same place adds when statements are assigned; it is no part of the score.</summary>
    public const double PlaceTieBreak = 0.02;

    internal const double MissedByOne = 0.6;
    internal const double MissedByBoth = 0.9;
    internal const double OrderShare = 0.1;
    internal const double OppositeFactor = 0.5;
    internal const double NegationFactor = 0.8;
    internal const double NumberFactor = 0.6;
    internal const double FirstWordFactor = 0.75;

    private readonly List<WordMatch> _candidates = [];
    private readonly List<WordMatch> _matches = [];
    private bool[] _leftTaken = new bool[64];
    private bool[] _rightTaken = new bool[64];

    /// <summary>How alike the words are, whatever else is alike; 0 where that is not more than asked for.</summary>
    public double Score(StatementWords left, StatementWords right, double moreThan = 0)
    {
        if (left.Normal == right.Normal)
            return 1;
        Match(left, right);
        var score = Overlap(left, right);
        if (score <= moreThan)
            return 0;
        foreach (var factor in Factors(left, right))
            score *= factor.Factor;
        return score;
    }

    /// <summary>The same with what it rests on.</summary>
    public Likeness Explain(StatementWords left, StatementWords right)
    {
        if (left.Normal == right.Normal)
            return Likeness.Equal;
        var score = Score(left, right);
        return new(
            score,
            [.. _matches.Select(m => new MatchedWords(Weighed(left, m.Left), Weighed(right, m.Right), m.How.Closeness, m.How.By))],
            [.. Enumerable.Range(0, left.Words.Count).Where(i => !_leftTaken[i]).Select(i => Weighed(left, i))],
            [.. Enumerable.Range(0, right.Words.Count).Where(j => !_rightTaken[j]).Select(j => Weighed(right, j))],
            [.. Factors(left, right)]);
    }

    /// <summary>The score of a pair beside its rival, the other statement that is most like one of the two.</summary>
    public static double Beside(double rival, double words) => Math.Max(0, words - RivalShare * rival);

    /// <summary>A score that two texts of these total weights cannot exceed when words of at most this weight match.</summary>
    public static double Bound(double matched, double left, double right)
    {
        var most = Math.Min(matched, (left + right) / 2);
        return most <= 0 ? 0 : most / (most + MissedByOne * (left + right - 2 * most));
    }

    private static WeighedWord Weighed(StatementWords words, int index) => new(words.Word(index), words.Words[index].Weight);

    /// <summary>Pairs the words, the closest first; of equally close ones those that stand at the nearest places.</summary>
    private void Match(StatementWords left, StatementWords right)
    {
        _candidates.Clear();
        _matches.Clear();
        Clear(ref _leftTaken, left.Words.Count);
        Clear(ref _rightTaken, right.Words.Count);
        var others = right.Terms;
        for (var i = 0; i < left.Terms.Length; i++)
        {
            var term = left.Terms[i];
            for (var j = 0; j < others.Length; j++)
            {
                var other = others[j];
                if (other == term)
                    _candidates.Add(new(i, j, new(1, MatchedBy.SameWord)));
                else if (term.Related.Count > 0 && term.Related.TryGetValue(other.Index, out var how))
                    _candidates.Add(new(i, j, how));
            }
        }
        _candidates.Sort(ClosestFirst);
        foreach (var candidate in _candidates)
        {
            if (_leftTaken[candidate.Left] || _rightTaken[candidate.Right])
                continue;
            _leftTaken[candidate.Left] = _rightTaken[candidate.Right] = true;
            _matches.Add(candidate);
        }
        _matches.Sort((a, b) => a.Left.CompareTo(b.Left));
    }

    private double Overlap(StatementWords left, StatementWords right)
    {
        double matchedLeft = 0, matchedRight = 0;
        foreach (var match in _matches)
        {
            matchedLeft += match.How.Closeness * left.Words[match.Left].Weight;
            matchedRight += match.How.Closeness * right.Words[match.Right].Weight;
        }
        return Overlap((matchedLeft + matchedRight) / 2, Math.Max(0, left.Weight - matchedLeft), Math.Max(0, right.Weight - matchedRight));
    }

    private static double Overlap(double matched, double missedLeft, double missedRight) => matched <= 0
        ? 0
        : matched / (matched + MissedByOne * Math.Max(missedLeft, missedRight) + MissedByBoth * Math.Min(missedLeft, missedRight));

    private IEnumerable<LikenessFactor> Factors(StatementWords left, StatementWords right)
    {
        var kept = KeptOrder(right);
        if (kept < 1)
            yield return new(LikenessReason.Order, 1 - OrderShare * (1 - kept));
        if (HasOpposites(left, right))
            yield return new(LikenessReason.Opposite, OppositeFactor);
        if (left.Negations % 2 != right.Negations % 2)
            yield return new(LikenessReason.Negation, NegationFactor);
        if (HasOtherNumber(left, _leftTaken) && HasOtherNumber(right, _rightTaken))
            yield return new(LikenessReason.Number, NumberFactor);
        if (left.Words.Count > 0 && right.Words.Count > 0 && !_leftTaken[0] && !_rightTaken[0])
            yield return new(LikenessReason.FirstWord, FirstWordFactor);
        else if (DeedRule.Factor(left, right, _matches) is < 1 and var factor)
            yield return new(LikenessReason.Deed, factor);
    }

    /// <summary>The share of neighbors among the matched words of the one that are neighbors, in the same order, in the other.</summary>
    internal double KeptOrder(StatementWords right)
    {
        if (_matches.Count < 2)
            return 1;
        Span<int> rank = right.Words.Count <= 128 ? stackalloc int[right.Words.Count] : new int[right.Words.Count];
        for (int j = 0, next = 0; j < right.Words.Count; j++)
            rank[j] = _rightTaken[j] ? next++ : -1;
        var kept = 0;
        for (var k = 1; k < _matches.Count; k++)
        {
            if (rank[_matches[k].Right] == rank[_matches[k - 1].Right] + 1)
                kept++;
        }
        return (double)kept / (_matches.Count - 1);
    }

    private bool HasOpposites(StatementWords left, StatementWords right)
    {
        for (var i = 0; i < left.Words.Count; i++)
        {
            for (var j = 0; j < right.Words.Count && !_leftTaken[i]; j++)
            {
                if (!_rightTaken[j] && left.Words[i].Term.IsOppositeOf(right.Words[j].Term))
                    return true;
            }
        }
        return false;
    }

    private static bool HasOtherNumber(StatementWords words, bool[] taken)
    {
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (!taken[i] && words.Words[i].Term.IsNumber)
                return true;
        }
        return false;
    }

    private static void Clear(ref bool[] taken, int count)
    {
        if (taken.Length < count)
            taken = new bool[count * 2];
        Array.Clear(taken, 0, count);
    }

    private static int ClosestFirst(WordMatch one, WordMatch other)
    {
        var byCloseness = other.How.Closeness.CompareTo(one.How.Closeness);
        if (byCloseness != 0)
            return byCloseness;
        var byPlace = Math.Abs(one.Left - one.Right).CompareTo(Math.Abs(other.Left - other.Right));
        return byPlace != 0 ? byPlace : (one.Left + one.Right).CompareTo(other.Left + other.Right);
    }
}

/// <summary>A word of the one statement and the word of the other that it goes with, by their places in each.</summary>
internal readonly record struct WordMatch(int Left, int Right, RelatedTerm How);
