using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Trellis.Core.Storage;

/// <summary>Opens <see cref="Db"/>s on one engine; the options are made once. Safe for use from several threads.</summary>
public sealed class DbSource
{
    private readonly DbContextOptions<Db> _options;
    private readonly CommitCounter _commits = new();

    public DbSource(Engine engine)
    {
        Engine = engine;
        var options = new DbContextOptionsBuilder<Db>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        engine.Configure(options);
        options.AddInterceptors(_commits);
        _options = options.Options;
    }

    public Engine Engine { get; }

    /// <summary>How many transactions were committed through this source, so that what is held in memory can be told old.</summary>
    public long Commits => Volatile.Read(ref _commits.Count);

    public Db Open() => new(Engine, _options);

    private sealed class CommitCounter : DbTransactionInterceptor
    {
        public long Count;

        public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Interlocked.Increment(ref Count);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref Count);
            return Task.CompletedTask;
        }
    }
}
