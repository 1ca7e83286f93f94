using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Trellis.Core.Storage;

/// <summary>PostgreSQL 15 or later: what more than one node runs on. The schema is the connection's search path.</summary>
public sealed class Postgres(string connectionString) : Engine
{
    public override string Name => "postgres";

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

    public override void Conventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantUtc>();

    // Only SQLite can keep a table in the order of its key.
    public override string Adapt(string schema) => schema.Replace(") without rowid;", ");", StringComparison.Ordinal);

    public override Task PrepareAsync(Db db, CancellationToken stop) => Task.CompletedTask;

    public override Task LockAsync(Db db, string name, CancellationToken stop) =>
        db.Database.ExecuteSqlInterpolatedAsync($"select pg_advisory_xact_lock(hashtext(current_schema() || {name}))", stop);

    public override async Task InsertAsync(
        DbConnection connection, string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        var names = string.Join(", ", columns.Select(c => '"' + c.Name + '"'));
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is null)
                    await copy.WriteNullAsync(stop);
                else
                    await WriteAsync(copy, columns[i], row[i]!, stop);
            }
        }
        await copy.CompleteAsync(stop);
    }

    public override bool IsPassing(Exception error) => error is NpgsqlException { IsTransient: true };

    private static Task WriteAsync(NpgsqlBinaryImporter copy, BulkColumn column, object value, CancellationToken stop) => value switch
    {
        DateTimeOffset at => copy.WriteAsync(at.ToUniversalTime(), NpgsqlDbType.TimestampTz, stop),
        // PostgreSQL has no character for NUL; no text needs one.
        string text => copy.WriteAsync(text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text, NpgsqlDbType.Text, stop),
        Enum member => copy.WriteAsync(member.ToString(), NpgsqlDbType.Text, stop),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, stop),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, stop),
        double number => copy.WriteAsync(number, NpgsqlDbType.Double, stop),
        bool flag => copy.WriteAsync(flag, NpgsqlDbType.Boolean, stop),
        Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, stop),
        DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, stop),
        _ => throw new NotSupportedException($"Column {column.Name}: no bulk type for {column.Type}."),
    };

    private sealed class InstantUtc() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, DateTimeOffset>(
        at => at.ToUniversalTime(), at => at);
}
