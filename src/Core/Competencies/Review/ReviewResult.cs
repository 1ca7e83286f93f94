using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Review;

/// <summary>What the reviewers of a round say of one statement, together.</summary>
public sealed record StatementResult
{
    public required Guid StatementId { get; init; }
    public required IReadOnlyDictionary<Verdict, int> Verdicts { get; init; }
    public required Agreement Agreement { get; init; }
    public Agreement? Importance { get; init; }
    public Agreement? Frequency { get; init; }
    public Agreement? Level { get; init; }
    public required IReadOnlyList<ReviewRating> Ratings { get; init; }

    /// <summary>Whether not all reviewers want to keep it as it is.</summary>
    public bool IsDisputed => Verdicts.GetValueOrDefault(Verdict.Keep) < Agreement.Raters;
}

/// <summary>The answers of a round, statement by statement, those with the least agreement first. Pure but for <see cref="ReadAsync"/>.</summary>
public sealed record ReviewResult(IReadOnlyList<StatementResult> Statements, int Raters, double? Kappa)
{
    public static ReviewResult Of(IReadOnlyList<ReviewRating> ratings)
    {
        var statements = ratings.GroupBy(r => r.StatementId).Select(g => Of(g.Key, [.. g.OrderBy(r => r.At)]))
            .OrderByDescending(s => s.IsDisputed).ThenBy(s => s.Agreement.Share).ThenByDescending(s => s.Verdicts.GetValueOrDefault(Verdict.Drop))
            .ThenByDescending(s => s.Importance?.Spread ?? 0).ThenBy(s => s.StatementId).ToList();
        return new(statements, ratings.Select(r => r.InvitationId).Distinct().Count(),
            FleissKappa.Of([.. statements.Select(s => (IReadOnlyList<int>)[.. Enum.GetValues<Verdict>().Select(v => s.Verdicts.GetValueOrDefault(v))])]));
    }

    public static async Task<ReviewResult> ReadAsync(Db db, Guid round, CancellationToken stop = default) =>
        Of(await db.ReviewRatings.Where(r => r.RoundId == round).ToListAsync(stop));

    private static StatementResult Of(Guid statement, List<ReviewRating> ratings) => new()
    {
        StatementId = statement,
        Verdicts = ratings.CountBy(r => r.Verdict).ToDictionary(),
        Agreement = Agreement.OfCategories([.. ratings.Select(r => r.Verdict)])!,
        Importance = Agreement.OfNumbers([.. ratings.Select(r => r.Importance).OfType<int>()]),
        Frequency = Agreement.OfNumbers([.. ratings.Select(r => r.Frequency).OfType<int>()]),
        Level = Agreement.OfNumbers([.. ratings.Select(r => r.Level).OfType<int>()]),
        Ratings = ratings,
    };
}
