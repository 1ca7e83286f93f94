namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>What a value in a worksheet rates; a statement has at most one value of each measure in a column.</summary>
public enum WorksheetMeasure
{
    /// <summary>How deeply a course teaches it, 0 to 4.</summary>
    Depth,

    /// <summary>The level that a credential requires, 0 to 4.</summary>
    Required,

    /// <summary>The level that a credential tests, 0 to 4.</summary>
    Assessed,

    /// <summary>How important it is to the job, 0 to 4.</summary>
    Importance,

    /// <summary>The level that a job needs, 0 to 4.</summary>
    Level,

    /// <summary>How often the job needs it, 0 to 4.</summary>
    Frequency,

    /// <summary>The level that a person has, 0 to 4.</summary>
    Has,
}

/// <summary>A value that somebody wrote beside a statement; an emptied one stays without a value, so that others learn of it.</summary>
public sealed record KeptCell
{
    public const int Highest = 4;

    public required Guid WorksheetId { get; init; }

    public required int ColumnNumber { get; init; }

    public required WorksheetMeasure Measure { get; init; }

    public required Guid StatementId { get; init; }

    /// <summary>0 to 4; null where it was emptied.</summary>
    public int? Value { get; init; }

    /// <summary>1 for the first value, one more with each change.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }
}

/// <summary>Where a value stands in a worksheet.</summary>
public readonly record struct CellPlace(int Column, WorksheetMeasure Measure, Guid Statement);

/// <summary>A value that somebody wants to write, and the revision of the cell that was seen: 0 for one that was never filled.</summary>
public sealed record CellEdit(CellPlace Place, int? Value, int Seen);

/// <summary>
/// What a file brings into a worksheet: values, and columns that are new in it. <paramref name="Revision"/> is that of the worksheet for
/// which it was planned.
/// </summary>
public sealed record CellLoad(int Revision, IReadOnlyList<KeptColumn> Columns, IReadOnlyList<CellEdit> Edits);

/// <summary>What became of the edits: those that were saved, and those that came too late, each as the cell is now.</summary>
public sealed record CellsSaved(IReadOnlyList<KeptCell> Saved, IReadOnlyList<KeptCell> Late);
