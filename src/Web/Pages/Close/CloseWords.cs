using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Guidance.Closing;

namespace Trellis.Web.Pages.Close;

/// <summary>Ways to close gaps in the words of the page.</summary>
public static class CloseWords
{
    public static string Order(IStringLocalizer<Words> T, ClosingOrder order) => order switch
    {
        ClosingOrder.PerCost => T["Most closed for the cost"],
        ClosingOrder.PerWeek => T["Most closed in a week"],
        ClosingOrder.Most => T["Most closed in all"],
        ClosingOrder.Employment => T["Most people at work afterwards"],
        _ => T["Nearest"],
    };

    public static string Evidence(IStringLocalizer<Words> T, CoveredGap covered) => covered.Evidence switch
    {
        CoverEvidence.Words => T["its description speaks of it"],
        CoverEvidence.NamedOccupation => T["its provider names {0}, which asks for it", covered.Occupation],
        _ => T["its field of study prepares for {0}, which asks for it", covered.Occupation],
    };

    public static string Limit(IStringLocalizer<Words> T, LimitPoint point) => (point.Kind, point.IsMet) switch
    {
        (LimitKind.Distance, true) => T["It is within the miles you can travel, or online."],
        (LimitKind.Distance, false) => T["It is farther than you can travel."],
        (LimitKind.Distance, _) => T["How far it is from you is not known."],
        (LimitKind.Evening, true) => T["It has classes in the evening."],
        (LimitKind.Evening, false) => T["It has no classes in the evening."],
        (LimitKind.Evening, _) => T["The list does not say whether it has classes in the evening."],
        (_, true) => T["It has child care."],
        (_, false) => T["It has no child care."],
        _ => T["The list does not say whether it has child care."],
    };

    /// <summary>The share of all gaps, by weight, that is closed.</summary>
    public static string Share(double closes, double all) => (all <= 0 ? 0 : closes / all).ToString("P0", CultureInfo.CurrentCulture);
}
