namespace Trellis.Core.Occupations.Search;

/// <summary>A word of a query, and the words of a segment that it may stand for. Kept and used again, by one thread at a time.</summary>
internal sealed class TypedWord(int mostWords)
{
    /// <summary>Words of a query from here on are left out.</summary>
    public const int Most = 8;

    /// <summary>How well a word fits that begins with what was typed.</summary>
    public const float Beginning = 0.8f;

    private const float SameStem = 0.7f;
    private const float OneSlip = 0.15f;

    private readonly List<WordRange> _ranges = new(64);
    private readonly float[] _fits = new float[mostWords];
    private string _letters = "";

    /// <summary>How many places the words it may stand for have in the texts.</summary>
    public int Places { get; private set; }

    public List<WordRange> Ranges => _ranges;

    /// <summary>How well each word of the segment fits, 0 for those that do not.</summary>
    public float[] Fits => _fits;

    /// <summary>The word as it is, words that begin so, and words with the same stem.</summary>
    public void Look(string letters, TextSegment segment)
    {
        Clear();
        _letters = letters;
        var node = segment.Trie.Follow(letters);
        if (node == WordTrie.Missing)
            return;
        var (first, end) = segment.Trie.WordsOf(node);
        _ranges.Add(new(first, end, Beginning));
        var whole = segment.Trie.WordAt(node, letters.Length);
        if (whole != WordTrie.Missing)
        {
            for (var other = segment.NextOfStem(whole); other != whole; other = segment.NextOfStem(other))
                _ranges.Add(new(other, other + 1, SameStem));
            _ranges.Add(new(whole, whole + 1, 1));
        }
        Fill(0, segment);
    }

    /// <summary>Words that one slip of the hand may have made this of, too.</summary>
    public void LookNear(TextSegment segment, int leastLetters)
    {
        if (_letters.Length < leastLetters || char.IsDigit(_letters[0]))
            return;
        var known = _ranges.Count;
        segment.Trie.AddNear(_letters, OneSlip, _ranges);
        Fill(known, segment);
    }

    public void Clear()
    {
        foreach (var range in _ranges)
            _fits.AsSpan(range.First, range.End - range.First).Clear();
        _ranges.Clear();
        Places = 0;
    }

    private void Fill(int from, TextSegment segment)
    {
        for (var i = from; i < _ranges.Count; i++)
        {
            var range = _ranges[i];
            foreach (ref var fit in _fits.AsSpan(range.First, range.End - range.First))
                fit = Math.Max(fit, range.Fit);
            Places += segment.TextsWith(range).Length;
        }
    }
}
