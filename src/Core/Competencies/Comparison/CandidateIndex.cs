namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Finds, for the statements of one model, those of another whose words are alike, without scoring every pair: which statements
/// hold a word is known, and a pair whose shared words cannot reach the threshold is left out. The answer is that of scoring all.
/// </summary>
internal sealed class CandidateIndex
{
    private readonly StatementWords[] _right;
    private readonly Dictionary<int, List<(int Statement, double Weight)>> _holders = [];

    public CandidateIndex(StatementWords[] right)
    {
        _right = right;
        for (var r = 0; r < right.Length; r++)
        {
            foreach (var word in right[r].Words)
            {
                if (!_holders.TryGetValue(word.Term.Index, out var holders))
                    _holders.Add(word.Term.Index, holders = []);
                holders.Add((r, word.Weight));
            }
        }
    }

    /// <summary>All pairs whose score reaches the threshold; equal texts are left out.</summary>
    public IEnumerable<(int Left, int Right, double Score)> Find(StatementWords[] left, LikenessRule rule)
    {
        var shared = new double[_right.Length];
        var touched = new List<int>();
        for (var l = 0; l < left.Length; l++)
        {
            foreach (var word in left[l].Words)
            {
                Collect(word, word.Term.Index, 1, shared, touched);
                foreach (var (other, how) in word.Term.Related)
                    Collect(word, other, how.Closeness, shared, touched);
            }
            foreach (var r in touched)
            {
                var bound = LikenessRule.Bound(shared[r], left[l].Weight, _right[r].Weight);
                shared[r] = 0;
                if (bound >= LikenessRule.Threshold && left[l].Normal != _right[r].Normal && rule.Score(left[l], _right[r]) is var score and >= LikenessRule.Threshold)
                    yield return (l, r, score);
            }
            touched.Clear();
        }
    }

    private void Collect(StatementWord word, int term, double closeness, double[] shared, List<int> touched)
    {
        if (!_holders.TryGetValue(term, out var holders))
            return;
        foreach (var (statement, weight) in holders)
        {
            if (shared[statement] == 0)
                touched.Add(statement);
            shared[statement] += closeness * (word.Weight + weight) / 2;
        }
    }
}
