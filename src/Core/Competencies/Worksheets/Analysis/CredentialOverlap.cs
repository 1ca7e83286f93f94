using System.Numerics;

namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>What two credentials have in common: statements that both have at level 1 or above. docs/formulas.md, "Overlap of credentials". Pure.</summary>
/// <param name="Shared">How many statements both have.</param>
/// <param name="Either">How many at least one of them has.</param>
public sealed record CredentialOverlap(int One, int Other, int Shared, int Either)
{
    /// <summary>The share of what either has that both have, 0 to 1; null where neither has anything.</summary>
    public double? Jaccard => Either == 0 ? null : (double)Shared / Either;

    /// <summary>Every two columns, the first before the second.</summary>
    public static List<CredentialOverlap> Of(RatingGrid grid)
    {
        var sets = Enumerable.Range(0, grid.Columns).Select(c => Bits(grid, c)).ToList();
        var overlaps = new List<CredentialOverlap>();
        for (var one = 0; one < sets.Count; one++)
        {
            for (var other = one + 1; other < sets.Count; other++)
            {
                var (shared, either) = (0, 0);
                foreach (var (a, b) in sets[one].Zip(sets[other]))
                    (shared, either) = (shared + BitOperations.PopCount(a & b), either + BitOperations.PopCount(a | b));
                overlaps.Add(new(one, other, shared, either));
            }
        }
        return overlaps;
    }

    private static ulong[] Bits(RatingGrid grid, int column)
    {
        var bits = new ulong[(grid.Rows.Count + 63) / 64];
        for (var row = 0; row < grid.Rows.Count; row++)
            bits[row / 64] |= grid.Reaches(row, column) ? 1UL << row % 64 : 0;
        return bits;
    }
}
