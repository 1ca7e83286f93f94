using Trellis.Core.Competencies;

namespace Trellis.Core.Guidance.Closing;

/// <summary>Several programs that together close what matters.</summary>
/// <param name="Cents">What they cost together; null where one of them does not say.</param>
public sealed record ClosingSet(IReadOnlyList<ClosingOption> Options, double? Cents);

/// <summary>
/// The gaps that matter most, the smallest and the cheapest set of programs that closes as many of them as can be closed, and the gaps
/// that no program is known to close. docs/formulas.md, "Smallest combination". Pure.
/// </summary>
public sealed record ClosingPlan(IReadOnlyList<GapRow> Matters, ClosingSet Fewest, ClosingSet Cheapest, IReadOnlyList<GapRow> Open)
{
    /// <summary>A program of unknown cost is taken into the smallest set only where no other does the same, into the cheapest never.</summary>
    private const double UnknownCents = 1e12;

    public static ClosingPlan Of(IEnumerable<GapRow> gaps, IReadOnlyList<ClosingOption> options)
    {
        List<GapRow> matters = [.. gaps.Take(SmallestSet.MostExact)];
        var priced = options.Where(o => o.Cost.HasValue).ToList();
        var fewest = Set(options, SmallestSet.Of(Choices(options, matters), fewest: true));
        var cheapest = Set(priced, SmallestSet.Of(Choices(priced, matters), fewest: false));
        var closed = fewest.Options.SelectMany(Whole).ToHashSet(StringComparer.Ordinal);
        return new(matters, fewest, cheapest, [.. matters.Where(m => !closed.Contains(m.Requirement.Id))]);
    }

    private static IEnumerable<string> Whole(ClosingOption option) => option.Covers.Where(c => c.IsWhole).Select(c => c.Gap.Requirement.Id);

    private static List<CoverChoice> Choices(IReadOnlyList<ClosingOption> options, List<GapRow> matters) => [.. options.Select(o =>
    {
        var whole = Whole(o).ToHashSet(StringComparer.Ordinal);
        var bits = matters.Index().Aggregate(0u, (all, m) => whole.Contains(m.Item.Requirement.Id) ? all | 1u << m.Index : all);
        return new CoverChoice(bits, o.Cost.Value ?? UnknownCents);
    })];

    private static ClosingSet Set(IReadOnlyList<ClosingOption> options, IReadOnlyList<int> chosen)
    {
        List<ClosingOption> taken = [.. chosen.Select(c => options[c])];
        return new(taken, taken.TrueForAll(o => o.Cost.HasValue) ? taken.Sum(o => o.Cost.Value) : null);
    }
}
