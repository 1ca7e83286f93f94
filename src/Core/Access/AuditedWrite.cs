using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>A write to accounts, organizations or customers: one at a time, and together with its audit entry or not at all.</summary>
internal sealed class AuditedWrite(Db db, WriteTransaction transaction) : IAsyncDisposable
{
    public static Task<AuditedWrite> BeginAsync(Db db, CancellationToken stop) => BeginAsync(db, "people", stop);

    /// <summary>One at a time of those that change the thing of this name.</summary>
    public static async Task<AuditedWrite> BeginAsync(Db db, string thing, CancellationToken stop)
    {
        var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, thing, stop);
        return new(db, transaction);
    }

    public async Task CommitAsync(AuditEntry entry, CancellationToken stop)
    {
        db.Add(entry);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
