namespace Trellis.Core.Competencies.Review;

/// <summary>How the answers of several raters to one question go together: docs/formulas.md, "Agreement of reviewers".</summary>
/// <param name="Raters">How many answered.</param>
/// <param name="Share">The share of the most frequent answer, 0 to 1.</param>
/// <param name="Mean">Of answers that are numbers; null otherwise.</param>
/// <param name="Spread">The standard deviation of answers that are numbers, of all raters; null otherwise.</param>
public sealed record Agreement(int Raters, double Share, double? Mean, double? Spread)
{
    /// <summary>Of answers that name a category.</summary>
    public static Agreement? OfCategories<T>(IReadOnlyList<T> answers)
        where T : notnull => answers.Count == 0 ? null : new(answers.Count, Largest(answers), null, null);

    /// <summary>Of answers on a numbered scale.</summary>
    public static Agreement? OfNumbers(IReadOnlyList<int> answers)
    {
        if (answers.Count == 0)
            return null;
        var mean = answers.Average();
        return new(answers.Count, Largest(answers), mean, Math.Sqrt(answers.Sum(a => (a - mean) * (a - mean)) / answers.Count));
    }

    private static double Largest<T>(IReadOnlyList<T> answers)
        where T : notnull => (double)answers.CountBy(a => a).Max(c => c.Value) / answers.Count;
}

/// <summary>
/// Fleiss' kappa: how much more often raters agree than they would by chance, 1 for always, 0 for as often as chance, below 0 for
/// less: docs/formulas.md, "Agreement of reviewers". Items with fewer than two answers do not count. Pure.
/// </summary>
public static class FleissKappa
{
    /// <summary>Null where no item has two answers, or where all answers are the same and chance explains everything.</summary>
    /// <param name="items">For each item, how often each category was named; all in one order of categories.</param>
    public static double? Of(IReadOnlyList<IReadOnlyList<int>> items)
    {
        var rated = items.Where(i => i.Sum() > 1).ToList();
        if (rated.Count == 0)
            return null;
        double total = rated.Sum(i => i.Sum());
        var observed = rated.Average(AgreementWithin);
        var expected = Enumerable.Range(0, rated[0].Count).Sum(c => Math.Pow(rated.Sum(i => i[c]) / total, 2));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }

    private static double AgreementWithin(IReadOnlyList<int> counts)
    {
        double raters = counts.Sum();
        return (counts.Sum(c => (double)c * c) - raters) / (raters * (raters - 1));
    }
}
