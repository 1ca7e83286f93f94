namespace Trellis.Core.Competencies.Employers;

/// <summary>What employers say of a statement for a job, each from 0 to 4.</summary>
public enum EmployerMeasure
{
    /// <summary>From 0 (does not matter) to 4 (nobody can do the job without it).</summary>
    Importance,

    /// <summary>The level that the job needs on the first day, on the default scale.</summary>
    Level,

    /// <summary>From 0 (never) to 4 (every day).</summary>
    Frequency,
}

/// <summary>An employer that rates the statements of a model for a job.</summary>
/// <param name="Number">Tells employers apart: that of the column.</param>
/// <param name="Name">As the worksheet shows it.</param>
/// <param name="Weight">How much the answers count beside those of others, above 0: 1 unless somebody chose another.</param>
public sealed record RatingEmployer(int Number, string Name, double Weight = 1);

/// <summary>What one employer says of one statement; a measure without an answer is null and never 0.</summary>
public readonly record struct EmployerRating(int? Importance, int? Level, int? Frequency)
{
    public const int Highest = 4;

    public int? this[EmployerMeasure measure] => measure switch
    {
        EmployerMeasure.Importance => Importance,
        EmployerMeasure.Level => Level,
        _ => Frequency,
    };

    public bool IsEmpty => Importance is null && Level is null && Frequency is null;
}
