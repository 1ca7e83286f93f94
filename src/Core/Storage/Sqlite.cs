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

    /// <summary>Holds one sign while somebody writes; who finds it taken waits in the order of coming.</summary>
    private readonly Channel<bool> _turns = Channel.CreateBounded<bool>(1);

    public override string Name => "sqlite";

    public override void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 60, ForeignKeys = true }.ToString())
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

    public override async Task<IDisposable?> TurnAsync(CancellationToken stop)
    {
        await _turns.Writer.WriteAsync(true, stop);
        return new Turn(_turns.Reader);
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

    private sealed class Turn(ChannelReader<bool> turns) : IDisposable
    {
        public void Dispose() => turns.TryRead(out _);
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
        // Whoever writes the log back into the file waits for the disk; 32 MB of log make that rare among small edits.
        private const string Settings = "pragma synchronous = normal; pragma cache_size = -8192; pragma temp_store = memory; pragma wal_autocheckpoint = 8000;";

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
