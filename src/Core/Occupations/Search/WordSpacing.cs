namespace Trellis.Core.Occupations.Search;

/// <summary>
/// The same letters with the spaces elsewhere, as a slip of the hand leaves them: one too many ("fork lift"), one missing
/// ("truckdriver"), one a place off ("machin eo"), or a letter in its place ("wheelnborer").
/// </summary>
internal static class WordSpacing
{
    private const int LeastPart = 3;

    /// <summary>Readings in which the changed words are, or the last of them begins, words of the tree.</summary>
    public static IEnumerable<List<string>> Others(IReadOnlyList<string> words, WordTrie trie)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count)
            {
                foreach (var moved in Moved(words[i], words[i + 1], trie))
                    yield return [.. words.Take(i), .. moved, .. words.Skip(i + 2)];
            }
            else if (words.Count < TypedWord.Most)
            {
                foreach (var parts in Parted(words[i], trie))
                    yield return [.. words.Take(i), .. parts];
            }
        }
    }

    private static IEnumerable<string[]> Moved(string word, string next, WordTrie trie)
    {
        if (trie.Follow(word + next) != WordTrie.Missing)
            yield return [word + next];
        if (word.Length > 1 && IsWord(word.AsSpan(0, word.Length - 1), trie))
            yield return [word[..^1], word[^1] + next];
        if (next.Length > 1 && IsWord(word + next[0], trie))
            yield return [word + next[0], next[1..]];
    }

    private static IEnumerable<string[]> Parted(string word, WordTrie trie)
    {
        for (var cut = LeastPart; cut < word.Length; cut++)
        {
            if (!IsWord(word.AsSpan(0, cut), trie))
                continue;
            if (trie.Follow(word.AsSpan(cut)) != WordTrie.Missing)
                yield return [word[..cut], word[cut..]];
            if (word.Length - cut > LeastPart && trie.Follow(word.AsSpan(cut + 1)) != WordTrie.Missing)
                yield return [word[..cut], word[(cut + 1)..]];
        }
    }

    private static bool IsWord(ReadOnlySpan<char> letters, WordTrie trie) => trie.WordAt(trie.Follow(letters), letters.Length) != WordTrie.Missing;
}
