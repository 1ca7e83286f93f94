using Trellis.Core.Guidance;

namespace Trellis.Interop.Guidance;

/// <summary>How many of the occupations that O*NET calls related (its ten primary ones) are among the ten nearest, beside two plain cosines.</summary>
public sealed record RelatedRecall(double Nearness, double CosineOfLevels, double CosineOfImportance)
{
    private const int Shown = 10;

    internal static RelatedRecall Of(OnetRatings onet) => new(
        Recall(onet, (one, other) => SkillCloseness.Between(onet.Table, one, other) ?? 0),
        Recall(onet, Cosine(onet, "LV")),
        Recall(onet, Cosine(onet, "IM")));

    private static double Recall(OnetRatings onet, Func<int, int, double> near)
    {
        var rows = Enumerable.Range(0, onet.Table.Occupations.Count).ToList();
        var shares = new List<double>();
        foreach (var row in rows)
        {
            var related = (onet.Related.GetValueOrDefault(onet.Table.Occupations[row].Code) ?? []).Select(onet.Table.Row).Where(r => r >= 0).ToHashSet();
            if (related.Count == 0)
                continue;
            var nearest = rows.Where(r => r != row).Select(r => (Row: r, Near: near(row, r))).OrderByDescending(r => r.Near).ThenBy(r => r.Row).Take(Shown);
            shares.Add((double)nearest.Count(n => related.Contains(n.Row)) / Math.Min(Shown, related.Count));
        }
        return shares.Average();
    }

    /// <summary>The cosine of the values as the release writes them; a rating that is not there counts as 0.</summary>
    private static Func<int, int, double> Cosine(OnetRatings onet, string scale)
    {
        var table = onet.Table;
        var values = new double[table.Occupations.Count][];
        for (var row = 0; row < values.Length; row++)
            values[row] = new double[table.Elements.Count];
        foreach (var rating in onet.Ratings.Where(r => r.Scale == scale && table.Row(r.Code) >= 0))
            values[table.Row(rating.Code)][table.Column(rating.ElementId)] = rating.Value;
        var lengths = Array.ConvertAll(values, v => Math.Sqrt(v.Sum(x => x * x)));
        return (one, other) =>
        {
            double both = 0;
            for (var i = 0; i < values[one].Length; i++)
                both += values[one][i] * values[other][i];
            return both / (lengths[one] * lengths[other]);
        };
    }
}
