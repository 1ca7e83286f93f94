namespace Trellis.Core.Competencies.Worksheets;

/// <summary>The figures of a filled worksheet, as docs/formulas.md tells under "Worksheets". A level that nobody wrote is null and never zero.</summary>
public static class WorksheetFigures
{
    /// <summary>The share of statements, 0 to 1, that have a level above 0; null where there is no statement.</summary>
    public static double? Coverage(IReadOnlyCollection<int?> levels) =>
        levels.Count == 0 ? null : (double)levels.Count(l => l > 0) / levels.Count;

    /// <summary>The mean of the levels that were written; null where none was.</summary>
    public static double? Average(IEnumerable<int?> levels) => levels.Average();

    /// <summary>How many levels a person lacks, never below 0; null where one of the two levels is not known.</summary>
    public static int? Gap(int? needed, int? has) => needed is { } n && has is { } h ? Math.Max(0, n - h) : null;

    /// <summary>The share of the needed levels, 0 to 1, that a person has, over statements where both are known; null where these need nothing.</summary>
    public static double? Readiness(IReadOnlyCollection<(int? Needed, int? Has)> levels)
    {
        var needed = levels.Sum(l => l.Has is null ? 0 : l.Needed ?? 0);
        return needed == 0 ? null : 1 - (double)levels.Sum(l => Gap(l.Needed, l.Has) ?? 0) / needed;
    }
}
