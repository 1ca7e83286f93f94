using System.Numerics;

namespace Trellis.Core.Competencies;

/// <summary>A thing to choose: what it covers, one bit for each, and what it costs.</summary>
public readonly record struct CoverChoice(uint Covers, double Cost);

/// <summary>
/// The set of choices that covers as much as all of them together: the one of fewest, or the cheapest. Exact for up to twelve things to
/// cover, else greedy. docs/formulas.md, "Smallest combination". Pure.
/// </summary>
public static class SmallestSet
{
    /// <summary>Up to so many things every combination is looked at.</summary>
    public const int MostExact = 12;

    /// <summary>The places of the chosen, in order; none where nothing covers anything.</summary>
    /// <param name="fewest">Whether their number comes before their cost.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<CoverChoice> choices, bool fewest)
    {
        var all = choices.Aggregate(0u, (bits, c) => bits | c.Covers);
        if (all == 0)
            return [];
        return BitOperations.PopCount(all) <= MostExact ? Exact(choices, all, fewest) : Greedy(choices, all, fewest);
    }

    private static List<int> Exact(IReadOnlyList<CoverChoice> choices, uint all, bool fewest)
    {
        var bits = Enumerable.Range(0, 32).Where(b => (all >> b & 1) == 1).ToList();
        var covers = choices.Select(c => bits.Index().Aggregate(0, (mask, b) => mask | (int)(c.Covers >> b.Item & 1) << b.Index)).ToList();
        var best = new Chosen?[1 << bits.Count];
        best[0] = new(0, 0, -1, 0);
        // Every choice adds bits, so that a set is reached from smaller ones only.
        for (var set = 0; set < best.Length - 1; set++)
        {
            for (var i = 0; best[set] is { } so && i < covers.Count; i++)
            {
                var next = set | covers[i];
                var with = new Chosen(so.Count + 1, so.Cost + choices[i].Cost, i, set);
                if (next != set && (best[next] is not { } old || IsBetter(with, old, fewest)))
                    best[next] = with;
            }
        }
        var chosen = new List<int>();
        for (var set = best.Length - 1; set != 0; set = best[set]!.Value.Before)
            chosen.Add(best[set]!.Value.Last);
        chosen.Sort();
        return chosen;
    }

    private static bool IsBetter(Chosen one, Chosen other, bool fewest) =>
        fewest && one.Count != other.Count ? one.Count < other.Count
        : one.Cost != other.Cost ? one.Cost < other.Cost
        : one.Count < other.Count;

    /// <summary>One after the other, each time the one that adds most; where cost counts, most for its cost.</summary>
    private static List<int> Greedy(IReadOnlyList<CoverChoice> choices, uint all, bool fewest)
    {
        var (covered, chosen) = (0u, new List<int>());
        while (covered != all)
        {
            var next = choices.Index().Select(c => (c.Index, c.Item.Cost, Adds: BitOperations.PopCount(c.Item.Covers & ~covered))).Where(c => c.Adds > 0)
                .OrderByDescending(c => fewest ? c.Adds : c.Adds / Math.Max(1, c.Cost)).ThenBy(c => c.Cost).ThenBy(c => c.Index).First().Index;
            chosen.Add(next);
            covered |= choices[next].Covers;
        }
        chosen.Sort();
        return chosen;
    }

    /// <summary>How a set is covered best: by how many, at what cost, the last one chosen and what was covered before.</summary>
    private readonly record struct Chosen(int Count, double Cost, int Last, int Before);
}
