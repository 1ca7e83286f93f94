using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>A write to accounts and organizations: one at a time, and together with its audit entry or not at all.</summary>
internal sealed class AuditedWrite(Db db, WriteTransaction transaction) : IAsyncDisposable
{
    public static async Task<AuditedWrite> BeginAsync(Db db, CancellationToken stop)
    {
        var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "people", stop);
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
