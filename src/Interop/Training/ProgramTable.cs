using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>Programs as a table for spreadsheets: money in dollars, shares from 0 to 1, and the word for it where a figure is not there.</summary>
public static class ProgramTable
{
    private const int CentsPerDollar = 100;

    private static readonly (string Heading, Func<ProgramProfile, OutgoingCell> Value)[] Columns =
    [
        ("id", p => p.Program.Id),
        ("program", p => p.Program.Name),
        ("provider", p => p.Provider.Name),
        ("city", p => p.Program.City),
        ("state", p => p.Program.State),
        ("zip", p => p.Program.Zip),
        ("county", p => p.Program.County),
        ("cip", p => p.Program.Cip),
        ("field of study", p => p.Field),
        ("credential", p => p.Program.Credential),
        ("potential outcomes (ETA-9171 codes)", p => p.Program.Outcomes),
        ("format", p => p.Program.Format == ProgramFormat.NotReported ? "not reported" : p.Program.Format.ToString()),
        ("competency-based", p => p.Program.IsCompetencyBased ? "yes" : "no"),
        ("hours", p => OutgoingCell.Of(p.Program.Of(ProgramFigure.Hours))),
        ("weeks from", p => p.Program.WeeksLeast),
        ("weeks to", p => p.Program.WeeksMost),
        ("tuition", p => Money(p, ProgramFigure.Tuition)),
        ("fees", p => Money(p, ProgramFigure.Fees)),
        ("supplies", p => Money(p, ProgramFigure.Supplies)),
        ("other costs", p => Money(p, ProgramFigure.OtherCosts)),
        ("out of pocket", p => Money(p, ProgramFigure.OutOfPocket)),
        ("total cost", p => Money(p, ProgramFigure.TotalCost)),
        ("employed Q2", p => Result(p, OutcomeFigure.EmployedQ2Rate)),
        ("employed Q2, of people", p => Result(p, OutcomeFigure.EmployedQ2Of)),
        ("employed Q4", p => Result(p, OutcomeFigure.EmployedQ4Rate)),
        ("employed Q4, of people", p => Result(p, OutcomeFigure.EmployedQ4Of)),
        ("quarterly earnings Q2", p => Result(p, OutcomeFigure.Earnings, CentsPerDollar)),
        ("earnings are", p => p.Results?.EarningsKind.ToString().ToLowerInvariant()),
        ("earnings, of people", p => Result(p, OutcomeFigure.EarningsOf)),
        ("completed", p => Result(p, OutcomeFigure.Completed)),
        ("completion rate", p => Result(p, OutcomeFigure.CompletionRate)),
        ("credential rate", p => Result(p, OutcomeFigure.CredentialRate)),
        ("results are of", p => p.Results is null ? null : p.Results.ProgramId is null ? "provider and field of study" : "program"),
        ("period", p => p.Results?.Period),
        ("source", p => p.Release.Title),
        ("edition", p => p.Release.Edition),
        ("results from", p => p.ResultsRelease?.Title),
    ];

    public static OutgoingTable Of(IEnumerable<ProgramProfile> programs) => Of(programs, Columns);

    private static OutgoingTable Of(IEnumerable<ProgramProfile> programs, (string Heading, Func<ProgramProfile, OutgoingCell> Value)[] columns) => new(
        "Programs", [.. columns.Select(c => c.Heading)], [.. programs.Select(p => (IReadOnlyList<OutgoingCell>)[.. columns.Select(c => c.Value(p))])]);

    /// <summary>Compared programs, with what the wanted occupation pays in the middle of an area.</summary>
    public static OutgoingTable Of(IEnumerable<ProgramProfile> programs, TargetWage? target)
    {
        if (target is null)
            return Of(programs);
        (string Heading, Func<ProgramProfile, OutgoingCell> Value)[] columns =
        [
            .. Columns,
            ("wanted occupation", _ => $"{target.Soc} {target.Title}"),
            ("median pay a year", _ => OutgoingCell.Of(target.Median, CentsPerDollar)),
            ("pay is of", _ => target.Area.Name),
            ("pay from", _ => target.Market.Wage?.Release.Title),
            ("earnings of a year above that pay", p => target.Above(p)),
        ];
        return Of(programs, columns);
    }

    private static OutgoingCell Money(ProgramProfile profile, ProgramFigure figure) => OutgoingCell.Of(profile.Program.Of(figure), CentsPerDollar);

    private static OutgoingCell Result(ProgramProfile profile, OutcomeFigure figure, double perUnit = 1) =>
        profile.Results is { } results ? OutgoingCell.Of(results.Of(figure), perUnit) : "not reported";
}
