using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>A program by which a person could close gaps, with everything that speaks for it.</summary>
/// <param name="Covers">The gaps that it closes, what closes most first; never empty.</param>
/// <param name="Known">What it teaches and the person has already.</param>
public sealed record ClosingOption(ProgramProfile Program, IReadOnlyList<CoveredGap> Covers, IReadOnlyList<GapRow> Known)
{
    public required IReadOnlyList<TaughtOccupation> Occupations { get; init; }

    /// <summary>Miles from the person's place; null where one of the two is not known.</summary>
    public double? Miles { get; init; }

    /// <summary>What is known of the person's limits here: distance, hours, child care.</summary>
    public IReadOnlyList<LimitPoint> Limits { get; init; } = [];

    /// <summary>Whether a limit of the person is known to stand against it.</summary>
    public bool IsRuledOut => Limits.Any(l => l.IsMet == false);

    public string Id => Program.Program.Id;

    public bool IsApprenticeship => Program.Provider.EntityTypes.Contains((char)('0' + (int)EntityType.Apprenticeship), StringComparison.Ordinal)
        || Program.Program.Outcomes.Contains((char)('0' + (int)PotentialOutcome.ApprenticeshipCertificate), StringComparison.Ordinal);

    public Figure Cost => Program.Program.Of(ProgramFigure.TotalCost);

    public Figure Weeks => Program.Program.Of(ProgramFigure.Weeks);

    public Figure Employment => Program.Results?.Of(OutcomeFigure.EmployedQ2Rate) ?? Figure.NotReported;

    /// <summary>The sum of what its covers are worth, in weighted levels.</summary>
    public double Closes => Covers.Sum(c => c.Value);

    /// <summary>What it closes for a thousand dollars; infinite where it is free, null where the cost is not known.</summary>
    public double? PerThousandDollars => Cost.Value is { } cents ? Closes / (cents / 100_000) : null;

    /// <summary>What it closes in a week; null where the length is not known.</summary>
    public double? PerWeek => Weeks.Value is > 0 and var weeks ? Closes / weeks : null;
}

/// <summary>What ways to close gaps are put in order by.</summary>
public enum ClosingOrder
{
    PerCost,
    PerWeek,
    Most,
    Employment,
    Distance,
}

/// <summary>The order of ways to close gaps: docs/formulas.md, "Order of ways to close gaps". What is not known stands last. Pure.</summary>
public static class ClosingRanking
{
    public static IReadOnlyList<ClosingOption> Order(IEnumerable<ClosingOption> options, ClosingOrder order)
    {
        var first = order switch
        {
            ClosingOrder.PerCost => options.OrderByDescending(o => o.PerThousandDollars ?? -1),
            ClosingOrder.PerWeek => options.OrderByDescending(o => o.PerWeek ?? -1),
            ClosingOrder.Employment => options.OrderByDescending(o => o.Employment.Value ?? -1),
            ClosingOrder.Distance => options.OrderBy(o => o.Miles ?? double.MaxValue),
            _ => options.OrderByDescending(o => o.Closes),
        };
        return [.. first.ThenByDescending(o => o.Closes).ThenBy(o => o.Cost.Value ?? double.MaxValue).ThenBy(o => o.Weeks.Value ?? double.MaxValue)
            .ThenBy(o => o.Program.Program.Name, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.Id, StringComparer.Ordinal)];
    }
}
