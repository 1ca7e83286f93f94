using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Trellis.Core.Storage;

/// <summary>One file in the data folder, write-ahead logging, no set-up.</summary>
public sealed class Sqlite(string file) : Engine
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>Seconds that a command waits for the file, where nothing else is asked for.</summary>
    private const int Patience = 60;

    /// <summary>The log goes back into the file after so many writes: some megabytes.</summary>
    private const int BetweenCheckpoints = 200;

    /// <summary>Holds one sign while somebody writes; who finds it taken waits in the order of coming.</summary>
    private readonly Channel<bool> _turns = Channel.CreateBounded<bool>(1);
    private int _writes;

    public override string Name => "sqlite";

    public override void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = Patience, ForeignKeys = true }.ToString())
        .AddInterceptors(OnOpen.Instance);

    public override void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Guid>().HaveConversion<GuidText>();
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantText>();
    }

    public override async Task PrepareAsync(Db db, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal;", stop);
    }

    // SQLite has one writer, and a transaction of ours begins as one ("begin immediate").
    public override Task LockAsync(Db db, string name, CancellationToken stop) => Task.CompletedTask;

    public override async Task<IDisposable?> TurnAsync(Db db, CancellationToken stop)
    {
        if (!_turns.Writer.TryWrite(true))
            await WaitAsync(TimeSpan.FromSeconds(db.Database.GetCommandTimeout() ?? Patience), stop);
        return new Turn(this);
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        try
        {
            await _turns.Writer.WriteAsync(true, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new SqliteException("Another write takes too long.", Busy);
        }
    }

    private void EndTurn()
    {
        _turns.Reader.TryRead(out _);
        if (Interlocked.Increment(ref _writes) % BetweenCheckpoints == 0)
            _ = Task.Run(WriteBack);
    }

    /// <summary>Writes the log back into the file beside the requests; whoever commits while it grows too long would do it inside one and wait for the disk.</summary>
    private void WriteBack()
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            using var run = connection.CreateCommand();
            run.CommandText = "pragma wal_checkpoint(passive);";
            run.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // The file is in use or gone; the next one does it.
        }
    }

    public override Task InsertAsync(
        DbConnection connection, string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        using (var set = connection.CreateCommand())
        {
            set.CommandText = "pragma cache_size = -65536";
            set.ExecuteNonQuery();
        }
        using var insert = new SqliteInsert((SqliteConnection)connection, table, columns);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            insert.Run(row);
        }
        return Task.CompletedTask;
    }

    public override bool IsPassing(Exception error) => error is SqliteException { SqliteErrorCode: Busy or Locked };

    private sealed class Turn(Sqlite engine) : IDisposable
    {
        public void Dispose() => engine.EndTurn();
    }

    private sealed class GuidText() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.Parse(text));

    /// <summary>UTC with a fixed number of digits, so that the order of the texts is the order of the instants.</summary>
    internal sealed class InstantText() : ValueConverter<DateTimeOffset, string>(at => Write(at), text => Read(text))
    {
        public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

        private static DateTimeOffset Read(string text) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class OnOpen : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        // A small page cache each: there are as many connections as readers, and the system caches the file for all of them.
        // Whoever writes the log back into the file waits for the disk; 32 MB of log leave that to those who do it beside the requests.
        // Another process may write too: SQLite's own waiting looks again after 1, 2, 5 ms, the library's only after 150.
        private const string Settings =
            "pragma busy_timeout = 1000; pragma synchronous = normal; pragma cache_size = -8192; pragma temp_store = memory; pragma wal_autocheckpoint = 8000;";

        public static OnOpen Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData)
        {
            using var set = connection.CreateCommand();
            set.CommandText = Settings;
            set.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
