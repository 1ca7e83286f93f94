using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Tests.LaborMarket;

/// <summary>Figures in tables of tests: "12.5", ">=90" top-coded, "*" suppressed, "-" not reported, "na" not applicable.</summary>
internal static class FigureText
{
    public static Figure FigureOf(string text) => text switch
    {
        "*" => Figure.Suppressed,
        "-" => Figure.NotReported,
        "na" => Figure.NotApplicable,
        _ when text.StartsWith(">=", StringComparison.Ordinal) => Figure.TopCoded(double.Parse(text[2..], CultureInfo.InvariantCulture)),
        _ => Figure.Of(double.Parse(text, CultureInfo.InvariantCulture)),
    };

    public static Figure[] Figures(string texts) => [.. texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FigureOf)];

    /// <summary>The same notation, numbers with at most four decimals.</summary>
    public static string Text(this Figure figure) => figure.State switch
    {
        FigureState.Suppressed => "*",
        FigureState.NotReported => "-",
        FigureState.NotApplicable => "na",
        _ => (figure.State == FigureState.TopCoded ? ">=" : "") + figure.Value!.Value.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
