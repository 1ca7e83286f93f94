namespace Trellis.Core.Occupations;

/// <summary>
/// How a task of an occupation was rated on one scale: "IM" importance 1–5, "RT" share of workers for whom it is part of the job in per
/// cent, "FT" shares by frequency. Source: O*NET database, Task Ratings.
/// </summary>
public sealed class TaskRating
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required int TaskId { get; init; }
    public required string Scale { get; init; }

    /// <summary>The answer that the value is the share of, from 1; 0 where the scale has no categories.</summary>
    public int Category { get; init; }

    public required double Value { get; init; }
    public int? Raters { get; init; }
    public double? StandardError { get; init; }
    public double? LowerBound { get; init; }
    public double? UpperBound { get; init; }

    /// <summary>O*NET advises not to use it; null where it says nothing.</summary>
    public bool? IsUncertain { get; init; }
    public string? Date { get; init; }
    public string? Source { get; init; }
}
