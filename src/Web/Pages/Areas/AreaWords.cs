using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Web.Pages.Areas;

/// <summary>Areas, and figures that only their pages show, in words.</summary>
public static class AreaWords
{
    public static string Of(IStringLocalizer<Words> T, AreaKind kind) => kind switch
    {
        AreaKind.Nation => T["Nation"],
        AreaKind.State => T["State or territory"],
        AreaKind.Metro => T["Metropolitan area"],
        AreaKind.Nonmetro => T["Nonmetropolitan area"],
        AreaKind.County => T["County"],
        _ => T["Saved region"],
    };

    /// <summary>The name of an area in the language of the page, where it has one of its own there.</summary>
    public static string Of(IStringLocalizer<Words> T, Area area) => area.Kind == AreaKind.Nation ? T["United States"] : area.Name;

    /// <summary>A change of jobs with its sign.</summary>
    public static string Change(IStringLocalizer<Words> T, Figure jobs) => jobs.Value is { } value
        ? (value > 0 ? "+" : "") + Math.Round(value, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture).Replace('-', '−')
        : FigureWords.Why(T, jobs.State);

    public static string Quotient(IStringLocalizer<Words> T, Figure quotient) => quotient.Value is { } value
        ? value.ToString("N2", CultureInfo.CurrentCulture) : FigureWords.Why(T, quotient.State);
}
