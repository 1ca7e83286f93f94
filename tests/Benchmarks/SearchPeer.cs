using Microsoft.Data.Sqlite;

namespace Trellis.Benchmarks;

/// <summary>The peer: SQLite FTS5 with external content, Porter stems and BM25, over the same rows.</summary>
public sealed class SearchPeer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _top;
    private readonly SqliteParameter _query;

    public SearchPeer(string file, IReadOnlyList<string> texts)
    {
        _connection = new($"Data Source={file};Pooling=false");
        _connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -262144; pragma mmap_size = 1073741824;");
        Execute("create table rows (id integer primary key, text text not null);");
        Execute("create virtual table found using fts5 (text, content = 'rows', content_rowid = 'id', tokenize = 'porter unicode61');");
        using (var transaction = _connection.BeginTransaction())
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "insert into rows (id, text) values ($id, $text)";
            var (id, text) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$text", SqliteType.Text));
            for (var i = 0; i < texts.Count; i++)
            {
                (id.Value, text.Value) = (i, texts[i]);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Execute("insert into found (found) values ('rebuild'); insert into found (found) values ('optimize');");
        _top = _connection.CreateCommand();
        _top.CommandText = "select rowid, bm25(found), text from found where found match $query order by rank limit 20";
        _query = _top.Parameters.Add("$query", SqliteType.Text);
    }

    public int Run(string query)
    {
        _query.Value = query;
        using var reader = _top.ExecuteReader();
        var rows = 0;
        while (reader.Read())
            rows += reader.GetString(2).Length > 0 ? 1 : 0;
        return rows;
    }

    public void Dispose()
    {
        _top.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
