namespace Trellis.Interop.Comparisons;

/// <summary>What other thresholds than the one in use would give on the labelled pairs, so that the distance to the goal is seen.</summary>
public static class ThresholdCurve
{
    private const double WantedPrecision = 0.95;

    private static readonly double[] Thresholds = [0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.6];

    public static IEnumerable<CurvePoint> Of(string split, IReadOnlyList<ScoredPair> pairs) => Thresholds.Select(t => At(split, t, pairs));

    /// <summary>The highest recall that any threshold reaches at the wanted precision.</summary>
    public static RecallAtPrecision Reach(string split, IReadOnlyList<ScoredPair> pairs)
    {
        var recall = pairs.Select(p => p.Score).Distinct().Select(t => At(split, t, pairs)).Where(c => c.Precision >= WantedPrecision).Select(c => c.Recall);
        return new(split, WantedPrecision, recall.DefaultIfEmpty().Max());
    }

    private static CurvePoint At(string split, double threshold, IReadOnlyList<ScoredPair> pairs)
    {
        var right = pairs.Count(p => p.Score >= threshold && p.Pair.IsMatch);
        return new(split, threshold, PairMeasure.Share(right, pairs.Count(p => p.Score >= threshold)), PairMeasure.Share(right, pairs.Count(p => p.Pair.IsMatch)));
    }
}

/// <summary>Precision and recall on one split if scores from this threshold on counted as a match.</summary>
public sealed record CurvePoint(string Split, double Threshold, double Precision, double Recall);

/// <summary>The most of the pairs of one split that can be found at this precision or a higher one.</summary>
public sealed record RecallAtPrecision(string Split, double Precision, double Recall);
