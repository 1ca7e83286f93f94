using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>A change of a worksheet, with its figures before and after. What one person fills in at one sitting is one event.</summary>
public sealed record WorksheetEvent
{
    public const string Filled = "fill";
    public const string Loaded = "load";

    public required Guid WorksheetId { get; init; }

    /// <summary>The order within the worksheet, from 1.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When the last of it was saved.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }

    /// <summary>What was done: "make", "fill", "load", "add column", "close".</summary>
    public required string Act { get; init; }

    /// <summary>How many values were written or emptied.</summary>
    public int Cells { get; init; }

    public required WorksheetTally Before { get; init; }

    public required WorksheetTally After { get; init; }
}

/// <summary>
/// How far a worksheet is filled in: how many cells hold a value, how many statements have one above 0, and the sum of each
/// statement's highest value.
/// </summary>
public sealed record WorksheetTally(int Filled, int Reached, int Best)
{
    public static WorksheetTally None { get; } = new(0, 0, 0);

    public WorksheetTally With(WorksheetTally added) => new(Filled + added.Filled, Reached + added.Reached, Best + added.Best);

    public WorksheetTally Less(WorksheetTally other) => new(Filled - other.Filled, Reached - other.Reached, Best - other.Best);

    /// <summary>The figures of some cells alone.</summary>
    internal static WorksheetTally Of(IEnumerable<KeptCell> cells)
    {
        var statements = cells.Where(c => c.Value is not null).GroupBy(c => c.StatementId).Select(g => (Filled: g.Count(), Best: g.Max(c => c.Value!.Value))).ToList();
        return new(statements.Sum(s => s.Filled), statements.Count(s => s.Best > 0), statements.Sum(s => s.Best));
    }

    /// <summary>The figures as they stand in the database now.</summary>
    public static async Task<WorksheetTally> ReadAsync(Db db, Guid worksheet, CancellationToken stop = default)
    {
        var removed = await db.WorksheetColumns.Where(c => c.WorksheetId == worksheet && c.IsRemoved).Select(c => c.Number).ToListAsync(stop);
        return Of(await db.WorksheetCells.Where(c => c.WorksheetId == worksheet && c.Value != null && !EF.Parameter(removed).Contains(c.ColumnNumber)).ToListAsync(stop));
    }
}
