using Trellis.Core.Codes;

namespace Trellis.Core.Training;

/// <summary>
/// What became of the people of a program, or of all programs of a provider in one field of study: how many, over which time, and what
/// share. Source: ETA-9171, elements 120 to 171, or a state's own figures. A figure without a number says why and is never zero.
/// </summary>
public sealed class ProgramOutcome
{
    public required int ReleaseKey { get; init; }
    public required int Ordinal { get; init; }
    public required string ProviderId { get; init; }

    /// <summary>Null where the figures are of all the provider's programs in the field of study.</summary>
    public string? ProgramId { get; init; }
    public string? Cip { get; init; }
    public required Population Population { get; init; }

    /// <summary>The time that the figures speak of, in the source's words.</summary>
    public required string Period { get; init; }
    public int? Served { get; init; }
    public int? Exited { get; init; }
    public int? Completed { get; init; }
    public double? CompletionRate { get; init; }

    /// <summary>People at work in the second and in the fourth quarter after they left, and of how many: the source's own denominator.</summary>
    public int? EmployedQ2 { get; init; }
    public int? EmployedQ2Of { get; init; }
    public double? EmployedQ2Rate { get; init; }
    public int? EmployedQ4 { get; init; }
    public int? EmployedQ4Of { get; init; }
    public double? EmployedQ4Rate { get; init; }

    /// <summary>Earnings in the second quarter after leaving, in cents for the quarter, of those at work.</summary>
    public int? Earnings { get; init; }
    public int? EarningsOf { get; init; }
    public EarningsKind EarningsKind { get; init; }
    public int? Credentials { get; init; }
    public int? CredentialsOf { get; init; }
    public double? CredentialRate { get; init; }

    /// <summary>The states of the figures in the order of <see cref="OutcomeFigure"/>, as <see cref="FigureMarks"/> writes them.</summary>
    public required string Marks { get; init; }

    public Figure Of(OutcomeFigure which) => Figure.From(which switch
    {
        OutcomeFigure.Served => Served,
        OutcomeFigure.Exited => Exited,
        OutcomeFigure.Completed => Completed,
        OutcomeFigure.CompletionRate => CompletionRate,
        OutcomeFigure.EmployedQ2 => EmployedQ2,
        OutcomeFigure.EmployedQ2Of => EmployedQ2Of,
        OutcomeFigure.EmployedQ2Rate => EmployedQ2Rate,
        OutcomeFigure.EmployedQ4 => EmployedQ4,
        OutcomeFigure.EmployedQ4Of => EmployedQ4Of,
        OutcomeFigure.EmployedQ4Rate => EmployedQ4Rate,
        OutcomeFigure.Earnings => Earnings,
        OutcomeFigure.EarningsOf => EarningsOf,
        OutcomeFigure.Credentials => Credentials,
        OutcomeFigure.CredentialsOf => CredentialsOf,
        _ => CredentialRate,
    }, FigureMarks.At(Marks, (int)which));
}

/// <summary>Whose results are counted.</summary>
public enum Population
{
    /// <summary>All students of the program, whoever pays.</summary>
    AllStudents,

    /// <summary>Those whose training the Workforce Innovation and Opportunity Act pays.</summary>
    Wioa,
}

/// <summary>What sort of middle the earnings are; the two are not to be compared with one another.</summary>
public enum EarningsKind
{
    Median,
    Mean,
}

/// <summary>The figures of a row of outcomes, in the order of its marks.</summary>
public enum OutcomeFigure
{
    Served,
    Exited,
    Completed,
    CompletionRate,
    EmployedQ2,
    EmployedQ2Of,
    EmployedQ2Rate,
    EmployedQ4,
    EmployedQ4Of,
    EmployedQ4Rate,
    Earnings,
    EarningsOf,
    Credentials,
    CredentialsOf,
    CredentialRate,
}
