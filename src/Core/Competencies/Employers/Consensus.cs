namespace Trellis.Core.Competencies.Employers;

/// <summary>What a consensus says of a statement.</summary>
public enum ConsensusState
{
    /// <summary>The job needs it, at the level that the consensus names.</summary>
    Needed,

    /// <summary>The employers rated it, and the job does not need it.</summary>
    NotNeeded,

    /// <summary>Fewer employers rated it than are asked for.</summary>
    TooFew,

    /// <summary>Nobody rated its level; nothing is known of it, which is not 0.</summary>
    NotRated,
}

/// <summary>The level and importance of a statement on which employers settle: docs/formulas.md, "Consensus of employers".</summary>
/// <param name="Statement">What is asked for.</param>
/// <param name="State">Whether it enters a profile.</param>
/// <param name="Level">0 to 4; null where too few rated it.</param>
/// <param name="Importance">0 to 4; null where too few rated that.</param>
/// <param name="Employers">How many rated the level.</param>
public sealed record ConsensusItem(Guid Statement, ConsensusState State, int? Level, int? Importance, int Employers);

/// <summary>The profile of a job on which employers settle. docs/formulas.md, "Consensus of employers". Pure.</summary>
public sealed record Consensus(int LeastRaters, IReadOnlyList<ConsensusItem> Items)
{
    /// <summary>One answer alone is no consensus.</summary>
    public const int UsualLeastRaters = 2;

    public IEnumerable<ConsensusItem> Needed => Items.Where(i => i.State == ConsensusState.Needed);

    public int Count(ConsensusState state) => Items.Count(i => i.State == state);

    /// <summary>Two answers are asked for, or one where there is but one employer.</summary>
    public static Consensus Of(EmployerAnalysis analysis) => Of(analysis, Math.Clamp(analysis.Employers.Count, 1, UsualLeastRaters));

    public static Consensus Of(EmployerAnalysis analysis, int leastRaters) => new(leastRaters, [.. analysis.Opinions.Select(o => Item(o, leastRaters))]);

    private static ConsensusItem Item(StatementOpinion opinion, int leastRaters)
    {
        var employers = opinion.Level?.Raters ?? 0;
        var importance = opinion.Importance is { } i && i.Raters >= leastRaters ? i.Agreed : (int?)null;
        return opinion.Level is not { } level ? new(opinion.Statement, ConsensusState.NotRated, null, importance, 0)
            : employers < leastRaters ? new(opinion.Statement, ConsensusState.TooFew, null, importance, employers)
            : new(opinion.Statement, level.Agreed == 0 || importance == 0 ? ConsensusState.NotNeeded : ConsensusState.Needed, level.Agreed, importance, employers);
    }
}
