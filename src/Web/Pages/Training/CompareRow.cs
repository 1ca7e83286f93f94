using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>A line of the comparison: what it is called, what it says of a program, and what goes with it in small print.</summary>
public sealed record CompareRow(string Name, Func<ProgramProfile, string> Text)
{
    /// <summary>The measure in which somebody may stand best.</summary>
    public ComparedMeasure? Measure { get; init; }

    /// <summary>Whether it is a share, which a bar can show.</summary>
    public bool IsShare { get; init; }

    public Func<ProgramProfile, string>? Note { get; init; }

    public static IReadOnlyList<CompareRow> All(IStringLocalizer<Words> T) =>
    [
        new(T["Provider"], p => TrainingLabels.Of(T, p.Provider)) { Note = p => TrainingLabels.Place(p.Program) },
        new(T["Total cost"], p => FigureText.Money(T, p.Program.Of(ProgramFigure.TotalCost))) { Measure = ComparedMeasure.Cost, Note = p => Parts(T, p.Program) },
        new(T["Length"], p => FigureText.Weeks(T, p.Program)) { Measure = ComparedMeasure.Weeks, Note = p => FigureText.Hours(T, p.Program) },
        new(T["How it is taught"], p => TrainingLabels.Of(T, p.Program.Format)) { Note = p => p.Program.HasEvening == true ? T["Evening classes"] : "" },
        new(T["Credential"], p => p.Program.Credential ?? T["not reported"]),
        new(T["What you need before"], p => p.Program.Prerequisites ?? T["not reported"]),
        Share(T, T["At work six months after leaving"], ComparedMeasure.EmploymentQ2, OutcomeFigure.EmployedQ2Of),
        Share(T, T["At work a year after leaving"], ComparedMeasure.EmploymentQ4, OutcomeFigure.EmployedQ4Of),
        new(T["Earnings in a quarter, six months after leaving"], p => FigureText.Money(T, ProgramComparison.Of(p, ComparedMeasure.Earnings))) { Measure = ComparedMeasure.Earnings, Note = p => Earnings(T, p) },
        Share(T, T["Completed the program"], ComparedMeasure.Completion, OutcomeFigure.Exited),
        Share(T, T["Got the credential"], ComparedMeasure.Credentials, OutcomeFigure.CredentialsOf),
        new(T["Whose results"], p => p.Results is { } results ? ResultText.Whose(T, results) : T["not reported"]),
        new(T["On an in-demand list"], p => p.IsInDemand ? T["On the state's list of what is in demand"] : T["Not on a list of what is in demand that is loaded here"]),
    ];

    /// <summary>What people of the programs earn beside what the wanted occupation pays in the middle of an area.</summary>
    public static IReadOnlyList<CompareRow> Against(IStringLocalizer<Words> T, TargetWage target) =>
    [
        new(T["Median pay a year of the wanted occupation"], _ => FigureWords.Dollars(T, target.Median)) { Note = _ => $"{target.Title}, {target.Area.Name}" },
        new(T["Earnings beside that pay"], p => Above(T, target.Above(p))) { Note = p => p.Results?.EarningsKind == EarningsKind.Mean ? T["an average beside a median: a few high earners raise an average"] : "" },
    ];

    private static string Above(IStringLocalizer<Words> T, double? share) => share switch
    {
        null => T["cannot be said"],
        var s when Math.Round(Math.Abs(s.Value), 2) == 0 => T["about the same"],
        > 0 => T["about {0} more", share.Value.ToString("P0", CultureInfo.CurrentCulture)],
        _ => T["about {0} less", (-share.Value).ToString("P0", CultureInfo.CurrentCulture)],
    };

    private static CompareRow Share(IStringLocalizer<Words> T, string name, ComparedMeasure measure, OutcomeFigure of) =>
        new(name, p => FigureText.Percent(T, ProgramComparison.Of(p, measure)))
        {
            Measure = measure,
            IsShare = true,
            Note = p => p.Results?.Of(of).Value is { } people ? T["of {0} people", FigureText.Count(T, Figure.Of(people))] : "",
        };

    private static string Parts(IStringLocalizer<Words> T, TrainingProgram program)
    {
        var tuition = program.Of(ProgramFigure.Tuition);
        return tuition.HasValue ? T["tuition {0}", FigureText.Money(T, tuition)] : "";
    }

    private static string Earnings(IStringLocalizer<Words> T, ProgramProfile profile)
    {
        if (profile.Results is not { } results || !results.Of(OutcomeFigure.Earnings).HasValue)
            return "";
        var year = FigureText.Money(T, YearlyEarnings.Of(results.Of(OutcomeFigure.Earnings)));
        var text = results.EarningsKind == EarningsKind.Mean ? T["average; about {0} in a year", year] : T["median; about {0} in a year", year];
        return results.Of(OutcomeFigure.EarningsOf).Value is { } people ? text + "; " + T["of {0} people", FigureText.Count(T, Figure.Of(people))] : text;
    }
}
