namespace Trellis.Core.Guidance;

/// <summary>
/// A first guess at what a person can do from the jobs they held; always marked as an estimate, and any rating takes its place.
/// docs/formulas.md, "Levels from work history". Pure.
/// </summary>
public static class WorkHistory
{
    /// <summary>After so many months in a job one does it as it is done.</summary>
    private const double FullPractice = 24;

    /// <summary>After so many years half of what can fade has faded.</summary>
    private const double HalfLife = 10;

    private const double PracticeAtStart = 0.6, PracticeUnknown = 0.8, LeftForEver = 0.5, RecencyUnknown = 0.75;

    /// <summary>The level of an element, 0 to 4, that the jobs let one expect: the highest that any of them does; null where none tells.</summary>
    public static double? Estimate(SkillTable table, IEnumerable<PastJob> jobs, int column, int year)
    {
        double? best = null;
        foreach (var job in jobs)
        {
            var row = table.Row(job.OnetSoc);
            if (row >= 0 && table.IsRated(row, column))
                best = Math.Max(best ?? 0, table.Need(row, column) * Kept(job, year));
        }
        return best;
    }

    /// <summary>The share of what a job asks for that somebody has who held it, 0 to 1.</summary>
    public static double Kept(PastJob job, int year)
    {
        var practice = job.Months is { } months ? PracticeAtStart + (1 - PracticeAtStart) * Math.Min(1, months / FullPractice) : PracticeUnknown;
        var recency = job switch
        {
            { IsCurrent: true } => 1,
            { EndYear: { } end } => LeftForEver + (1 - LeftForEver) * Math.Pow(2, -Math.Max(0, year - end) / HalfLife),
            _ => RecencyUnknown,
        };
        return practice * recency;
    }
}
