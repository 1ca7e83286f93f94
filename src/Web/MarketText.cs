using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Web;

/// <summary>Figures of the labor market in words: the number, or why there is none.</summary>
public static class MarketText
{
    /// <summary>Wages of a year in whole dollars; the figure is in cents.</summary>
    public static string Annual(IStringLocalizer<Words> T, Figure cents) => Of(T, cents, v => "$" + Whole(v / 100));

    /// <summary>Wages of an hour in dollars and cents; the figure is in cents.</summary>
    public static string Hourly(IStringLocalizer<Words> T, Figure cents) => Of(T, cents, v => "$" + (v / 100).ToString("N2", CultureInfo.CurrentCulture));

    public static string Count(IStringLocalizer<Words> T, Figure count) => Of(T, count, Whole);

    /// <summary>A change with its sign.</summary>
    public static string Change(IStringLocalizer<Words> T, Figure count) => Of(T, count, v => v > 0 ? "+" + Whole(v) : Whole(v).Replace('-', '−'));

    /// <summary>Per cents, the figure being per cents already.</summary>
    public static string Percent(IStringLocalizer<Words> T, Figure percent) => Of(T, percent, v => (v / 100).ToString("P1", CultureInfo.CurrentCulture));

    /// <summary>A rate as per cents: 0.02 is 2 %.</summary>
    public static string Rate(IStringLocalizer<Words> T, Figure rate) => Of(T, rate, v => v.ToString("P2", CultureInfo.CurrentCulture));

    public static string Quotient(IStringLocalizer<Words> T, Figure quotient) => Of(T, quotient, v => v.ToString("N2", CultureInfo.CurrentCulture));

    public static string Why(IStringLocalizer<Words> T, FigureState state) => state switch
    {
        FigureState.Suppressed => T["withheld"],
        FigureState.NotApplicable => T["does not apply"],
        _ => T["not reported"],
    };

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

    private static string Of(IStringLocalizer<Words> T, Figure figure, Func<double, string> show) => figure switch
    {
        { State: FigureState.TopCoded, Value: { } most } => T["{0} or more", show(most)],
        { Value: { } value } => show(value),
        _ => Why(T, figure.State),
    };

    private static string Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture);
}
