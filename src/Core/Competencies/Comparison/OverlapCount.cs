namespace Trellis.Core.Competencies.Comparison;

/// <summary>Counts clusters by place and model: docs/formulas.md, "Model overlap". Pure.</summary>
internal static class OverlapCount
{
    /// <summary>Tiers in their order, then the headings of models without tiers in the order in which they come.</summary>
    public static List<PlaceOverlap> Of(IReadOnlyList<ComparedModel> models, IReadOnlyList<StatementCluster> clusters)
    {
        var rows = new Dictionary<(int? Tier, string Heading), (string Title, int[,] Counts)>();
        foreach (var place in models.SelectMany(m => m.Statements).Select(s => s.Place))
        {
            if (!rows.ContainsKey(KeyOf(place)))
                rows.Add(KeyOf(place), ((place.Tier is null ? place.Heading : place.TierTitle) ?? "", new int[models.Count, 4]));
        }
        foreach (var cluster in clusters)
        {
            for (var m = 0; m < models.Count; m++)
            {
                if (cluster.Members[m] is not { } statement)
                    continue;
                var counts = rows[KeyOf(statement.Place)].Counts;
                counts[m, Column(cluster.State)]++;
                counts[m, 3] += cluster.Moved ? 1 : 0;
            }
        }
        return [.. rows.OrderBy(r => r.Key.Tier ?? int.MaxValue).Select(r => new PlaceOverlap(
            r.Key.Tier, r.Value.Title,
            [.. models.Select((_, m) => new ModelShare(r.Value.Counts[m, 0], r.Value.Counts[m, 1], r.Value.Counts[m, 2], r.Value.Counts[m, 3]))]))];
    }

    private static (int?, string) KeyOf(Place place) => (place.Tier, place.Tier is null ? NormalText.Of(place.Heading ?? "") : "");

    private static int Column(ClusterState state) => state switch
    {
        ClusterState.Same => 0,
        ClusterState.OnlyHere => 2,
        _ => 1,
    };
}
