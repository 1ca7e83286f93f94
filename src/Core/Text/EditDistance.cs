namespace Trellis.Core.Text;

/// <summary>
/// How many slips of the hand lie between two words: a letter left out, added, changed, or two neighbors swapped
/// (Damerau-Levenshtein distance in its optimal string alignment form: no place is touched twice).
/// </summary>
public static class EditDistance
{
    private const int LongestWord = 64;

    /// <summary>The distance, or <paramref name="most"/> + 1 where it is greater than <paramref name="most"/>.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > LongestWord || b.Length > LongestWord)
            return a.SequenceEqual(b) ? 0 : most + 1;
        Span<int> rows = stackalloc int[3 * (b.Length + 1)];
        var before = rows[..(b.Length + 1)];
        var above = rows.Slice(b.Length + 1, b.Length + 1);
        var row = rows[(2 * (b.Length + 1))..];
        for (var j = 0; j <= b.Length; j++)
            above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var steps = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps = Math.Min(steps, before[j - 2] + 1);
                row[j] = steps;
                least = Math.Min(least, steps);
            }
            if (least > most)
                return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.Min(above[b.Length], most + 1);
    }
}
