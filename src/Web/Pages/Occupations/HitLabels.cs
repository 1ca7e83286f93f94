using Microsoft.Extensions.Localization;
using Trellis.Core.Occupations.Search;

namespace Trellis.Web.Pages.Occupations;

/// <summary>How a page says what of an occupation was found.</summary>
public static class HitLabels
{
    /// <summary>The words before the text that was found; null where its name or code says it itself.</summary>
    public static string? Before(IStringLocalizer<Words> T, HitKind kind) => kind switch
    {
        HitKind.AlternateTitle => T["Also called:"].Value,
        HitKind.ReportedTitle => T["Workers call it:"].Value,
        HitKind.Abbreviation => T["Short form:"].Value,
        HitKind.Software => T["Software they use:"].Value,
        HitKind.Tool => T["Tool they use:"].Value,
        HitKind.Task => T["What they do:"].Value,
        _ => null,
    };
}
