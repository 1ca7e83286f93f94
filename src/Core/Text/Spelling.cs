using System.Numerics;

namespace Trellis.Core.Text;

/// <summary>A word as texts write it and how often they do.</summary>
public readonly record struct WordCount(string Word, int Count);

/// <summary>
/// The words that a body of texts uses, which knows what a mistyped word was meant to be. Accents do not count: "electrica" is
/// "eléctrica". Words of four letters may be one slip away, words of eight two.
/// </summary>
public sealed class Spelling
{
    private const int LeastForOne = 4;
    private const int LeastForTwo = 8;

    private readonly Dictionary<string, int> _places;
    private readonly Entry[] _entries;

    private Spelling(Entry[] entries)
    {
        _entries = entries;
        _places = new(entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
            _places.Add(entries[i].Folded, i);
    }

    /// <summary>The spelling of a body of texts.</summary>
    /// <param name="words">Words in lower case; the same one may come several times.</param>
    public static Spelling Of(IEnumerable<WordCount> words)
    {
        var forms = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (word, count) in words.GroupBy(w => w.Word, (word, all) => new WordCount(word, all.Sum(w => w.Count))))
        {
            var folded = Stems.Fold(word);
            var known = forms.GetValueOrDefault(folded);
            var isBetter = known.Folded is null || count > known.Best || (count == known.Best && string.CompareOrdinal(word, known.Written) > 0);
            forms[folded] = new(folded, isBetter ? word : known.Written, known.Count + count, isBetter ? count : known.Best, LettersOf(folded));
        }
        return new([.. forms.Values.OrderBy(e => e.Folded, StringComparer.Ordinal)]);
    }

    public int Count => _entries.Length;

    /// <summary>The word with the accents that the texts give it most often, or null where no text has it.</summary>
    public string? Written(string word) => _places.TryGetValue(Stems.Fold(word), out var place) ? _entries[place].Written : null;

    /// <summary>The words that may have been meant, fewest slips first, then the most used, then by the alphabet.</summary>
    public List<string> Near(string word, int max)
    {
        var folded = Stems.Fold(word);
        var most = folded.Length >= LeastForTwo ? 2 : folded.Length >= LeastForOne ? 1 : 0;
        var letters = LettersOf(folded);
        var found = new List<(int Distance, Entry Entry)>();
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            // A slip changes at most two letters of the set, so most words are refused by one instruction.
            if (Math.Abs(entry.Folded.Length - folded.Length) > most || BitOperations.PopCount(entry.Letters ^ letters) > 2 * most)
                continue;
            var distance = EditDistance.Between(folded, entry.Folded, most);
            if (distance <= most && distance > 0)
                found.Add((distance, entry));
        }
        return [.. found.OrderBy(f => f.Distance).ThenByDescending(f => f.Entry.Count).ThenBy(f => f.Entry.Folded, StringComparer.Ordinal)
            .Take(max).Select(f => f.Entry.Written)];
    }

    /// <summary>The words that begin so, the most used first.</summary>
    public List<string> Beginning(string letters, int max)
    {
        var folded = Stems.Fold(letters);
        var first = Array.BinarySearch(_entries, new(folded, folded, 0, 0, 0), Comparer<Entry>.Create((a, b) => string.CompareOrdinal(a.Folded, b.Folded)));
        return [.. _entries.Skip(first < 0 ? ~first : first).TakeWhile(e => e.Folded.StartsWith(folded, StringComparison.Ordinal))
            .OrderByDescending(e => e.Count).ThenBy(e => e.Folded, StringComparer.Ordinal).Take(max).Select(e => e.Written)];
    }

    private static uint LettersOf(string folded)
    {
        var letters = 0u;
        foreach (var c in folded)
            letters |= 1u << (c & 31);
        return letters;
    }

    private readonly record struct Entry(string Folded, string Written, int Count, int Best, uint Letters);
}
