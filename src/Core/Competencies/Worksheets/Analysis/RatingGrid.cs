namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>
/// The levels of a filled worksheet, 0 to 4, by statement and column; a level that nobody wrote is null and never zero. Its statements
/// are numbered from 0 in the order of their blocks. Pure.
/// </summary>
public sealed class RatingGrid
{
    private const sbyte Nothing = -1;

    private readonly sbyte[][] _levels;

    /// <summary>An empty grid.</summary>
    /// <param name="blocks">The blocks with their statements.</param>
    /// <param name="columns">How many columns there are.</param>
    public RatingGrid(IReadOnlyList<WorksheetBlock> blocks, int columns)
    {
        (Blocks, Rows) = (blocks, [.. blocks.SelectMany(b => b.Rows)]);
        _levels = [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Repeat(Nothing, Rows.Count).ToArray())];
    }

    public IReadOnlyList<WorksheetBlock> Blocks { get; }

    public IReadOnlyList<WorksheetRow> Rows { get; }

    public int Columns => _levels.Length;

    /// <summary>The level of a statement in a column.</summary>
    /// <param name="row">The number of the statement.</param>
    /// <param name="column">The number of the column, from 0.</param>
    public int? this[int row, int column]
    {
        get => _levels[column][row] is var level and >= 0 ? level : null;
        set => _levels[column][row] = (sbyte)(value ?? Nothing);
    }

    /// <summary>Whether a column has the statement at this level or above.</summary>
    public bool Reaches(int row, int column, int level = 1) => _levels[column][row] >= level;

    /// <summary>The highest level of a statement over all columns; 0 where no column has one.</summary>
    public int Best(int row)
    {
        var best = 0;
        foreach (var column in _levels)
            best = Math.Max(best, column[row]);
        return best;
    }
}
