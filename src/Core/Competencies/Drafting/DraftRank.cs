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
}
