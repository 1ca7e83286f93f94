using System.Numerics;

namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>
/// The fewest credentials that cover as much of a target as all of them together can. docs/formulas.md, "Smallest set of
/// credentials". Pure.
/// </summary>
/// <param name="Columns">The credentials, by their places.</param>
/// <param name="Uncovered">The statements of the target that no credential covers.</param>
/// <param name="IsExact">Whether no smaller set does it; false where there were too many to look at all.</param>
public sealed record CredentialSet(IReadOnlyList<int> Columns, IReadOnlyList<int> Uncovered, bool IsExact)
{
    /// <summary>Up to so many credentials every combination is looked at.</summary>
    public const int MostExact = 16;

    /// <summary>The set for a target.</summary>
    /// <param name="grid">The levels.</param>
    /// <param name="target">The statements to cover, by their numbers.</param>
    /// <param name="level">The level at which they have to be covered.</param>
    public static CredentialSet Of(RatingGrid grid, IReadOnlyList<int> target, int level)
    {
        var (needs, uncovered) = (new HashSet<UInt128>(), new List<int>());
        var columns = Math.Min(grid.Columns, 128);
        foreach (var row in target)
        {
            var by = UInt128.Zero;
            for (var column = 0; column < columns; column++)
                by |= grid.Reaches(row, column, level) ? UInt128.One << column : UInt128.Zero;
            if (by == UInt128.Zero)
                uncovered.Add(row);
            else
                needs.Add(by);
        }
        var hard = Hard(needs);
        if (columns <= MostExact)
            return new(Fewest(hard, columns), uncovered, IsExact: true);
        if (hard.Count <= SmallestSet.MostExact)
            return new(SmallestSet.Of([.. Enumerable.Range(0, columns).Select(c => new CoverChoice(Bits(hard, c), 1))], fewest: true), uncovered, IsExact: true);
        return new(Greedy(hard, columns), uncovered, IsExact: false);
    }

    /// <summary>Each statement as the set of those that cover it. Where one set lies in another, whoever meets the first meets the second.</summary>
    private static List<UInt128> Hard(HashSet<UInt128> needs)
    {
        var hard = new List<UInt128>();
        foreach (var need in needs.OrderBy(UInt128.PopCount).ThenBy(n => n))
        {
            if (!hard.Exists(h => (h & need) == h))
                hard.Add(need);
        }
        return hard;
    }

    /// <summary>All combinations, small ones first; of equal ones that of the first columns.</summary>
    private static List<int> Fewest(List<UInt128> hard, int columns)
    {
        var masks = hard.ConvertAll(h => (uint)h);
        var found = Enumerable.Range(0, 1 << columns).OrderBy(s => BitOperations.PopCount((uint)s)).First(s => masks.TrueForAll(m => (m & (uint)s) != 0));
        return [.. Enumerable.Range(0, columns).Where(c => (found >> c & 1) == 1)];
    }

    private static uint Bits(List<UInt128> hard, int column) => hard.Index().Aggregate(0u, (bits, h) => (h.Item >> column & 1) == 1 ? bits | 1u << h.Index : bits);

    /// <summary>One after the other, each time the one that covers most of what is left.</summary>
    private static List<int> Greedy(List<UInt128> hard, int columns)
    {
        var (left, chosen) = (hard, new List<int>());
        while (left.Count > 0)
        {
            var next = Enumerable.Range(0, columns).MaxBy(c => left.Count(h => (h >> c & 1) == 1));
            chosen.Add(next);
            left = left.FindAll(h => (h >> next & 1) == 0);
        }
        chosen.Sort();
        return chosen;
    }
}
