namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Finds the statements of one model whose words are like those of a statement of another, without scoring every pair: which
/// statements hold a word is known, and a pair whose shared words cannot reach what is asked for is left out. The answer is that of
/// scoring all. Serves one thread.
/// </summary>
internal sealed class CandidateIndex
{
    private readonly StatementWords[] _statements;
    private readonly LikenessRule _rule;
    private readonly Dictionary<int, List<(int Statement, double Weight)>> _holders = [];
    private readonly double[] _shared;
    private readonly List<int> _touched = [];

    public CandidateIndex(StatementWords[] statements, LikenessRule rule)
    {
        (_statements, _rule) = (statements, rule);
        _shared = new double[statements.Length];
        for (var s = 0; s < statements.Length; s++)
        {
            foreach (var word in statements[s].Words)
            {
                if (!_holders.TryGetValue(word.Term.Index, out var holders))
                    _holders.Add(word.Term.Index, holders = []);
                holders.Add((s, word.Weight));
            }
        }
    }

    /// <summary>All statements whose words are alike enough that the pair could be one; equal texts are left out.</summary>
    public List<(int Statement, double Words)> Alike(StatementWords one)
    {
        var found = new List<(int, double)>();
        foreach (var (statement, bound) in Bounds(one))
        {
            if (bound >= LikenessRule.Threshold && one.Normal != _statements[statement].Normal
                && _rule.Score(one, _statements[statement]) is var words and >= LikenessRule.Threshold)
            {
                found.Add((statement, words));
            }
        }
        return found;
    }

    /// <summary>The statement whose words are the most alike, and how alike the next one is that does not say the same.</summary>
    public Nearest NearestTo(StatementWords one)
    {
        var bounds = Bounds(one);
        bounds.Sort((a, b) => b.Bound.CompareTo(a.Bound));
        var nearest = Nearest.None;
        foreach (var (statement, bound) in bounds)
        {
            if (bound <= nearest.Second)
                break;
            nearest = nearest.With(_statements[statement].Normal, _rule.Score(one, _statements[statement]));
        }
        return nearest;
    }

    /// <summary>The statements that share words with this one, and what their score cannot exceed.</summary>
    private List<(int Statement, double Bound)> Bounds(StatementWords one)
    {
        _touched.Clear();
        foreach (var word in one.Words)
        {
            Collect(word, word.Term.Index, 1);
            foreach (var (other, how) in word.Term.Related)
                Collect(word, other, how.Closeness);
        }
        var bounds = new List<(int, double)>(_touched.Count);
        foreach (var statement in _touched)
        {
            bounds.Add((statement, LikenessRule.Bound(_shared[statement], one.Weight, _statements[statement].Weight)));
            _shared[statement] = 0;
        }
        return bounds;
    }

    private void Collect(StatementWord word, int term, double closeness)
    {
        if (!_holders.TryGetValue(term, out var holders))
            return;
        foreach (var (statement, weight) in holders)
        {
            if (_shared[statement] == 0)
                _touched.Add(statement);
            _shared[statement] += closeness * (word.Weight + weight) / 2;
        }
    }
}
