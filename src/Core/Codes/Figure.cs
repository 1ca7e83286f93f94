namespace Trellis.Core.Codes;

/// <summary>What a source says about a number that it could have published.</summary>
public enum FigureState
{
    /// <summary>The number itself.</summary>
    Value,

    /// <summary>At or above the number, which is as high as the source publishes.</summary>
    TopCoded,

    /// <summary>Known to the source and withheld, to protect those it describes or because it is too uncertain.</summary>
    Suppressed,

    /// <summary>The source has no number.</summary>
    NotReported,

    /// <summary>There can be no such number, as an hourly wage where only annual ones are paid.</summary>
    NotApplicable,
}

/// <summary>
/// A number from a source, or why there is none. A missing number is never zero and never adds to a sum in silence.
/// <paramref name="Value"/> is there for <see cref="FigureState.Value"/> and <see cref="FigureState.TopCoded"/> only.
/// </summary>
public readonly record struct Figure(double? Value, FigureState State)
{
    public static readonly Figure NotReported = new(null, FigureState.NotReported);
    public static readonly Figure Suppressed = new(null, FigureState.Suppressed);
    public static readonly Figure NotApplicable = new(null, FigureState.NotApplicable);

    public bool HasValue => Value is not null;

    public static Figure Of(double value) => new(value, FigureState.Value);

    public static Figure TopCoded(double value) => new(value, FigureState.TopCoded);

    /// <summary>The number as a column holds it, with the state that a row's marks hold; a number without a state that allows one is dropped.</summary>
    public static Figure From(double? column, FigureState state) =>
        state is FigureState.Value or FigureState.TopCoded ? new(column, column is null ? FigureState.NotReported : state) : new(null, state);
}

/// <summary>The states of the figures of one row in a fixed order, one letter each, so that a row needs one column for all of them.</summary>
public static class FigureMarks
{
    private const string Letters = "vtsnx";

    public static string Write(params ReadOnlySpan<FigureState> states) =>
        string.Create(states.Length, states, static (text, all) =>
        {
            for (var i = 0; i < all.Length; i++)
                text[i] = Letters[(int)all[i]];
        });

    /// <summary>The state of the figure at this place; not reported where the row has no mark for it.</summary>
    public static FigureState At(string marks, int place) =>
        place < marks.Length && Letters.IndexOf(marks[place], StringComparison.Ordinal) is >= 0 and var state ? (FigureState)state : FigureState.NotReported;
}
