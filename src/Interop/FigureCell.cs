using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>A cell that holds a number or a sign in its place, as a figure.</summary>
internal static class FigureCell
{
    /// <summary>
    /// The figure of a cell: a number, with or without dollar and thousands signs and a per cent sign at its end; a bound such as
    /// "&gt;=$239,200"; or one of the signs. Null where it is none of these.
    /// </summary>
    public static Figure? Read(string text, IReadOnlyDictionary<string, FigureState> signs)
    {
        if (signs.TryGetValue(text, out var state))
            return new Figure(null, state);
        var isBound = text.StartsWith(">=", StringComparison.Ordinal) || text.StartsWith('≥');
        var number = (isBound ? text.TrimStart('>', '=', '≥') : text).Trim().TrimEnd('%');
        if (!double.TryParse(number.Replace("$", "", StringComparison.Ordinal), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return null;
        return isBound ? Figure.TopCoded(value) : Figure.Of(value);
    }

    public static Figure Times(this Figure figure, double factor) => figure.Value is { } value ? figure with { Value = value * factor } : figure;

    /// <summary>The number rounded to a whole one, for a column of whole numbers; null where there is none.</summary>
    public static int? Whole(this Figure figure) => figure.Value is { } value && Math.Abs(value) < int.MaxValue ? (int)Math.Round(value, MidpointRounding.AwayFromZero) : null;
}
