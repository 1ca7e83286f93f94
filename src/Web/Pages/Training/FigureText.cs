using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>Figures of programs in words: the number, or why there is none.</summary>
public static class FigureText
{
    private const int CentsPerDollar = 100;

    /// <summary>Cents as whole dollars: "$13,965".</summary>
    public static string Money(IStringLocalizer<Words> T, Figure cents) => cents.Value is { } value
        ? "$" + Math.Round(value / CentsPerDollar, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture)
        : Why(T, cents.State);

    /// <summary>A share as whole per cents: "89 %" in the form of the language.</summary>
    public static string Percent(IStringLocalizer<Words> T, Figure share) => share.Value is { } value ? value.ToString("P0", CultureInfo.CurrentCulture) : Why(T, share.State);

    public static string Count(IStringLocalizer<Words> T, Figure count) => count.Value is { } value ? value.ToString("N0", CultureInfo.CurrentCulture) : Why(T, count.State);

    /// <summary>How long a program takes in weeks: "16 weeks", "4 to 11 weeks".</summary>
    public static string Weeks(IStringLocalizer<Words> T, TrainingProgram program) => program switch
    {
        { IsCompetencyBased: true } => T["ends when you can do it (competency-based)"],
        { WeeksLeast: { } least, WeeksMost: null } => T["{0} weeks or more", Number(least)],
        { WeeksLeast: 0, WeeksMost: { } most } => most == 1 ? T["up to 1 week"] : T["up to {0} weeks", Number(most)],
        { WeeksLeast: { } least, WeeksMost: { } most } when least == most => least == 1 ? T["1 week"] : T["{0} weeks", Number(least)],
        { WeeksLeast: { } least, WeeksMost: { } most } => T["{0} to {1} weeks", Number(least), Number(most)],
        _ => Why(T, program.Of(ProgramFigure.Weeks).State),
    };

    public static string Hours(IStringLocalizer<Words> T, TrainingProgram program) => program.Of(ProgramFigure.Hours) switch
    {
        { Value: { } hours } => T["{0} hours of class", Number(hours)],
        _ when program.IsCompetencyBased => T["no fixed hours (competency-based)"],
        var none => Why(T, none.State),
    };

    public static string Why(IStringLocalizer<Words> T, FigureState state) => state switch
    {
        FigureState.Suppressed => T["too few to show"],
        FigureState.NotApplicable => T["nobody to count"],
        _ => T["not reported"],
    };

    private static string Number(double number) => number.ToString("0.#", CultureInfo.CurrentCulture);
}
