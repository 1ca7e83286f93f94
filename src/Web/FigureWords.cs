using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;

namespace Trellis.Web;

/// <summary>Figures of sources as a reader sees them: the number in the form of the language, or why there is none. A missing figure is never a zero.</summary>
public static class FigureWords
{
    private const double Cents = 100;

    /// <summary>Cents as whole dollars: "$93,600", "$239,200 or more".</summary>
    public static string Dollars(IStringLocalizer<Words> T, Figure cents) => Said(T, cents, v => "$" + Math.Round(v / Cents, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>Cents as dollars and cents: "$45.00".</summary>
    public static string Pay(IStringLocalizer<Words> T, Figure cents) => Said(T, cents, v => "$" + (v / Cents).ToString("N2", CultureInfo.CurrentCulture));

    public static string Count(IStringLocalizer<Words> T, Figure count) => Said(T, count, v => v.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>A number that is per cent already: "4.9%", with its sign where it tells a change.</summary>
    public static string Percent(IStringLocalizer<Words> T, Figure percent, bool isChange = false) => Said(T, percent,
        v => (isChange && v > 0 ? "+" : "") + (v / 100).ToString("P1", CultureInfo.CurrentCulture));

    public static string Why(IStringLocalizer<Words> T, FigureState state) => state switch
    {
        FigureState.Suppressed => T["withheld by the source"],
        FigureState.NotApplicable => T["does not apply"],
        _ => T["not reported"],
    };

    /// <summary>The number in the given form, marked where it is a bound; else why there is none.</summary>
    public static string Said(IStringLocalizer<Words> T, Figure figure, Func<double, string> write) => figure switch
    {
        { Value: { } value, State: FigureState.TopCoded } => T["{0} or more", write(value)],
        { Value: { } value } => write(value),
        _ => Why(T, figure.State),
    };
}
