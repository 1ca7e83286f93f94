using Trellis.Core.Competencies.Review;

namespace Trellis.Core.Competencies.Employers;

/// <summary>
/// What several employers say of the statements of a model for one job: what matters, what is critical and where they are apart.
/// docs/formulas.md, "Employer analysis". Pure.
/// </summary>
public sealed class EmployerAnalysis
{
    private readonly IReadOnlyDictionary<(Guid Statement, int Employer), EmployerRating> _ratings;

    private EmployerAnalysis(IReadOnlyList<RatingEmployer> employers, IReadOnlyList<Guid> statements, IReadOnlyDictionary<(Guid Statement, int Employer), EmployerRating> ratings)
    {
        (Employers, _ratings) = (employers, ratings);
        Opinions = [.. statements.Select(s => new StatementOpinion(s, Summary(s, EmployerMeasure.Importance), Summary(s, EmployerMeasure.Level), Summary(s, EmployerMeasure.Frequency)))];
    }

    public IReadOnlyList<RatingEmployer> Employers { get; }

    /// <summary>One for each statement of the worksheet, in its order.</summary>
    public IReadOnlyList<StatementOpinion> Opinions { get; }

    public int Rated => Opinions.Count(o => o.IsRated);

    /// <summary>What is critical to the job, the most critical first; equal ones in the order of the worksheet.</summary>
    public IEnumerable<StatementOpinion> Critical => Opinions.Where(o => o.IsCritical).OrderByDescending(o => o.Criticality);

    /// <summary>Where the employers are apart, the farthest first; equal ones in the order of the worksheet.</summary>
    public IEnumerable<StatementOpinion> Disputed => Opinions.Where(o => o.Apart > 0).OrderByDescending(o => o.Apart);

    /// <summary>The analysis of a worksheet.</summary>
    /// <param name="employers">Who rates.</param>
    /// <param name="statements">All statements of the worksheet, in its order.</param>
    /// <param name="ratings">What was answered.</param>
    public static EmployerAnalysis Of(
        IReadOnlyList<RatingEmployer> employers, IReadOnlyList<Guid> statements, IReadOnlyDictionary<(Guid Statement, int Employer), EmployerRating> ratings) =>
        new(employers, statements, ratings);

    public EmployerRating Rating(Guid statement, int employer) => _ratings.GetValueOrDefault((statement, employer));

    /// <summary>Fleiss' kappa over all statements; null where no statement has two answers, or all answers are the same.</summary>
    public double? Kappa(EmployerMeasure measure) => FleissKappa.Of([.. Opinions.Where(o => o[measure]?.Raters > 1).Select(o => Counts(o.Statement, measure))]);

    private MeasureSummary? Summary(Guid statement, EmployerMeasure measure) => MeasureSummary.Of([.. Employers
        .Select(e => (Answer: Rating(statement, e.Number)[measure], e.Weight)).Where(a => a.Answer is not null).Select(a => (a.Answer!.Value, a.Weight))]);

    private int[] Counts(Guid statement, EmployerMeasure measure)
    {
        var counts = new int[EmployerRating.Highest + 1];
        foreach (var employer in Employers)
        {
            if (Rating(statement, employer.Number)[measure] is { } answer)
                counts[answer]++;
        }
        return counts;
    }
}
