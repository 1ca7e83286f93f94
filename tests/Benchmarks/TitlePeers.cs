using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using Trellis.Core.Occupations.Search;

namespace Trellis.Benchmarks;

/// <summary>A search over titles that gives the codes of the best twenty, from which the first ten different ones are taken.</summary>
public interface ITitlePeer : IDisposable
{
    List<string> Find(string text);
}

/// <summary>SQLite FTS5: every word, the last one as a beginning, ordered by BM25; prefix indexes of two and three letters.</summary>
public sealed class Fts5TitlePeer : ITitlePeer
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _find;
    private readonly SqliteParameter _query;

    public Fts5TitlePeer(IReadOnlyList<(string Code, string Text)> titles)
    {
        _connection.Open();
        Execute("create virtual table titles using fts5 (text, code unindexed, tokenize = 'unicode61', prefix = '2 3');");
        using (var transaction = _connection.BeginTransaction())
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "insert into titles (text, code) values ($text, $code)";
            var (text, code) = (insert.Parameters.Add("$text", SqliteType.Text), insert.Parameters.Add("$code", SqliteType.Text));
            foreach (var title in titles)
            {
                (text.Value, code.Value) = (title.Text, title.Code);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Execute("insert into titles (titles) values ('optimize');");
        _find = _connection.CreateCommand();
        _find.CommandText = "select code from titles where titles match $query order by rank limit 20";
        _query = _find.Parameters.Add("$query", SqliteType.Text);
    }

    public List<string> Find(string text)
    {
        var words = TitleText.Words(text);
        if (words.Count == 0)
            return [];
        _query.Value = string.Join(' ', words.Select(w => $"\"{w}\"")) + "*";
        using var reader = _find.ExecuteReader();
        var codes = new List<string>(20);
        while (reader.Read())
            codes.Add(reader.GetString(0));
        return codes;
    }

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>Lucene.NET: every word or one within one edit of it (FuzzyQuery); the last one, from four letters on, as a beginning too.</summary>
public sealed class LuceneTitlePeer : ITitlePeer
{
    private const int LeastForSlip = 4;
    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public LuceneTitlePeer(IReadOnlyList<(string Code, string Text)> titles)
    {
        using (var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48))
        using (var writer = new IndexWriter(_directory, new(LuceneVersion.LUCENE_48, analyzer)))
        {
            foreach (var (code, text) in titles)
                writer.AddDocument([new TextField("text", text, Field.Store.NO), new StringField("code", code, Field.Store.YES)]);
            writer.ForceMerge(1);
        }
        _reader = DirectoryReader.Open(_directory);
        _searcher = new(_reader);
    }

    public List<string> Find(string text)
    {
        var words = TitleText.Words(text);
        var query = new BooleanQuery();
        for (var i = 0; i < words.Count; i++)
            query.Add(Word(words[i], isLast: i == words.Count - 1), Occur.MUST);
        return words.Count == 0 ? [] : [.. _searcher.Search(query, 20).ScoreDocs.Select(d => _searcher.Doc(d.Doc).Get("code", System.Globalization.CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static BooleanQuery Word(string word, bool isLast)
    {
        var term = new Term("text", word);
        var query = new BooleanQuery { { new TermQuery(term) { Boost = 4 }, Occur.SHOULD } };
        if (word.Length >= LeastForSlip)
            query.Add(new FuzzyQuery(term, 1, 1), Occur.SHOULD);
        if (isLast)
            query.Add(new PrefixQuery(term), Occur.SHOULD);
        return query;
    }
}
