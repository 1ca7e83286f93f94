namespace Trellis.Core.Training;

/// <summary>What the order of a program depends on.</summary>
public sealed record RankedProgram(int ReleaseKey, string Id, string Name)
{
    /// <summary>2 where the provider names the occupation looked for, 1 where the crosswalk does, 0 where none is looked for.</summary>
    public int Fit { get; init; }

    /// <summary>How many of the words looked for stand in the name.</summary>
    public int WordsInName { get; init; }
    public double? Miles { get; init; }
    public int? Cost { get; init; }
    public double? Weeks { get; init; }
    public double? Employment { get; init; }
    public int? Earnings { get; init; }
}

/// <summary>
/// The order of programs: docs/formulas.md, "Order of training programs". Nothing is weighed: one thing after the other decides, what is
/// not known stands last, and equal programs stand by name and number. Pure.
/// </summary>
public static class ProgramRanking
{
    public static IReadOnlyList<RankedProgram> Order(IEnumerable<RankedProgram> programs, ProgramOrder order)
    {
        var first = order switch
        {
            ProgramOrder.Cost => programs.OrderBy(p => p.Cost ?? double.MaxValue),
            ProgramOrder.Length => programs.OrderBy(p => p.Weeks ?? double.MaxValue),
            ProgramOrder.Employment => programs.OrderByDescending(p => p.Employment ?? -1),
            ProgramOrder.Earnings => programs.OrderByDescending(p => p.Earnings ?? -1),
            ProgramOrder.Distance => programs.OrderBy(p => p.Miles ?? double.MaxValue),
            _ => programs.OrderByDescending(p => p.Fit),
        };
        return [.. first.ThenByDescending(p => p.Fit).ThenByDescending(p => p.WordsInName)
            .ThenBy(p => p.Miles ?? double.MaxValue).ThenByDescending(p => p.Employment ?? -1).ThenBy(p => p.Cost ?? double.MaxValue)
            .ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }
}
