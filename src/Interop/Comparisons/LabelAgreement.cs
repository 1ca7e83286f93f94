namespace Trellis.Interop.Comparisons;

/// <summary>
/// How far two labellers agree on which pairs say the same: the share on which they do, and Cohen's kappa, which is 0 for agreement by
/// chance and 1 for full agreement. docs/formulas.md, "Statement likeness".
/// </summary>
public sealed record LabelAgreement(int Pairs, double Agreed, double Kappa)
{
    /// <summary>Null where no pair was labelled by two.</summary>
    public static LabelAgreement? Of(IEnumerable<LabelledPair> pairs)
    {
        var both = pairs.Where(p => p.ByTwo is not null).Select(p => (First: LabelledPair.Means(p.ByTwo!.Value.First), Second: LabelledPair.Means(p.ByTwo!.Value.Second))).ToList();
        if (both.Count == 0)
            return null;
        var agreed = both.Average(b => b.First == b.Second ? 1.0 : 0);
        var (first, second) = (both.Average(b => b.First ? 1.0 : 0), both.Average(b => b.Second ? 1.0 : 0));
        var chance = first * second + (1 - first) * (1 - second);
        return new(both.Count, agreed, chance >= 1 ? 1 : (agreed - chance) / (1 - chance));
    }
}
