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
    public async Task CommitAsync(WorksheetStep step, CancellationToken stop)
    {
        var (id, entry) = (Worksheet.Id, step.Entry);
        await db.SaveChangesAsync(stop);
        var last = await db.WorksheetHistory.Where(e => e.WorksheetId == id).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(stop);
        var before = last?.After ?? WorksheetTally.None;
        var after = step.Added is { } added ? before.With(added) : await WorksheetTally.ReadAsync(db, id, stop);
        if (step.Act == WorksheetEvent.Filled && last is { Act: WorksheetEvent.Filled } && last.Who == entry.Who && entry.When - last.At < Sitting)
        {
            db.Update(last with { At = entry.When, Cells = last.Cells + step.Cells, After = after });
        }
        else
        {
            db.Add(new WorksheetEvent
            {
                WorksheetId = id,
                Sequence = (last?.Sequence ?? 0) + 1,
                BeganAt = entry.When,
                At = entry.When,
                Who = entry.Who,
                Act = step.Act,
                Cells = step.Cells,
                Before = before,
                After = after,
            });
        }
        db.Update((step.Changed ?? Worksheet) with { Revision = Worksheet.Revision + 1, ChangedAt = entry.When, ChangedBy = entry.Who });
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

/// <summary>What a change does: its name in the history and its audit entry.</summary>
internal sealed record WorksheetStep(string Act, AuditEntry Entry)
{
    /// <summary>The worksheet as it is to be; null where nothing over its cells changes.</summary>
    public KeptWorksheet? Changed { get; init; }

    /// <summary>How many values were written or emptied.</summary>
    public int Cells { get; init; }

    /// <summary>What it adds to the figures; null where they have to be counted anew.</summary>
    public WorksheetTally? Added { get; init; } = WorksheetTally.None;
}
