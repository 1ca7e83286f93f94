using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trellis.Core.Storage;

/// <summary>
/// One prepared insert, run once for each row. It binds values to SQLite itself: the objects that a command makes for every row and
/// value cost as much as the insert.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private const int LongestCharacter = 3;

    // Half of a surrogate pair becomes a question mark, as everywhere where a text is written to SQLite.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _bytes = new byte[4096];

    public SqliteInsert(SqliteConnection connection, string table, IReadOnlyList<BulkColumn> columns)
    {
        _database = connection.Handle!;
        var names = string.Join(", ", columns.Select(c => '"' + c.Name + '"'));
        var holes = string.Join(", ", columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(_database, $"insert into {table} ({names}) values ({holes})", out _statement));
    }

    public void Run(object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
            Check(Bind(i + 1, row[i]));
        var result = raw.sqlite3_step(_statement);
        var reset = raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => BindText(place, text),
        int number => raw.sqlite3_bind_int(_statement, place, number),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        bool flag => raw.sqlite3_bind_int(_statement, place, flag ? 1 : 0),
        Enum member => BindText(place, member.ToString()),
        Guid id => BindText(place, id.ToString("D")),
        DateTimeOffset at => BindText(place, Sqlite.InstantText.Write(at)),
        DateOnly day => BindText(place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new NotSupportedException($"No bulk type for {value.GetType()}."),
    };

    private int BindText(int place, string text)
    {
        if (text.Length * LongestCharacter > _bytes.Length)
            _bytes = new byte[text.Length * LongestCharacter];
        return raw.sqlite3_bind_text(_statement, place, _bytes.AsSpan(0, Utf8.GetBytes(text, _bytes)));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
