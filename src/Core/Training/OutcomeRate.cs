using Trellis.Core.Codes;

namespace Trellis.Core.Training;

/// <summary>The share of people whom something became true of: docs/formulas.md, "Outcome rates". Pure.</summary>
public static class OutcomeRate
{
    /// <summary>
    /// The rate that the source gives; else the count divided by the source's own denominator. Nobody to count makes the rate not
    /// applicable; a count or denominator that is withheld makes the rate withheld; more people than there were makes it not reported.
    /// </summary>
    public static Figure Of(Figure stated, Figure count, Figure of)
    {
        if (stated.State != FigureState.NotReported)
            return stated;
        if (of.Value is 0)
            return Figure.NotApplicable;
        if (count.State == FigureState.Suppressed || of.State == FigureState.Suppressed)
            return Figure.Suppressed;
        return count.Value is { } part && of.Value is { } all && part <= all ? Figure.Of(part / all) : Figure.NotReported;
    }

    /// <summary>A count beside its rate: withheld where the rate is, so that nobody can work out what the source would not say.</summary>
    public static Figure CountBeside(Figure rate, Figure count) => rate.State == FigureState.Suppressed ? Figure.Suppressed : count;
}
