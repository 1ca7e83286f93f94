using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// A figure of an area that is a set of counties, or of any whole, added up from its parts: docs/formulas.md, "Sum over counties".
/// Says how many parts are missing and why; only a sum of all parts is the figure of the whole. Pure.
/// </summary>
/// <param name="Published">The sum of the parts that have a number; null where none has.</param>
/// <param name="Parts">How many parts there are.</param>
/// <param name="Missing">The parts without a number, by their codes.</param>
public sealed record SumOfParts(double? Published, int Parts, IReadOnlyList<MissingPart<string>> Missing)
{
    /// <summary>Whether a part is only known to be at or above its number, so that the sum is too.</summary>
    public bool IsAtLeast { get; private init; }

    /// <summary>Whether every part has a number.</summary>
    public bool IsWhole => Parts > 0 && Missing.Count == 0;

    /// <summary>The sum where every part has a number; else why the whole has none.</summary>
    public Figure Whole => Parts == 0 ? Figure.NotApplicable
        : Missing.Count > 0 ? MissingParts.Result([.. Missing])
        : IsAtLeast ? Figure.TopCoded(Published!.Value) : Figure.Of(Published!.Value);

    public static SumOfParts Of(IEnumerable<(string Code, Figure Figure)> parts)
    {
        double? sum = null;
        var (count, atLeast, missing) = (0, false, new List<MissingPart<string>>());
        foreach (var (code, figure) in parts)
        {
            count++;
            atLeast |= figure.State == FigureState.TopCoded;
            if (figure.Value is { } value)
                sum = (sum ?? 0) + value;
            else
                missing.Add(new(code, figure.State));
        }
        return new(sum, count, missing) { IsAtLeast = atLeast };
    }
}
