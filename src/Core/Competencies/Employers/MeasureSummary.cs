namespace Trellis.Core.Competencies.Employers;

/// <summary>
/// What several employers say to one question from 0 to 4, each with its weight: docs/formulas.md, "Employer analysis". Pure.
/// </summary>
/// <param name="Raters">How many employers answered.</param>
/// <param name="Mean">Of all answers.</param>
/// <param name="Median">The middle answer; half way between two where the weights are even.</param>
/// <param name="Spread">The standard deviation of the answers, of all raters.</param>
/// <param name="Share">The part of the weight, 0 to 1, that stands behind the most frequent answer.</param>
public sealed record MeasureSummary(int Raters, double Mean, double Median, double Spread, double Share)
{
    /// <summary>Weights are sums of fractions: so near to a half is a half.</summary>
    private const double Even = 1e-9;

    /// <summary>The level that a profile asks for: the median, and the higher one where it lies between two.</summary>
    public int Agreed => (int)Math.Ceiling(Median);

    /// <summary>Null where nobody answered.</summary>
    public static MeasureSummary? Of(IReadOnlyList<(int Answer, double Weight)> answers)
    {
        if (answers.Count == 0)
            return null;
        var weights = new double[EmployerRating.Highest + 1];
        foreach (var (answer, weight) in answers)
            weights[answer] += weight;
        var total = weights.Sum();
        var mean = weights.Select((w, answer) => w * answer).Sum() / total;
        var variance = weights.Select((w, answer) => w * (answer - mean) * (answer - mean)).Sum() / total;
        return new(answers.Count, mean, MedianOf(weights, total), Math.Sqrt(variance), weights.Max() / total);
    }

    private static double MedianOf(double[] weights, double total)
    {
        var below = 0.0;
        for (var answer = 0; answer < weights.Length; answer++)
        {
            below += weights[answer];
            if (below > total / 2 + Even)
                return answer;
            if (below >= total / 2 - Even)
                return (answer + Array.FindIndex(weights, answer + 1, w => w > 0)) / 2.0;
        }
        throw new InvalidOperationException("The weights do not reach their own half.");
    }
}
