using Trellis.Core.Codes;

namespace Trellis.Core.Training;

/// <summary>What a program costs in all, in cents: docs/formulas.md, "Total cost of a program". Pure.</summary>
public static class TotalCost
{
    /// <summary>The total that the list gives, or the sum of its parts where all of them are known.</summary>
    /// <param name="stated">The total of the list.</param>
    /// <param name="parts">Tuition, fees, supplies and other costs.</param>
    public static Figure Of(Figure stated, params ReadOnlySpan<Figure> parts)
    {
        if (stated.HasValue)
            return stated;
        var sum = 0.0;
        foreach (var part in parts)
        {
            if (part.Value is not { } cents)
                return part;
            sum += cents;
        }
        return parts.Length == 0 ? stated : Figure.Of(sum);
    }

    /// <summary>What is known of the cost where the total is not: a sum of the parts that have a number, which the total is at least.</summary>
    public static double? AtLeast(params ReadOnlySpan<Figure> parts)
    {
        double? sum = null;
        foreach (var part in parts)
        {
            if (part.Value is { } cents)
                sum = (sum ?? 0) + cents;
        }
        return sum;
    }
}
