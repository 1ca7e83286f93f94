namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// Orders siblings by numbers with room between them, so that a move writes one row. Two neighbors take 32 halvings before all of
/// their siblings must be spaced anew. Pure.
/// </summary>
public static class DraftRank
{
    public const long Space = 1L << 32;

    /// <summary>A rank after the one and before the other, where null is an end of the row; null where no number is left between them.</summary>
    public static long? Between(long? before, long? after) => (before, after) switch
    {
        (null, null) => Space,
        (null, { } next) => next - Space,
        ({ } last, null) => last + Space,
        ({ } low, { } high) => high - low > 1 ? low + (high - low) / 2 : null,
    };

    /// <summary>The rank of the sibling at this place when all are spaced anew, counted from 0.</summary>
    public static long At(int place) => (place + 1) * Space;

    /// <summary>Where a rank stands after its siblings, in order, were spaced anew: between the same two of them, in the same proportion.</summary>
    public static long Carry(long rank, IReadOnlyList<RankChange> siblings)
    {
        if (siblings.Count == 0)
            return rank;
        var last = -1;
        while (last + 1 < siblings.Count && siblings[last + 1].Old <= rank)
            last++;
        if (last < 0)
            return siblings[0].New - (siblings[0].Old - rank);
        var low = siblings[last];
        if (last == siblings.Count - 1 || rank == low.Old)
            return low.New + (rank - low.Old);
        var high = siblings[last + 1];
        return low.New + (long)((Int128)(rank - low.Old) * (high.New - low.New) / (high.Old - low.Old));
    }
}
