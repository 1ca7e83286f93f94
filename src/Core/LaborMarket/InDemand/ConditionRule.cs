using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>
/// Holds a figure against a threshold: docs/formulas.md, "In-demand rules". Numbers that agree in nine digits count as equal, so that
/// 0.9 times 0.01 is not above 0.009. A top-coded figure is decided where its bound decides it. Pure.
/// </summary>
internal static class ConditionRule
{
    private const double SameShare = 1e-9;

    public static Verdict Of(Comparison comparison, Figure value, Figure threshold)
    {
        if (value.Value is not { } left || threshold.Value is not { } right)
            return Verdict.NotJudged;
        var order = Math.Abs(left - right) <= SameShare * Math.Max(Math.Abs(left), Math.Abs(right)) ? 0 : left.CompareTo(right);
        var (leftMayRise, rightMayRise) = (value.State == FigureState.TopCoded, threshold.State == FigureState.TopCoded);
        var holds = Holds(comparison, order);
        // A higher value could turn a refusal by "at least" and an acceptance by "at most"; a higher threshold the reverse.
        var wantsMore = comparison is Comparison.AtLeast or Comparison.Above;
        var mayTurn = holds == wantsMore ? rightMayRise : leftMayRise;
        return mayTurn ? Verdict.NotJudged : holds ? Verdict.Passed : Verdict.Failed;
    }

    private static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.AtLeast => order >= 0,
        Comparison.Above => order > 0,
        Comparison.AtMost => order <= 0,
        _ => order < 0,
    };
}
