namespace Trellis.Core.Occupations;

/// <summary>
/// An activity common to several occupations, below a generalized work activity of the content model. Source: O*NET database, DWA
/// Reference and IWA Reference.
/// </summary>
public sealed class DetailedActivity
{
    public required int ReleaseKey { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>The generalized activity, such as 4.A.1.a.1.</summary>
    public required string ElementId { get; init; }

    /// <summary>The activity between the two, by its id and title.</summary>
    public required string GroupId { get; init; }
    public string GroupTitle { get; init; } = "";
}

/// <summary>That a task of an occupation is a case of a detailed activity. Source: O*NET database, Tasks to DWAs.</summary>
public sealed class TaskActivity
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required int TaskId { get; init; }
    public required string ActivityId { get; init; }
    public string? Date { get; init; }
    public string? Source { get; init; }
}

/// <summary>
/// A row of a file of the O*NET database that no other type of this area holds, with its cells as they were; so that nothing of a
/// release is lost and programs can read every table of it.
/// </summary>
public sealed class OnetRow
{
    public required int ReleaseKey { get; init; }

    /// <summary>The name of the table as O*NET's web services write it, "survey_booklet_locations".</summary>
    public required string Table { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>The cells, a JSON array of texts in the order of the table's columns.</summary>
    public required string Cells { get; init; }
}

/// <summary>A file of the O*NET database as it was loaded: its name and the names of its columns.</summary>
public sealed class OnetTable
{
    public required int ReleaseKey { get; init; }
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }
    public required int Rows { get; init; }
}
