using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>
/// Writes values into a worksheet. A cell that somebody else has changed since it was seen is left as it is and told; the others are
/// saved, all in one transaction.
/// </summary>
public sealed class CellEditor(Db db)
{
    /// <summary>Saves the edits. Those that say what a cell says already change nothing.</summary>
    /// <param name="id">The worksheet.</param>
    /// <param name="edits">What is to be written; one for each place.</param>
    /// <param name="change">Who writes, when and why.</param>
    /// <param name="stop">Ends the saving.</param>
    public async Task<CellsSaved> SaveAsync(Guid id, IReadOnlyList<CellEdit> edits, Change change, CancellationToken stop = default)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        return await SaveAsync(write, edits, WorksheetEvent.Filled, change, stop);
    }

    /// <summary>Saves what a file brings, with the columns that are new in it, where the worksheet is as it was when that was planned.</summary>
    public async Task<CellsSaved> LoadAsync(Guid id, CellLoad load, Change change, CancellationToken stop = default)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        if (write.Worksheet.Revision != load.Revision)
            throw new UnusableInputException(WorksheetProblems.Moved);
        if (load.Columns.Count > 0)
        {
            db.AddRange(load.Columns);
            await db.SaveChangesAsync(stop);
        }
        return await SaveAsync(write, load.Edits, WorksheetEvent.Loaded, change, stop);
    }

    private async Task<CellsSaved> SaveAsync(WorksheetWrite write, IReadOnlyList<CellEdit> edits, string act, Change change, CancellationToken stop)
    {
        var id = write.Worksheet.Id;
        if (!write.Worksheet.IsOpen)
            throw new UnusableInputException(WorksheetProblems.Closed);
        var columns = await ColumnsAsync(write.Worksheet, edits, stop);
        var now = await NowAsync(id, columns, edits, stop);
        var before = WorksheetTally.Of(now.Values);
        var (saved, old, late) = (new List<KeptCell>(), new List<KeptCell?>(), new List<KeptCell>());
        foreach (var edit in edits)
        {
            var kept = now.GetValueOrDefault(edit.Place);
            if (kept?.Value == edit.Value)
                continue;
            var cell = Cell(id, edit, kept, change);
            if ((kept?.Revision ?? 0) != edit.Seen)
            {
                late.Add(kept ?? cell with { Value = null, Revision = 0 });
                continue;
            }
            saved.Add(cell);
            old.Add(kept);
            now[edit.Place] = cell;
            db.Entry(cell).State = kept is null ? EntityState.Added : EntityState.Modified;
        }
        if (saved.Count > 0)
        {
            var entry = AuditEntry.Of(change, "worksheet " + act, id.ToString(), Shown(old), Shown(saved));
            await write.CommitAsync(new(act, entry) { Cells = saved.Count, Added = WorksheetTally.Of(now.Values).Less(before) }, stop);
        }
        return new(saved, late);
    }

    private static KeptCell Cell(Guid id, CellEdit edit, KeptCell? old, Change change) => new()
    {
        WorksheetId = id,
        ColumnNumber = edit.Place.Column,
        Measure = edit.Place.Measure,
        StatementId = edit.Place.Statement,
        Value = edit.Value,
        Revision = (old?.Revision ?? 0) + 1,
        At = change.When,
        Who = change.Who,
    };

    /// <summary>All cells of the statements that are written to: their figures change with these.</summary>
    private async Task<Dictionary<CellPlace, KeptCell>> NowAsync(Guid id, List<int> columns, IReadOnlyList<CellEdit> edits, CancellationToken stop)
    {
        var statements = edits.Select(e => e.Place.Statement).Distinct().ToList();
        var cells = db.WorksheetCells.Where(c => c.WorksheetId == id && EF.Parameter(columns).Contains(c.ColumnNumber) && EF.Parameter(statements).Contains(c.StatementId));
        return (await cells.ToListAsync(stop)).ToDictionary(c => new CellPlace(c.ColumnNumber, c.Measure, c.StatementId));
    }

    /// <summary>The columns of the worksheet, where the edits are such that it can hold them.</summary>
    private async Task<List<int>> ColumnsAsync(KeptWorksheet worksheet, IReadOnlyList<CellEdit> edits, CancellationToken stop)
    {
        if (edits.Any(e => e.Value is < 0 or > KeptCell.Highest))
            throw new UnusableInputException(WorksheetProblems.Level);
        if (edits.Any(e => !WorksheetMeasures.Of(worksheet.Kind).Contains(e.Place.Measure)))
            throw new UnusableInputException(WorksheetProblems.UnknownMeasure);
        var columns = await db.WorksheetColumns.Where(c => c.WorksheetId == worksheet.Id && !c.IsRemoved).Select(c => c.Number).ToListAsync(stop);
        if (edits.Any(e => !columns.Contains(e.Place.Column)))
            throw new UnusableInputException(WorksheetProblems.UnknownColumn);
        var (key, asked) = (worksheet.VersionKey, edits.Select(e => e.Place.Statement).Distinct().ToList());
        if (await db.Statements.CountAsync(s => s.VersionKey == key && EF.Parameter(asked).Contains(s.Id), stop) != asked.Count)
            throw new UnusableInputException(WorksheetProblems.UnknownStatement);
        return columns;
    }

    private static string Shown(IEnumerable<KeptCell?> cells) => WorksheetEditor.Json(
        cells.Where(c => c is not null).Select(c => new object?[] { c!.ColumnNumber, c.Measure.ToString(), c.StatementId, c.Value }));
}
