namespace Trellis.Core.Competencies.Comparison;

/// <summary>One statement index for each model, -1 where it has none, and what is known between them.</summary>
internal sealed class BuiltCluster(int[] members, Dictionary<(int, int), MatchReason> reasons)
{
    public int[] Members { get; } = members;

    public Dictionary<(int, int), MatchReason> Reasons { get; } = reasons;

    public MatchReason? ReasonBetween(int left, int right) => Reasons.TryGetValue((left, right), out var reason) ? reason : null;
}

/// <summary>
/// Joins statements to clusters, the surest match first. Two clusters join only where no model would stand in the result twice and
/// every statement of the one matches every statement of the other, so that no chain of likenesses leads astray. Pure.
/// </summary>
internal static class ClusterBuilder
{
    /// <summary>All statements of all models in clusters; one that nothing matches is a cluster alone.</summary>
    /// <param name="models">The models that are compared.</param>
    /// <param name="matches">The surest first.</param>
    public static List<BuiltCluster> Build(IReadOnlyList<ComparedModel> models, List<ModelMatch> matches)
    {
        var clusterOf = models.Select((model, m) => model.Statements.Select((_, i) => Alone(models.Count, m, i)).ToArray()).ToArray();
        var surest = new Dictionary<(int, int, int, int), MatchReason>();
        foreach (var match in matches)
            surest.TryAdd((match.LeftModel, match.Left, match.RightModel, match.Right), match.Reason);
        foreach (var match in matches)
        {
            var (one, other) = (clusterOf[match.LeftModel][match.Left], clusterOf[match.RightModel][match.Right]);
            if (one != other && Join(one, other, surest) is { } joined)
            {
                for (var m = 0; m < models.Count; m++)
                {
                    if (joined.Members[m] >= 0)
                        clusterOf[m][joined.Members[m]] = joined;
                }
            }
        }
        return [.. clusterOf.SelectMany(c => c).Distinct()];
    }

    private static BuiltCluster Alone(int models, int model, int index)
    {
        var members = new int[models];
        Array.Fill(members, -1);
        members[model] = index;
        return new(members, []);
    }

    private static BuiltCluster? Join(BuiltCluster one, BuiltCluster other, Dictionary<(int, int, int, int), MatchReason> surest)
    {
        if (one.Members.Zip(other.Members).Any(m => m is { First: >= 0, Second: >= 0 }))
            return null;
        var reasons = new Dictionary<(int, int), MatchReason>(one.Reasons.Concat(other.Reasons));
        for (var m = 0; m < one.Members.Length; m++)
        {
            if (one.Members[m] < 0)
                continue;
            for (var n = 0; n < other.Members.Length; n++)
            {
                if (other.Members[n] < 0)
                    continue;
                var (left, right) = m < n ? (m, n) : (n, m);
                var (l, r) = m < n ? (one.Members[m], other.Members[n]) : (other.Members[n], one.Members[m]);
                if (!surest.TryGetValue((left, l, right, r), out var reason))
                    return null;
                reasons[(left, right)] = reason;
            }
        }
        return new([.. one.Members.Zip(other.Members, Math.Max)], reasons);
    }
}
