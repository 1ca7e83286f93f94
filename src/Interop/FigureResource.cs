using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>
/// A figure of a source: its number, or why there is none. State is one of value, top-coded, suppressed, not-reported, not-applicable; a
/// missing number is never zero.
/// </summary>
public sealed record FigureResource(double? Value, string State)
{
    public static FigureResource Of(Figure figure) => new(figure.Value, figure.State switch
    {
        FigureState.Value => "value",
        FigureState.TopCoded => "top-coded",
        FigureState.Suppressed => "suppressed",
        FigureState.NotApplicable => "not-applicable",
        _ => "not-reported",
    });

    /// <summary>Cents as dollars.</summary>
    public static FigureResource Dollars(Figure cents) => Of(cents.Value is { } value ? cents with { Value = value / 100 } : cents);
}
