namespace Trellis.Core.Competencies.Worksheets;

/// <summary>
/// What is filled into a worksheet that goes out: the names over the courses, credentials or employers, and the numbers of each statement
/// from left to right. Of an employer there are three: level, importance, frequency.
/// </summary>
public sealed record FilledLevels(IReadOnlyList<string> Names, IReadOnlyDictionary<Guid, IReadOnlyList<int?>> Levels)
{
    /// <summary>The level of a statement in a column from 0; null where nobody wrote one.</summary>
    public int? Of(Guid statement, int column) => Levels.TryGetValue(statement, out var levels) && column < levels.Count ? levels[column] : null;
}
