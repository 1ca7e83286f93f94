namespace Trellis.Core.Competencies.Employers;

/// <summary>
/// What all employers together say of one statement: docs/formulas.md, "Employer analysis". A measure that nobody rated is null.
/// </summary>
public sealed record StatementOpinion(Guid Statement, MeasureSummary? Importance, MeasureSummary? Level, MeasureSummary? Frequency)
{
    /// <summary>Half way between working knowledge and fairly knowledgeable, of 4.</summary>
    public const double LeastCritical = 0.625;

    public bool IsRated => Importance is not null || Level is not null || Frequency is not null;

    /// <summary>How much hangs on it, 0 to 1: importance, level and frequency multiplied and brought back to one scale; null where one of them was not rated.</summary>
    public double? Criticality => Importance is { } i && Level is { } l && Frequency is { } f ? Math.Cbrt(i.Mean * l.Mean * f.Mean) / EmployerRating.Highest : null;

    public bool IsCritical => Criticality >= LeastCritical;

    /// <summary>How far the employers are apart: the largest spread of the three measures, in levels; null where no measure has two answers.</summary>
    public double? Apart => new[] { Importance, Level, Frequency }.Where(m => m?.Raters > 1).Max(m => m?.Spread);

    public MeasureSummary? this[EmployerMeasure measure] => measure switch
    {
        EmployerMeasure.Importance => Importance,
        EmployerMeasure.Level => Level,
        _ => Frequency,
    };
}
