using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage;

/// <summary>Something that is done once a day by whichever node comes first, and by no other.</summary>
public sealed class DailyWork
{
    public required string Name { get; init; }
    public required DateOnly Day { get; init; }
    public required string Owner { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Takes the work of a day; false where another node has it. A day that is lost by a crash is made up for the next day.</summary>
    public static async Task<bool> TakeAsync(Db db, string name, string owner, DateTimeOffset now, CancellationToken stop = default)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "daily-work", stop);
        if (await db.DailyWork.AnyAsync(w => w.Name == name && w.Day >= day, stop))
            return false;
        await db.DailyWork.Where(w => w.Name == name).ExecuteDeleteAsync(stop);
        db.Add(new DailyWork { Name = name, Day = day, Owner = owner, At = now });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return true;
    }
}
