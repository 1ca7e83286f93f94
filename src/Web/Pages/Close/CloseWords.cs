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

    /// <summary>The share of all gaps, by weight, that is closed.</summary>
    public static string Share(double closes, double all) => (all <= 0 ? 0 : closes / all).ToString("P0", CultureInfo.CurrentCulture);
}
