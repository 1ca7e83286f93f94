using Microsoft.Data.Sqlite;
using Trellis.Core.Storage;

namespace Trellis.Benchmarks;

/// <summary>
/// The least work that stores the rows of a database: the same fast insert into tables without any key, in one transaction, and then the
/// unique indexes that their keys need. The rows are in memory before the clock runs.
/// </summary>
public static class BareInsert
{
    public static async Task<Taken> RunAsync(string filled)
    {
        var tables = await ReadAsync(filled);
        var file = Path.Combine(Path.GetDirectoryName(filled)!, "bare.db");
        var engine = new Sqlite(file);
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536; pragma temp_store = memory");
        foreach (var table in tables)
            await ExecuteAsync(connection, table.Create);
        GC.Collect();
        var watch = new Watch();
        await ExecuteAsync(connection, "begin");
        foreach (var table in tables)
            await engine.InsertAsync(connection, table.Name, [.. table.Columns.Select(c => new BulkColumn(c, typeof(string)))], table.Rows, CancellationToken.None);
        foreach (var table in tables)
            await ExecuteAsync(connection, table.Index);
        await ExecuteAsync(connection, "commit");
        return watch.Stop();
    }

    private static async Task<List<BareTable>> ReadAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync();
        var tables = new List<BareTable>();
        foreach (var name in await NamesAsync(connection))
        {
            await using var read = connection.CreateCommand();
            read.CommandText = $"select * from {name}";
            await using var reader = await read.ExecuteReaderAsync();
            var table = new BareTable(name, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], await KeyAsync(connection, name));
            while (await reader.ReadAsync())
            {
                var row = new object?[reader.FieldCount];
                for (var i = 0; i < row.Length; i++)
                    row[i] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
                table.Rows.Add(row);
            }
            tables.Add(table);
        }
        return tables;
    }

    private static async Task<List<string>> NamesAsync(SqliteConnection connection)
    {
        await using var read = connection.CreateCommand();
        read.CommandText = "select name from sqlite_master where type = 'table' and name like 'occupation%' order by name";
        await using var reader = await read.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task<List<string>> KeyAsync(SqliteConnection connection, string table)
    {
        await using var read = connection.CreateCommand();
        read.CommandText = $"select name from pragma_table_info('{table}') where pk > 0 order by pk";
        await using var reader = await read.ExecuteReaderAsync();
        var key = new List<string>();
        while (await reader.ReadAsync())
            key.Add(reader.GetString(0));
        return key;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed record BareTable(string Name, List<string> Columns, List<string> Key)
    {
        public List<object?[]> Rows { get; } = [];

        public string Create => $"create table {Name} ({string.Join(", ", Columns.Select(Quoted))})";

        public string Index => $"create unique index {Name}_key on {Name} ({string.Join(", ", Key.Select(Quoted))})";

        private static string Quoted(string name) => '"' + name + '"';
    }
}
