namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Tells statements apart that share their words but not what is done: "Asks for feedback", "Gives feedback when asked". Symmetric
/// and pure: docs/formulas.md, "Statement likeness".
/// </summary>
internal static class DeedRule
{
    /// <summary>The deed of each is named in the other, but not as its deed.</summary>
    internal const double ExchangedFactor = 0.6;

    /// <summary>The deed of one is named in the other, which does something else.</summary>
    internal const double OtherDeedFactor = 0.75;

    /// <summary>1 where nothing tells the deeds apart.</summary>
    public static double Factor(StatementWords left, StatementWords right, List<WordMatch> matches)
    {
        if (left.Deeds.Count == 0 || right.Deeds.Count == 0)
            return 1;
        var fromLeft = matches.FindAll(m => IsDeed(left, m.Left));
        var fromRight = matches.FindAll(m => IsDeed(right, m.Right));
        if (fromLeft.Count == 0 && fromRight.Count == 0 || fromLeft.Exists(fromRight.Contains))
            return 1;
        if (fromLeft.Count > 0 && fromRight.Count > 0)
            return fromLeft.Exists(one => fromRight.Exists(other => AreConverse(left, right, one, other))) ? 1 : ExchangedFactor;
        return (fromLeft.Count == 0 ? left : right).Deeds[0].IsLight ? 1 : OtherDeedFactor;
    }

    private static bool IsDeed(StatementWords words, int index) => words.Deeds.Exists(d => d.Index == index);

    /// <summary>"Confirms it by repeating" and "repeats to confirm it" are one deed.</summary>
    private static bool AreConverse(StatementWords left, StatementWords right, WordMatch fromLeft, WordMatch fromRight) =>
        (right.IsAfter(fromLeft.Right, "to") && left.IsAfter(fromRight.Left, "by"))
        || (right.IsAfter(fromLeft.Right, "by") && left.IsAfter(fromRight.Left, "to"));
}
