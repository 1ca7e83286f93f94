using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>
/// Two to four programs side by side: what each costs, how long it takes, and what became of its people, with what the lists do not say
/// said as such.
/// </summary>
public sealed record ProgramComparison(IReadOnlyList<ProgramProfile> Programs)
{
    public const int Fewest = 2;
    public const int Most = 4;

    /// <summary>Numbers of the address that no list in force has.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    public static async Task<ProgramComparison> ReadAsync(Db db, IReadOnlyList<string> ids, CancellationToken stop = default)
    {
        List<string> asked = [.. ids.Distinct(StringComparer.Ordinal).Take(Most)];
        var programs = await ProgramProfile.ReadAsync(db, await TrainingReleases.CurrentAsync(db, stop), asked, stop);
        return new(programs) { Unknown = [.. asked.Except(programs.Select(p => p.Program.Id), StringComparer.Ordinal)] };
    }

    /// <summary>The programs, by their place, that stand best in a measure.</summary>
    public IReadOnlyList<int> Best(ComparedMeasure measure) =>
        measure == ComparedMeasure.Earnings && Programs.Select(p => p.Results?.EarningsKind).OfType<EarningsKind>().Distinct().Count() > 1
            ? []
            : BestOf([.. Programs.Select(p => Of(p, measure))], measure is ComparedMeasure.Cost or ComparedMeasure.Weeks);

    /// <summary>
    /// Who stands best: docs/formulas.md, "Best of compared programs". Nobody where fewer than two have an exact figure or all have the same.
    /// </summary>
    public static IReadOnlyList<int> BestOf(IReadOnlyList<Figure> figures, bool isLowBest)
    {
        var known = figures.Select((f, i) => (Value: f is { State: FigureState.Value, Value: { } v } ? v : (double?)null, Place: i)).Where(f => f.Value is not null).ToList();
        if (known.Select(f => f.Value).Distinct().Count() < Fewest)
            return [];
        var best = isLowBest ? known.Min(f => f.Value) : known.Max(f => f.Value);
        return [.. known.Where(f => f.Value == best).Select(f => f.Place)];
    }

    public static Figure Of(ProgramProfile profile, ComparedMeasure measure) => measure switch
    {
        ComparedMeasure.Cost => profile.Program.Of(ProgramFigure.TotalCost),
        ComparedMeasure.Weeks => profile.Program.Of(ProgramFigure.Weeks),
        ComparedMeasure.EmploymentQ2 => Result(profile, OutcomeFigure.EmployedQ2Rate),
        ComparedMeasure.EmploymentQ4 => Result(profile, OutcomeFigure.EmployedQ4Rate),
        ComparedMeasure.Earnings => Result(profile, OutcomeFigure.Earnings),
        ComparedMeasure.Completion => Result(profile, OutcomeFigure.CompletionRate),
        _ => Result(profile, OutcomeFigure.CredentialRate),
    };

    private static Figure Result(ProgramProfile profile, OutcomeFigure figure) => profile.Results?.Of(figure) ?? Figure.NotReported;
}

/// <summary>By what programs are compared.</summary>
public enum ComparedMeasure
{
    Cost,
    Weeks,
    EmploymentQ2,
    EmploymentQ4,
    Earnings,
    Completion,
    Credentials,
}
