using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>The results that a row of a list gives, for all students ("all.") or for those whom WIOA pays ("wioa.").</summary>
internal static class OutcomeRow
{
    private const int Figures = 15;
    private static readonly string[] Fields =
        ["served", "exited", "completed", "employedQ2", "employedQ2Rate", "employedQ4", "employedQ4Rate", "earnings", "credentials"];

    /// <summary>The results of both groups, where the list has columns for them and at least one says something.</summary>
    public static IEnumerable<ProgramOutcome> Read(ListRow row, OutcomeOwner owner)
    {
        foreach (var (population, group) in new[] { (Population.AllStudents, "all."), (Population.Wioa, "wioa.") })
        {
            if (Fields.Any(f => row.Has(group + f)) && Read(row, owner, population, group) is { } outcome && outcome.Marks.Any(m => m != 'n'))
                yield return outcome;
        }
    }

    private static ProgramOutcome Read(ListRow row, OutcomeOwner owner, Population population, string group)
    {
        var (exited, completed) = (row.Count(group + "exited"), row.Count(group + "completed"));
        var q2 = Share(row, group + "employedQ2");
        var q4 = Share(row, group + "employedQ4");
        var credentials = Share(row, group + "credentials");
        var earnings = row.Money(group + "earnings");
        var earningsOf = OutcomeRate.CountBeside(earnings, row.Count(group + "earningsOf"));
        Figure[] all =
        [
            row.Count(group + "served"), exited, completed, row.Has(group + "exited") ? OutcomeRate.Of(Figure.NotReported, completed, exited) : Figure.NotReported,
            q2.Count, q2.Of, q2.Rate, q4.Count, q4.Of, q4.Rate, earnings, earningsOf, credentials.Count, credentials.Of, credentials.Rate,
        ];
        return Build(row, owner, population, all);
    }

    private static ProgramOutcome Build(ListRow row, OutcomeOwner owner, Population population, Figure[] all) => new()
    {
        ReleaseKey = owner.ReleaseKey,
        Ordinal = owner.Next(),
        ProviderId = owner.ProviderId,
        ProgramId = owner.ProgramId,
        Cip = owner.Cip,
        Population = population,
        Period = row.Text("period") ?? row.Mapping.Period,
        Served = Whole(all, OutcomeFigure.Served),
        Exited = Whole(all, OutcomeFigure.Exited),
        Completed = Whole(all, OutcomeFigure.Completed),
        CompletionRate = all[(int)OutcomeFigure.CompletionRate].Value,
        EmployedQ2 = Whole(all, OutcomeFigure.EmployedQ2),
        EmployedQ2Of = Whole(all, OutcomeFigure.EmployedQ2Of),
        EmployedQ2Rate = all[(int)OutcomeFigure.EmployedQ2Rate].Value,
        EmployedQ4 = Whole(all, OutcomeFigure.EmployedQ4),
        EmployedQ4Of = Whole(all, OutcomeFigure.EmployedQ4Of),
        EmployedQ4Rate = all[(int)OutcomeFigure.EmployedQ4Rate].Value,
        Earnings = Whole(all, OutcomeFigure.Earnings),
        EarningsOf = Whole(all, OutcomeFigure.EarningsOf),
        EarningsKind = row.Text("earningsKind") == "mean" ? EarningsKind.Mean : EarningsKind.Median,
        Credentials = Whole(all, OutcomeFigure.Credentials),
        CredentialsOf = Whole(all, OutcomeFigure.CredentialsOf),
        CredentialRate = all[(int)OutcomeFigure.CredentialRate].Value,
        Marks = FigureMarks.Write([.. all.Take(Figures).Select(f => f.State)]),
    };

    private static int? Whole(Figure[] all, OutcomeFigure which) => (int?)all[(int)which].Value;

    private static (Figure Count, Figure Of, Figure Rate) Share(ListRow row, string field)
    {
        var (count, of) = (row.Count(field), row.Count(field + "Of"));
        if (count.Value > of.Value)
        {
            row.Note(Problem.Repaired("more-than-all", row.Where(field), "{0} of {1} people cannot be; the count was taken for not reported.", $"{count.Value}", $"{of.Value}"));
            count = Figure.NotReported;
        }
        var rate = OutcomeRate.Of(row.Rate(field + "Rate"), count, of);
        return (OutcomeRate.CountBeside(rate, count), of, rate);
    }
}

/// <summary>Whose results they are, and a source of numbers for the rows.</summary>
internal sealed record OutcomeOwner(int ReleaseKey, string ProviderId, string? ProgramId, string? Cip, Func<int> Next);
