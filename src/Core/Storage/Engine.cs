using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage;

/// <summary>The little that differs between the two databases. Chosen once, by the connection string.</summary>
public abstract class Engine
{
    /// <summary>"sqlite" or "postgres": the middle part of a migration's file name where the two need different SQL.</summary>
    public abstract string Name { get; }

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>How values of .NET types stand in columns, where the engine has no type of its own for them.</summary>
    public abstract void Conventions(ModelConfigurationBuilder conventions);

    /// <summary>The schema as this engine takes it, where a word of it is the other's alone.</summary>
    public virtual string Adapt(string schema) => schema;

    /// <summary>Makes the database itself ready to be opened, before any migration.</summary>
    public abstract Task PrepareAsync(Db db, CancellationToken stop);

    /// <summary>Waits until no other process holds the lock of this name; it is freed when the transaction ends.</summary>
    public abstract Task LockAsync(Db db, string name, CancellationToken stop);

    /// <summary>
    /// Waits for this process's turn to write, where the engine has one writer: a queue answers sooner than asking again and again
    /// whether the file is free. Freed when disposed; null where nobody has to wait. Who waits longer than a command may take fails
    /// with a passing error.
    /// </summary>
    public virtual Task<IDisposable?> TurnAsync(Db db, CancellationToken stop) => Task.FromResult<IDisposable?>(null);

    /// <summary>Writes many rows as fast as the engine can, inside the open transaction of <paramref name="connection"/>.</summary>
    public abstract Task InsertAsync(
        DbConnection connection, string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop);

    /// <summary>Whether the error says that the database is busy or away, so that trying again later may help.</summary>
    public abstract bool IsPassing(Exception error);

    /// <summary>PostgreSQL where a connection string is given, otherwise SQLite in the data folder.</summary>
    public static Engine For(DataLocation location) =>
        location.PostgresConnection is { Length: > 0 } connection
            ? new Postgres(connection)
            : new Sqlite(Path.Combine(location.Folder, "trellis.db"));
}

/// <summary>A column of a bulk insert and the .NET type of its values.</summary>
public sealed record BulkColumn(string Name, Type Type);

/// <summary>Where an installation keeps its data: a folder, and a PostgreSQL connection string where it uses that.</summary>
public sealed record DataLocation(string Folder, string? PostgresConnection)
{
    /// <summary>From TRELLIS_DATA (default <c>.trellis</c>) and TRELLIS_DB, unless a folder is given.</summary>
    public static DataLocation FromEnvironment(string? folder = null) => new(
        Path.GetFullPath(folder ?? Environment.GetEnvironmentVariable("TRELLIS_DATA") ?? ".trellis"),
        Environment.GetEnvironmentVariable("TRELLIS_DB"));
}
