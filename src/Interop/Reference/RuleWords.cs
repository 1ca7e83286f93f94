using System.Globalization;
using System.Text.Json;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Interop.Reference;

/// <summary>The words of a rule file: names of measures and the like as "annual-growth", numbers as "0.9" and "80 %".</summary>
internal static class RuleWords
{
    private static readonly JsonNamingPolicy Kebab = JsonNamingPolicy.KebabCaseLower;

    public static string Of<T>(T value) where T : struct, Enum => Kebab.ConvertName(value.ToString());

    /// <summary>All words for a kind of thing, in order.</summary>
    public static string All<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    public static bool TryRead<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known) != word)
                continue;
            value = known;
            return true;
        }
        return false;
    }

    /// <summary>A number, or a number of percent; exact as written. Wages are in dollars there and in cents here.</summary>
    public static double? Number(string? text, Measure measure, Yardstick yardstick)
    {
        var isPercent = text?.EndsWith('%') == true;
        var digits = isPercent ? text![..^1].TrimEnd() : text;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        if (isPercent)
            number /= 100;
        return (double)(yardstick == Yardstick.None && measure.IsWage() ? number * 100 : number);
    }
}
