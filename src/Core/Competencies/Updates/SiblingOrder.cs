namespace Trellis.Core.Competencies.Updates;

/// <summary>The order of things that stand in two lists, and which of them changed their place. Pure.</summary>
public static class SiblingOrder
{
    /// <summary>The first list, and each thing of the second that is not in it behind the one that it follows there.</summary>
    public static List<Guid> Merge(IReadOnlyList<Guid> first, IReadOnlyList<Guid> second)
    {
        var known = first.ToHashSet();
        var after = new Dictionary<Guid, List<Guid>>();
        var last = Guid.Empty;
        foreach (var id in second)
        {
            if (known.Contains(id))
                last = id;
            else if (after.TryGetValue(last, out var followers))
                followers.Add(id);
            else
                after[last] = [id];
        }
        return [.. after.GetValueOrDefault(Guid.Empty, []), .. first.SelectMany(id => after.GetValueOrDefault(id, []).Prepend(id))];
    }

    /// <summary>Whether what stands in both lists stands in the same order.</summary>
    public static bool IsSame(IReadOnlyList<Guid> one, IReadOnlyList<Guid> other)
    {
        var both = one.Intersect(other).ToHashSet();
        return one.Where(both.Contains).SequenceEqual(other.Where(both.Contains));
    }

    /// <summary>The fewest things that somebody took in hand to make one order of the other: those outside the longest run that kept its order.</summary>
    public static HashSet<Guid> Moved(IReadOnlyList<Guid> before, IReadOnlyList<Guid> after)
    {
        var ranks = before.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        var both = after.Where(ranks.ContainsKey).ToList();
        var tails = new List<int>();
        var tailRanks = new List<int>();
        var previous = new int[both.Count];
        for (var i = 0; i < both.Count; i++)
        {
            var at = tailRanks.BinarySearch(ranks[both[i]]);
            at = at < 0 ? ~at : at;
            previous[i] = at > 0 ? tails[at - 1] : -1;
            if (at == tails.Count)
            {
                tails.Add(i);
                tailRanks.Add(ranks[both[i]]);
            }
            else
            {
                (tails[at], tailRanks[at]) = (i, ranks[both[i]]);
            }
        }
        var moved = both.ToHashSet();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = previous[i])
            moved.Remove(both[i]);
        return moved;
    }
}
