using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>Results of programs in words, each share with the number of people it is a share of.</summary>
public static class ResultText
{
    /// <summary>"89 % of 299 people"; the share alone where the number of people is not known.</summary>
    public static string Share(IStringLocalizer<Words> T, ProgramOutcome results, OutcomeFigure share, OutcomeFigure of) =>
        results.Of(share) is { HasValue: true } known && results.Of(of).Value is { } people
            ? T["{0} of {1} people", FigureText.Percent(T, known), people.ToString("N0", CultureInfo.CurrentCulture)]
            : FigureText.Percent(T, results.Of(share));

    public static string EarningsLabel(IStringLocalizer<Words> T, EarningsKind kind) =>
        kind == EarningsKind.Mean ? T["Average earnings in a quarter"] : T["Median earnings in a quarter"];

    /// <summary>Whose results they are and of which time.</summary>
    public static string Whose(IStringLocalizer<Words> T, ProgramOutcome results)
    {
        var who = results.Population == Population.Wioa ? T["people whose training WIOA paid"] : T["all students"];
        var what = results.ProgramId is null ? T["of all programs of this provider in the field of study"] : T["of this program"];
        return results.Period.Length > 0 ? $"{who}, {what}; {results.Period}" : $"{who}, {what}; {T["the source names no period"]}";
    }
}
