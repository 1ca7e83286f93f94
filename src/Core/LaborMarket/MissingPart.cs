using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>A number that a formula needs and a source does not give: which one, and what the source says instead.</summary>
public readonly record struct MissingPart<TPart>(TPart Part, FigureState State);

/// <summary>Finds what keeps a formula from being worked out.</summary>
internal static class MissingParts
{
    /// <summary>
    /// The parts without an exact number, in the order given. A top-coded number is only a bound, so that no quotient or difference
    /// follows from it.
    /// </summary>
    public static List<MissingPart<TPart>> Of<TPart>(params ReadOnlySpan<(TPart Part, Figure Figure)> parts)
    {
        var missing = new List<MissingPart<TPart>>();
        foreach (var (part, figure) in parts)
        {
            if (figure is not { HasValue: true, State: FigureState.Value })
                missing.Add(new(part, figure.State == FigureState.Value ? FigureState.NotReported : figure.State));
        }
        return missing;
    }

    /// <summary>What a result is called that lacks these parts: suppressed where one of them is, else as the first.</summary>
    public static Figure Result<TPart>(List<MissingPart<TPart>> missing) =>
        missing.Exists(m => m.State == FigureState.Suppressed) ? Figure.Suppressed
        : missing[0].State == FigureState.NotApplicable ? Figure.NotApplicable
        : Figure.NotReported;
}
