using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Benchmarks;

/// <summary>
/// Makes frameworks of sentences that look like competency statements: a verb, objects, conditions, joined by the small words of
/// English, from an invented vocabulary whose frequencies fall by Zipf's law. The same seed gives the same texts.
/// </summary>
public sealed class SearchCorpus
{
    private const int VocabularySize = 30_000;
    private static readonly string[] Small = ["the", "of", "and", "to", "in", "for", "with", "by", "on", "from"];
    private static readonly string[] Onsets = ["b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "l", "m", "n", "p", "pl", "pr", "qu", "r", "s", "sc", "st", "str", "t", "tr", "v", "w"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
    private static readonly string[] Codas = ["", "b", "ct", "d", "l", "m", "n", "nt", "p", "r", "rt", "s", "st", "t"];
    private static readonly string[] Endings = ["", "", "", "s", "ing", "ed", "ation", "er", "ment", "al"];

    private readonly Random _random;
    private readonly double[] _cumulative;

    public SearchCorpus(int seed)
    {
        _random = new(seed);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < VocabularySize)
            words.Add(Word());
        Vocabulary = [.. words];
        _cumulative = new double[VocabularySize];
        var sum = 0d;
        for (var i = 0; i < VocabularySize; i++)
            _cumulative[i] = sum += 1 / (i + 2.7);
    }

    /// <summary>The most used first.</summary>
    public string[] Vocabulary { get; }

    public FrameworkContent Framework(int number, int statements)
    {
        var id = NameBasedId.Of(NameBasedId.UrlNamespace, FormattableString.Invariant($"benchmark {number}"));
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var nodes = new List<Statement>(statements);
        Guid? heading = null;
        for (var i = 0; i < statements; i++)
        {
            var isHeading = i % 20 == 0;
            var node = new Statement
            {
                Id = NameBasedId.Of(id, FormattableString.Invariant($"{i}")),
                ParentId = isHeading ? null : heading,
                Position = i,
                Kind = isHeading ? StatementKind.Block : StatementKind.KeyBehavior,
                Tier = 1 + i * 5 / statements,
                Notation = FormattableString.Invariant($"{1 + i / 2000}.{i / 20 % 100}.{i % 20}"),
                Text = LanguageText.Of("en", Sentence()),
                ChangedAt = at,
            };
            heading = isHeading ? node.Id : heading;
            nodes.Add(node);
        }
        StatementTree.Arrange(nodes);
        return new(
            new() { Id = id, Slug = FormattableString.Invariant($"bench-{number}"), Publisher = "Benchmark", Kind = FrameworkKind.Skills, Industries = [number % 2 == 0 ? "31-33" : "622110"] },
            new() { Title = LanguageText.Of("en", FormattableString.Invariant($"Benchmark {number}")), Language = "en", ChangedAt = at, SourceFormat = "benchmark" },
            nodes,
            []);
    }

    public int Next(int below) => _random.Next(below);

    /// <summary>A word as often as texts use it.</summary>
    public string Draw()
    {
        var place = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return Vocabulary[Math.Min(place < 0 ? ~place : place, VocabularySize - 1)];
    }

    private string Sentence()
    {
        // Nearly every collection has a word that half of its statements share, such as "work".
        var words = new List<string> { _random.Next(2) == 0 ? "Work" : Draw() };
        for (var left = 7 + _random.Next(12); left > 0; left--)
            words.Add(_random.Next(3) == 0 ? Small[_random.Next(Small.Length)] : Draw());
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words) + ".";
    }

    private string Word()
    {
        var word = "";
        for (var left = 1 + _random.Next(3); left > 0; left--)
            word += Pick(Onsets) + Pick(Nuclei) + Pick(Codas);
        return word + Pick(Endings);
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
