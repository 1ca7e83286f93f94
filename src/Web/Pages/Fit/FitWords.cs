using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Web.Pages.Occupations;

namespace Trellis.Web.Pages.Fit;

/// <summary>What speaks for and against an occupation, in the words of the page.</summary>
public static class FitWords
{
    public static string Of(IStringLocalizer<Words> T, FitPoint point) => point.Kind switch
    {
        FitPointKind.SkillHeld => T["You have what it asks: {0}", point.Subject],
        FitPointKind.SkillShort => T["It asks for more: {0}, by {1} of 4 levels", point.Subject, point.Figure.Value!.Value.ToString("0.#", CultureInfo.CurrentCulture)],
        FitPointKind.InterestsAlike => T["It suits your interests ({0})", point.Subject],
        FitPointKind.InterestsApart => T["It suits other interests than yours ({0})", point.Subject],
        FitPointKind.PayEnough => T["The middle pay is enough: {0} a year", FigureWords.Dollars(T, point.Figure)],
        FitPointKind.PayShort => T["The middle pay is {0} a year below what you need", FigureWords.Dollars(T, point.Figure)],
        FitPointKind.PayUnknown => T["Pay here: {0}", FigureWords.Why(T, point.Figure.State)],
        FitPointKind.InDemand => T["In demand here"],
        FitPointKind.NotInDemand => T["Not in demand here"],
        FitPointKind.DemandUnknown => T["Whether it is in demand here is not known"],
        FitPointKind.PreparationHeld => T["You have the preparation that it usually needs"],
        FitPointKind.PreparationMore => T["It usually needs more: {0}", OccupationLabels.Zone(T, (int)point.Figure.Value!.Value).ToLower(CultureInfo.CurrentCulture)],
        FitPointKind.PreparationUnknown => T["How much preparation it needs is not known"],
        FitPointKind.NearJob => T["It is near your job"],
        FitPointKind.FarFromJob => T["It is far from your job"],
        FitPointKind.SkillsUnknown => T["Its skills have not been rated"],
        _ => T["Its interests have not been rated"],
    };

    /// <summary>How much a criterion counts.</summary>
    public static string Weight(IStringLocalizer<Words> T, int weight) => weight switch
    {
        0 => T["does not count"],
        1 => T["counts a little"],
        2 => T["counts"],
        3 => T["counts much"],
        _ => T["counts most"],
    };
}
