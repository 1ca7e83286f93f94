namespace Trellis.Core.Occupations.Search;

/// <summary>
/// The answers to beginnings of words that very many titles have ("m", "ma", "manag"), worked out once: a person who begins to type
/// should not wait longest for the least.
/// </summary>
internal sealed class ShortAnswers
{
    private const int ManyPlaces = 256;

    private readonly WordTrie _trie;
    private readonly Dictionary<int, IReadOnlyList<OccupationHit>> _answers = [];

    public ShortAnswers(TextSegment titles, Func<string, IReadOnlyList<OccupationHit>> rank)
    {
        _trie = titles.Trie;
        var open = new Stack<(int Node, string Letters)>([(0, "")]);
        while (open.TryPop(out var at))
        {
            foreach (var (node, letter) in _trie.ChildrenOf(at.Node))
            {
                var (first, end) = _trie.WordsOf(node);
                if (titles.TextsWith(new(first, end, 1)).Length < ManyPlaces)
                    continue;
                var letters = at.Letters + letter;
                _answers.Add(node, rank(letters));
                open.Push((node, letters));
            }
        }
    }

    public IReadOnlyList<OccupationHit>? Of(string letters) =>
        _trie.Follow(letters) is var node && node != WordTrie.Missing ? _answers.GetValueOrDefault(node) : null;
}
