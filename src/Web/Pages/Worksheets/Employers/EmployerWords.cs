using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies.Employers;

namespace Trellis.Web.Pages.Worksheets.Employers;

/// <summary>What readers call the parts of an employer analysis.</summary>
public static class EmployerWords
{
    /// <summary>How far the employers agree on a measure.</summary>
    public static string Agreement(IStringLocalizer<Words> T, EmployerMeasure measure) => measure switch
    {
        EmployerMeasure.Importance => T["Agreement on importance (Fleiss’ kappa)"],
        EmployerMeasure.Level => T["Agreement on the level (Fleiss’ kappa)"],
        _ => T["Agreement on frequency (Fleiss’ kappa)"],
    };

    /// <summary>At the head of a column.</summary>
    public static string Head(IStringLocalizer<Words> T, EmployerMeasure measure) => measure switch
    {
        EmployerMeasure.Importance => T["Importance"],
        EmployerMeasure.Level => T["Level asked"],
        _ => T["Frequency"],
    };

    public static string Of(IStringLocalizer<Words> T, ConsensusState state) => state switch
    {
        ConsensusState.Needed => T["Needed"],
        ConsensusState.NotNeeded => T["Not needed"],
        ConsensusState.TooFew => T["Too few rated it"],
        _ => T["Nobody rated it"],
    };
}
