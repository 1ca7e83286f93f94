using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>
/// One saved change of a worksheet: one at a time for each, together with its audit entry, its line of the history and the figures
/// after it, or not at all.
/// </summary>
internal sealed class WorksheetWrite(Db db, WriteTransaction transaction) : IAsyncDisposable
{
    /// <summary>What one person fills in without a longer pause is one line of the history.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

    public KeptWorksheet Worksheet { get; private set; } = null!;

    public static async Task<WorksheetWrite> BeginAsync(Db db, Guid id, CancellationToken stop)
    {
        var transaction = await db.BeginWriteAsync(stop);
        var write = new WorksheetWrite(db, transaction);
        try
        {
            await db.Engine.LockAsync(db, $"worksheet {id}", stop);
            write.Worksheet = await db.Worksheets.FirstOrDefaultAsync(w => w.Id == id, stop) ?? throw new UnusableInputException(WorksheetProblems.Unknown);
            return write;
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    /// <summary>Saves what was staged.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="changed">The worksheet as it is to be.</param>
    /// <param name="cells">How many values were changed.</param>
    /// <param name="entry">The audit entry.</param>
    /// <param name="stop">Ends the saving.</param>
    public async Task CommitAsync(string act, KeptWorksheet changed, int cells, AuditEntry entry, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        var after = await WorksheetTally.ReadAsync(db, changed.Id, stop);
        var last = await db.WorksheetHistory.Where(e => e.WorksheetId == changed.Id).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(stop);
        if (act == WorksheetEvent.Filled && last is { Act: WorksheetEvent.Filled } && last.Who == entry.Who && entry.When - last.At < Sitting)
        {
            db.Update(last with { At = entry.When, Cells = last.Cells + cells, After = after });
        }
        else
        {
            db.Add(new WorksheetEvent
            {
                WorksheetId = changed.Id,
                Sequence = (last?.Sequence ?? 0) + 1,
                BeganAt = entry.When,
                At = entry.When,
                Who = entry.Who,
                Act = act,
                Cells = cells,
                Before = last?.After ?? WorksheetTally.None,
                After = after,
            });
        }
        db.Update(changed with { Revision = Worksheet.Revision + 1, ChangedAt = entry.When, ChangedBy = entry.Who });
        db.Add(entry);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        db.ChangeTracker.Clear();
        await transaction.DisposeAsync();
    }
}
