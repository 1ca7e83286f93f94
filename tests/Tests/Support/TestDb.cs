using Npgsql;
using Trellis.Core.Storage;
using Xunit;

namespace Trellis.Tests.Support;

/// <summary>A new, migrated database of its own, gone when the test class is.</summary>
public sealed class TestDb : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly string? _schema;

    private TestDb(DataLocation location, string? folder, string? schema)
    {
        (Location, _folder, _schema) = (location, folder, schema);
        Source = new DbSource(Engine.For(location));
    }

    public DataLocation Location { get; }

    public DbSource Source { get; }

    public Db Open() => Source.Open();

    public static async Task<TestDb> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-test-").FullName;
        return await MigratedAsync(new(new(folder, null), folder, null));
    }

    /// <summary>A schema of its own on the server that TRELLIS_TEST_PG names; ./test starts one.</summary>
    public static async Task<TestDb> PostgresAsync()
    {
        var server = Environment.GetEnvironmentVariable("TRELLIS_TEST_PG");
        if (string.IsNullOrEmpty(server) && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("TRELLIS_TEST_PG names no PostgreSQL server; ./test starts one.");
        Assert.False(string.IsNullOrEmpty(server), "In CI a PostgreSQL server must be there.");
        var schema = "t" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create schema {schema}", connection);
        await create.ExecuteNonQueryAsync();
        var location = new NpgsqlConnectionStringBuilder(server) { SearchPath = schema, MaxPoolSize = 10 }.ToString();
        return await MigratedAsync(new(new(Path.GetTempPath(), location), null, schema));
    }

    private static async Task<TestDb> MigratedAsync(TestDb test)
    {
        await using var db = test.Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        if (_schema is not null)
        {
            await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("TRELLIS_TEST_PG"));
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand($"drop schema {_schema} cascade", connection);
            await drop.ExecuteNonQueryAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
