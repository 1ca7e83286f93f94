using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// What was removed and added word by word to make one text the other: the longest common run of words stays, and what stands
/// between words goes with the word before it. Case and accents alone are no difference. Pure.
/// </summary>
public static class WordDifference
{
    private const int MostWords = 1000;

    public static List<DifferenceRun> Between(string before, string after)
    {
        var (old, now) = (Pieces(before), Pieces(after));
        if (old.Count > MostWords || now.Count > MostWords)
            return [new(DifferenceKind.Removed, before), new(DifferenceKind.Added, after)];
        var lengths = CommonLengths(old, now);
        var runs = new List<DifferenceRun>();
        int i = 0, j = 0;
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i].Key == now[j].Key)
                (i, j) = (i + 1, Add(runs, DifferenceKind.Kept, now[j].Text, j + 1));
            else if (j == now.Count || (i < old.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
                i = Add(runs, DifferenceKind.Removed, old[i].Text, i + 1);
            else
                j = Add(runs, DifferenceKind.Added, now[j].Text, j + 1);
        }
        return runs;
    }

    private static int Add(List<DifferenceRun> runs, DifferenceKind kind, string text, int next)
    {
        if (runs.Count > 0 && runs[^1].Kind == kind)
            runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        else
            runs.Add(new(kind, text));
        return next;
    }

    private static int[,] CommonLengths(List<(string Key, string Text)> old, List<(string Key, string Text)> now)
    {
        var lengths = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                lengths[i, j] = old[i].Key == now[j].Key ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    /// <summary>Words, each with what follows it up to the next.</summary>
    private static List<(string Key, string Text)> Pieces(string text)
    {
        var words = WordSplitter.Split(text);
        if (words.Count == 0)
            return [(text, text)];
        return [.. words.Select((w, k) =>
        {
            var start = k == 0 ? 0 : w.Start;
            var end = k + 1 < words.Count ? words[k + 1].Start : text.Length;
            return (Stems.Fold(text.Substring(w.Start, w.Length)), text[start..end]);
        })];
    }
}

/// <summary>A run of words that stands in both texts, only in the first or only in the second.</summary>
public sealed record DifferenceRun(DifferenceKind Kind, string Text);

/// <summary>Whether a run of words stands in both texts or in one of them.</summary>
public enum DifferenceKind
{
    Kept,
    Removed,
    Added,
}
