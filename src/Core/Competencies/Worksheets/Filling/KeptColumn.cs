namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>What stands over a column of a kept worksheet: a course, a credential, an employer, a person.</summary>
public sealed record KeptColumn
{
    public const int LongestTitle = 200;

    public required Guid WorksheetId { get; init; }

    /// <summary>Its lasting name within the worksheet, from 1; never given to another.</summary>
    public required int Number { get; init; }

    /// <summary>Its place from the left, from 0.</summary>
    public required int Position { get; init; }

    public required string Title { get; init; }

    public ColumnDetails Details { get; init; } = new();

    /// <summary>Goes up with each change of its title or details, so that two people do not overwrite one another.</summary>
    public int Revision { get; init; }

    public bool IsRemoved { get; init; }

    /// <summary>The title behind the code, where there is one.</summary>
    public string FullTitle => Details.Code is { } code ? $"{code} {Title}" : Title;
}

/// <summary>What is told of a column beside its title; which fields count depends on the kind of worksheet.</summary>
public sealed record ColumnDetails
{
    public const int LongestWord = 200;
    public const int LongestText = 20_000;

    /// <summary>The number of a course, or the code of a credential.</summary>
    public string? Code { get; init; }

    /// <summary>The credits of a course, as its college writes them.</summary>
    public string? Credits { get; init; }

    /// <summary>When a course is taken: 1 in the first term. Courses of one term stand side by side.</summary>
    public int? Term { get; init; }

    /// <summary>The columns of the courses that have to be taken before this one, by their numbers.</summary>
    public IReadOnlyList<int> Requires { get; init; } = [];

    /// <summary>What a course or credential says of itself: description, outcomes.</summary>
    public string? Text { get; init; }

    /// <summary>Who awards a credential.</summary>
    public string? Issuer { get; init; }

    /// <summary>What sort of thing the column is: "license", "certification".</summary>
    public string? Kind { get; init; }

    /// <summary>How much the column counts beside others; 1 where nobody wrote it.</summary>
    public double? Weight { get; init; }
}
