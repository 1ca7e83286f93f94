namespace Trellis.Core.Occupations.Search;

/// <summary>Neighboring words of the alphabet, and how well they fit what was typed, from 0 to 1.</summary>
internal readonly record struct WordRange(int First, int End, float Fit);

/// <summary>
/// The distinct words of many texts as a tree of letters. Words that begin alike are neighbors, so whatever a person has typed so
/// far is one range of words, and one slip of the hand leads to a few ranges more.
/// </summary>
internal sealed class WordTrie
{
    public const int Missing = -1;

    private readonly string[] _words;
    private readonly char[] _letters;
    private readonly int[] _children;
    private readonly int[] _firstWords;
    private readonly int[] _endWords;

    /// <summary>A tree over words in ordinal order, each once.</summary>
    public WordTrie(string[] words)
    {
        _words = words;
        List<char> letters = ['\0'];
        List<int> children = [];
        List<(int First, int End, int Depth)> nodes = [(0, words.Length, 0)];
        for (var node = 0; node < nodes.Count; node++)
        {
            children.Add(nodes.Count);
            var (first, end, depth) = nodes[node];
            // A word that ends here is the first of its node; the others go on with a letter.
            for (var word = first + (first < end && words[first].Length == depth ? 1 : 0); word < end;)
            {
                var (start, letter) = (word, words[word][depth]);
                while (word < end && words[word][depth] == letter)
                    word++;
                letters.Add(letter);
                nodes.Add((start, word, depth + 1));
            }
        }
        children.Add(nodes.Count);
        (_letters, _children) = ([.. letters], [.. children]);
        (_firstWords, _endWords) = ([.. nodes.Select(n => n.First)], [.. nodes.Select(n => n.End)]);
    }

    /// <summary>How many words it has.</summary>
    public int Count => _words.Length;

    /// <summary>The words below a node.</summary>
    public (int First, int End) WordsOf(int node) => (_firstWords[node], _endWords[node]);

    public IEnumerable<(int Node, char Letter)> ChildrenOf(int node) =>
        Enumerable.Range(_children[node], _children[node + 1] - _children[node]).Select(child => (child, _letters[child]));

    /// <summary>The node that these letters lead to from another (0 is the root), or <see cref="Missing"/>.</summary>
    public int Follow(ReadOnlySpan<char> letters, int node = 0)
    {
        foreach (var letter in letters)
        {
            node = Child(node, letter);
            if (node == Missing)
                return Missing;
        }
        return node;
    }

    /// <summary>The number of a whole word, or <see cref="Missing"/>.</summary>
    public int WordAt(int node, int length) =>
        node != Missing && _firstWords[node] < _endWords[node] && _words[_firstWords[node]].Length == length ? _firstWords[node] : Missing;

    /// <summary>
    /// The words that begin with what may have been meant by letters with one slip in them: a letter left out, added or changed, or
    /// two neighbors swapped. The first letter is right more often than others, so a slip there fits less.
    /// </summary>
    public void AddNear(ReadOnlySpan<char> typed, float fit, List<WordRange> found)
    {
        var node = 0;
        for (var i = 0; i < typed.Length && node != Missing; i++)
        {
            var here = i == 0 ? fit / 2 : fit;
            Add(Follow(typed[(i + 1)..], node), here, found);
            if (i + 1 < typed.Length && Child(node, typed[i + 1]) is var swapped && swapped != Missing && Child(swapped, typed[i]) is var both && both != Missing)
                Add(Follow(typed[(i + 2)..], both), here, found);
            for (var child = _children[node]; child < _children[node + 1]; child++)
            {
                Add(Follow(typed[i..], child), here, found);
                if (_letters[child] != typed[i])
                    Add(Follow(typed[(i + 1)..], child), here, found);
            }
            node = Child(node, typed[i]);
        }
    }

    private void Add(int node, float fit, List<WordRange> found)
    {
        if (node != Missing)
            found.Add(new(_firstWords[node], _endWords[node], fit));
    }

    private int Child(int node, char letter)
    {
        var (start, end) = (_children[node], _children[node + 1]);
        // Children stand in the order of their letters; most nodes have one or two.
        for (var child = start; child < end; child++)
        {
            if (_letters[child] >= letter)
                return _letters[child] == letter ? child : Missing;
        }
        return Missing;
    }
}
