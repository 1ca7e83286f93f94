namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// What stands nearest to the statements of two models in the respective other: a pair that is no more alike than either is to some
/// other statement tells little. Worked out when first asked for. Pure; serves one thread.
/// </summary>
internal sealed class Rivals(StatementWords[] left, StatementWords[] right, LikenessRule rule)
{
    private readonly CandidateIndex _left = new(left, rule);
    private readonly CandidateIndex _right = new(right, rule);
    private readonly Nearest?[] _ofLeft = new Nearest?[left.Length];
    private readonly Nearest?[] _ofRight = new Nearest?[right.Length];

    /// <summary>What the scores for statements of the left model told of those of the right one on the way.</summary>
    private readonly Nearest[] _seenOfRight = new Nearest[right.Length];

    /// <summary>The pairs that are more alike than a match must be when their rivals are counted, with their score; equal texts are left out.</summary>
    public List<(int Left, int Right, double Score)> Matches()
    {
        var candidates = new List<(int Left, int Right, double Words)>();
        for (var l = 0; l < left.Length; l++)
        {
            var (nearest, found) = _right.Around(left[l], Nearest.None, (r, words) => _seenOfRight[r] = _seenOfRight[r].With(left[l].Normal, words));
            _ofLeft[l] = nearest;
            candidates.AddRange(found.Select(f => (l, f.Statement, f.Words)));
        }
        return [.. candidates.Select(c => (c.Left, c.Right, Score: LikenessRule.Beside(Of(c.Left, c.Right), c.Words))).Where(c => c.Score >= LikenessRule.Threshold)];
    }

    /// <summary>How alike the nearest other statement is to one of this pair; 0 for a pair that says the same.</summary>
    public double Of(int l, int r)
    {
        if (left[l].Normal == right[r].Normal)
            return 0;
        var ofLeft = _ofLeft[l] ??= _right.Around(left[l], Nearest.None).Nearest;
        var ofRight = _ofRight[r] ??= _left.Around(right[r], _seenOfRight[r]).Nearest;
        return Math.Max(ofLeft.Besides(right[r].Normal), ofRight.Besides(left[l].Normal));
    }
}

/// <summary>How alike the nearest statement is and what it says, and how alike the nearest is that says something else.</summary>
internal readonly record struct Nearest(string? Normal, double First, double Second)
{
    public static Nearest None { get; } = new(null, 0, 0);

    public Nearest With(string normal, double words)
    {
        if (words > First)
            return new(normal, words, normal == Normal ? Second : First);
        return words > Second && normal != Normal ? this with { Second = words } : this;
    }

    /// <summary>How alike the nearest statement is that does not say this.</summary>
    public double Besides(string normal) => normal == Normal ? Second : First;
}
