using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage;

/// <summary>
/// Brings a database to the newest schema: the numbered files of Migrations in order, each once, each in a transaction of its own
/// together with the note that it was applied, under a lock so that two processes may start at once.
/// </summary>
public static class Migrator
{
    public static async Task MigrateAsync(Db db, TimeProvider clock, CancellationToken stop = default)
    {
        await db.Engine.PrepareAsync(db, stop);
        await db.Database.ExecuteSqlRawAsync(
            "create table if not exists schema_migrations (name text not null primary key, applied_at timestamptz not null)", stop);
        foreach (var name in Names(db.Engine))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await db.Engine.LockAsync(db, "migrations", stop);
            var applied = await db.Database.SqlQuery<int>($"select count(*) as \"Value\" from schema_migrations where name = {name}").SingleAsync(stop);
            if (applied > 0)
                continue;
            // The text is ours and holds braces, which the raw call would take for holes.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
            command.CommandText = await ReadAsync(db.Engine, name, stop);
            await command.ExecuteNonQueryAsync(stop);
            await db.Database.ExecuteSqlInterpolatedAsync($"insert into schema_migrations (name, applied_at) values ({name}, {clock.GetUtcNow()})", stop);
            await transaction.CommitAsync(stop);
        }
    }

    private static List<string> Names(Engine engine) => [.. Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("migrations/", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
        .Select(n => n["migrations/".Length..].Split('.')[0])
        .Distinct()
        .Order(StringComparer.Ordinal)];

    private static async Task<string> ReadAsync(Engine engine, string name, CancellationToken stop)
    {
        await using var file = Assembly.GetManifestResourceStream($"migrations/{name}.{engine.Name}.sql")
            ?? Assembly.GetManifestResourceStream($"migrations/{name}.sql")!;
        using var reader = new StreamReader(file);
        return engine.Adapt(await reader.ReadToEndAsync(stop));
    }

    private static Assembly Assembly => typeof(Migrator).Assembly;
}
