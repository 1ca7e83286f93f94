namespace Trellis.Benchmarks;

/// <summary>A query of the benchmark and the sort it belongs to.</summary>
public sealed record BenchmarkQuery(string Sort, string Text, string? Peer);

/// <summary>Queries as people ask them, of every sort that costs differently.</summary>
public static class SearchQueries
{
    public static List<BenchmarkQuery> Of(SearchCorpus corpus, IReadOnlyList<string> texts, int perSort)
    {
        var queries = new List<BenchmarkQuery>();
        for (var i = 0; i < perSort; i++)
        {
            var (first, second, third) = (corpus.Draw(), corpus.Draw(), corpus.Draw());
            var rare = corpus.Vocabulary[5000 + corpus.Next(20_000)];
            queries.Add(new("half of all", "work", "work"));
            queries.Add(new("one word", first, first));
            queries.Add(new("common + drawn", $"work {first}", $"work {first}"));
            queries.Add(new("two words", $"{first} {second}", $"{first} {second}"));
            queries.Add(new("three words", $"{first} {second} {third}", $"{first} {second} {third}"));
            queries.Add(new("rare", rare, rare));
            queries.Add(new("typo", Mistyped(corpus, first), null));
            queries.Add(new("phrase", Phrase(corpus, texts), Phrase(corpus, texts)));
            queries.Add(new("excluding", $"work -{first}", $"work NOT {first}"));
        }
        return queries;
    }

    private static string Phrase(SearchCorpus corpus, IReadOnlyList<string> texts)
    {
        var words = texts[corpus.Next(texts.Count)].TrimEnd('.').Split(' ');
        var start = corpus.Next(words.Length - 1);
        return $"\"{words[start]} {words[start + 1]}\"";
    }

    private static string Mistyped(SearchCorpus corpus, string word)
    {
        while (word.Length < 5)
            word = corpus.Draw();
        var place = 1 + corpus.Next(word.Length - 2);
        return word[..place] + word[place + 1] + word[place] + word[(place + 2)..];
    }
}
