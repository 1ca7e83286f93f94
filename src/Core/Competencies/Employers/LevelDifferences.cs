namespace Trellis.Core.Competencies.Employers;

/// <summary>How far two sources of levels are apart over the statements that both rated.</summary>
/// <param name="Compared">How many statements both rated.</param>
/// <param name="Distance">The mean of the differences without their sign, in levels; null where none was compared.</param>
/// <param name="Shift">The mean of the differences, above 0 where the first asks for more; null where none was compared.</param>
public sealed record LevelDistance(int Compared, double? Distance, double? Shift)
{
    public static LevelDistance Of(IReadOnlyCollection<int> differences) => differences.Count == 0
        ? new(0, null, null)
        : new(differences.Count, differences.Average(d => Math.Abs(d)), differences.Average());
}

/// <summary>How one employer stands to another.</summary>
public sealed record EmployerPair(RatingEmployer First, RatingEmployer Second, LevelDistance Distance);

/// <summary>A statement at two levels; <paramref name="There"/> is null where the other side does not ask for it.</summary>
public sealed record LevelChange(Guid Statement, int Here, int? There);

/// <summary>
/// Differences of needed levels: between employers, from their consensus, and from what another profile asks for.
/// docs/formulas.md, "Consensus of employers". Pure.
/// </summary>
public static class LevelDifferences
{
    /// <summary>How one employer stands to the consensus, in which its own answers count too.</summary>
    public static LevelDistance FromConsensus(EmployerAnalysis analysis, Consensus consensus, RatingEmployer employer) => LevelDistance.Of([.. consensus.Items
        .Select(i => analysis.Rating(i.Statement, employer.Number).Level - i.Level).OfType<int>()]);

    /// <summary>Every two employers, in the order of the worksheet.</summary>
    public static IEnumerable<EmployerPair> Pairs(EmployerAnalysis analysis) => analysis.Employers.SelectMany((first, i) => analysis.Employers.Skip(i + 1)
        .Select(second => new EmployerPair(first, second, LevelDistance.Of([.. analysis.Opinions
            .Select(o => analysis.Rating(o.Statement, first.Number).Level - analysis.Rating(o.Statement, second.Number).Level).OfType<int>()]))));

    /// <summary>
    /// Where the consensus and another profile ask for different levels, the farthest first. What too few employers rated is not
    /// compared; what they do not need stands at 0, and what the other does not ask for counts as 0 in the order.
    /// </summary>
    public static IEnumerable<LevelChange> FromProfile(Consensus consensus, IReadOnlyDictionary<Guid, int> levels) => consensus.Items
        .Where(i => i.State is ConsensusState.Needed or ConsensusState.NotNeeded)
        .Select(i => new LevelChange(i.Statement, i.State == ConsensusState.Needed ? i.Level!.Value : 0, levels.TryGetValue(i.Statement, out var level) ? level : null))
        .Where(c => c.Here != (c.There ?? 0))
        .OrderByDescending(c => Math.Abs(c.Here - (c.There ?? 0)));
}
