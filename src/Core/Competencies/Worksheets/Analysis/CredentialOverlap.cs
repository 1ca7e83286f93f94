namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>What two credentials have in common: statements that both have at level 1 or above. docs/formulas.md, "Overlap of credentials". Pure.</summary>
/// <param name="Shared">How many statements both have.</param>
/// <param name="Either">How many at least one of them has.</param>
public sealed record CredentialOverlap(int One, int Other, int Shared, int Either)
{
    /// <summary>The share of what either has that both have, 0 to 1; null where neither has anything.</summary>
    public double? Jaccard => Either == 0 ? null : (double)Shared / Either;

    /// <summary>Every two columns, the first before the second.</summary>
    public static List<CredentialOverlap> Of(RatingGrid grid)
    {
        var sets = Enumerable.Range(0, grid.Columns).Select(c => Enumerable.Range(0, grid.Rows.Count).Where(r => grid.Reaches(r, c)).ToHashSet()).ToList();
        var overlaps = new List<CredentialOverlap>();
        for (var one = 0; one < sets.Count; one++)
        {
            for (var other = one + 1; other < sets.Count; other++)
            {
                var shared = sets[one].Count(sets[other].Contains);
                overlaps.Add(new(one, other, shared, sets[one].Count + sets[other].Count - shared));
            }
        }
        return overlaps;
    }
}
