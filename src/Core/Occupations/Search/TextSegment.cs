using System.Runtime.InteropServices;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Search;

/// <summary>A text to look in, with the occupations that it speaks of.</summary>
/// <param name="Weight">How much it counts beside others that fit as well.</param>
internal sealed record SourceText(string Text, HitKind Kind, float Weight, IReadOnlyList<int> Owners);

/// <summary>Texts of one sort with their words: from a word to the texts that have it, and from a text to its words. Never changes.</summary>
internal sealed class TextSegment
{
    private readonly int[] _ownerStarts;
    private readonly ushort[] _owners;
    private readonly int[] _wordStarts;
    private readonly int[] _textWords;
    private readonly int[] _postingStarts;
    private readonly int[] _postings;
    private readonly int[] _sameStem;

    public TextSegment(IReadOnlyList<SourceText> sources)
    {
        Texts = [.. sources.Select(s => s.Text)];
        Kinds = [.. sources.Select(s => s.Kind)];
        Weights = [.. sources.Select(s => s.Weight)];
        _owners = [.. sources.SelectMany(s => s.Owners.Select(o => (ushort)o))];
        _ownerStarts = Starts(sources.Select(s => s.Owners.Count));
        var (words, ids, lengths) = Number(Texts);
        (_textWords, _wordStarts, Trie) = (ids, Starts(lengths), new(words));
        (_postingStarts, _postings) = Invert(words.Length);
        _sameStem = StemRings(words);
    }

    public string[] Texts { get; }

    public HitKind[] Kinds { get; }

    public float[] Weights { get; }

    public WordTrie Trie { get; }

    public int Count => Texts.Length;

    public ReadOnlySpan<ushort> OwnersOf(int text) => _owners.AsSpan(_ownerStarts[text].._ownerStarts[text + 1]);

    /// <summary>The words of a text in their order.</summary>
    public ReadOnlySpan<int> WordsOf(int text) => _textWords.AsSpan(_wordStarts[text].._wordStarts[text + 1]);

    /// <summary>The texts with words of a range; one with two of them may come twice.</summary>
    public ReadOnlySpan<int> TextsWith(WordRange words) => _postings.AsSpan(_postingStarts[words.First].._postingStarts[words.End]);

    /// <summary>The next word with the same stem; the words of a stem form a ring.</summary>
    public int NextOfStem(int word) => _sameStem[word];

    private static int[] Starts(IEnumerable<int> lengths)
    {
        List<int> starts = [0];
        foreach (var length in lengths)
            starts.Add(starts[^1] + length);
        return [.. starts];
    }

    private static (string[] Words, int[] Ids, List<int> Lengths) Number(string[] texts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (ids, lengths) = (new List<int>(texts.Length * 4), new List<int>(texts.Length));
        foreach (var text in texts)
        {
            var words = TitleText.Words(text);
            lengths.Add(words.Count);
            foreach (var word in words)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
                if (!known)
                    number = numbers.Count - 1;
                ids.Add(number);
            }
        }
        string[] sorted = [.. numbers.Keys];
        Array.Sort(sorted, StringComparer.Ordinal);
        var ranks = new int[sorted.Length];
        for (var rank = 0; rank < sorted.Length; rank++)
            ranks[numbers[sorted[rank]]] = rank;
        return (sorted, [.. ids.Select(id => ranks[id])], lengths);
    }

    private (int[] Starts, int[] Postings) Invert(int words)
    {
        var starts = new int[words + 1];
        foreach (var word in _textWords)
            starts[word + 1]++;
        for (var word = 0; word < words; word++)
            starts[word + 1] += starts[word];
        var (next, postings) = (starts[..^1], new int[_textWords.Length]);
        for (var text = 0; text < Count; text++)
        {
            foreach (var word in WordsOf(text))
                postings[next[word]++] = text;
        }
        return (starts, postings);
    }

    private static int[] StemRings(string[] words)
    {
        var (ring, last) = (new int[words.Length], new Dictionary<string, int>(StringComparer.Ordinal));
        for (var word = 0; word < words.Length; word++)
        {
            ref var other = ref CollectionsMarshal.GetValueRefOrAddDefault(last, Stems.Of(words[word], "en"), out var known);
            ring[word] = known ? ring[other] : word;
            if (known)
                ring[other] = word;
            other = word;
        }
        return ring;
    }
}
