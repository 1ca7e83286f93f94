using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Trellis.Core.Storage;

/// <summary>
/// A transaction that writes, and the turn that it waited for where the engine has one writer. Every write of more than one
/// statement is one of these, so that a load and an edit in the same process never ask for the file at the same time.
/// </summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDisposable? _turn;
    private readonly IDbContextTransaction _transaction;

    private WriteTransaction(IDisposable? turn, IDbContextTransaction transaction) => (_turn, _transaction) = (turn, transaction);

    internal static async Task<WriteTransaction> BeginAsync(Db db, CancellationToken stop)
    {
        var turn = await db.Engine.TurnAsync(db, stop);
        try
        {
            return new(turn, await db.Database.BeginTransactionAsync(stop));
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken stop) => _transaction.CommitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        _turn?.Dispose();
    }
}
