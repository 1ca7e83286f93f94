using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;

namespace Trellis.Interop.Worksheets;

/// <summary>A column of a filled worksheet: what it is for, the name that somebody wrote over it, and the levels by statement.</summary>
public sealed record FilledColumn(string Role, string Name, IReadOnlyDictionary<Guid, int> Levels)
{
    /// <summary>What the columns beside it say of the same statements, by their role: "importance", "frequency".</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, int>> Further { get; init; } = new Dictionary<string, IReadOnlyDictionary<Guid, int>>();
}

/// <summary>Words that somebody wrote beside a statement, such as evidence; the role is that of the column.</summary>
public sealed record FilledWords(Guid Statement, string Role, string Text);

/// <summary>
/// A worksheet that came back: over which version of which framework, and what was written into it. Columns without a level are not in it.
/// <paramref name="Statements"/> are all that could be rated, in the order of the file.
/// </summary>
public sealed record FilledWorksheet(
    WorksheetKind Kind,
    Guid Framework,
    string Version,
    IReadOnlyList<Guid> Statements,
    IReadOnlyList<FilledColumn> Columns)
{
    public IReadOnlyList<FilledWords> Words { get; init; } = [];

    /// <summary>What was wrong with single cells and rows; they were left out.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>How many further problems there were.</summary>
    public int MoreProblems { get; init; }
}
