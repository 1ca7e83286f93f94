namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Finds the statements of one model whose words are like those of a statement of another, without scoring every pair: which
/// statements hold a word is known, and a pair whose shared words cannot reach what is asked for is left out. The answer is that of
/// scoring all. Serves one thread.
/// </summary>
internal sealed class CandidateIndex
{
    private static readonly double JustBelowSecond = Math.BitDecrement(LikenessRule.SecondThreshold);

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

    /// <summary>
    /// What stands nearest to this statement, and those that it could be one with: the nearest and its twins, and any other only where
    /// its words are so like that even the nearest as a rival leaves enough. Equal texts are left out of these.
    /// </summary>
    /// <param name="one">The statement of the other model.</param>
    /// <param name="known">What is known to be near to it already.</param>
    /// <param name="scored">Is told of every score that was worked out.</param>
    public (Nearest Nearest, List<(int Statement, double Words)> Candidates) Around(StatementWords one, Nearest known, Action<int, double>? scored = null)
    {
        var nearest = known;
        var found = new List<(int Statement, double Words)>();
        foreach (var (statement, bound) in Bounds(one))
        {
            var needed = Math.Min(nearest.Second, JustBelowSecond);
            if (bound <= needed)
                continue;
            var words = _rule.Score(one, _statements[statement], needed);
            nearest = nearest.With(_statements[statement].Normal, words);
            scored?.Invoke(statement, words);
            if (words >= LikenessRule.Threshold && one.Normal != _statements[statement].Normal)
                found.Add((statement, words));
        }
        found.RemoveAll(f => f.Words < LikenessRule.SecondThreshold && _statements[f.Statement].Normal != nearest.Normal);
        return (nearest, found);
    }

    /// <summary>The statements that share words with this one, and what their score cannot exceed; the highest first, so that it saves the scoring of others.</summary>
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
            if (bounds[^1].Item2 > bounds[0].Item2)
                (bounds[0], bounds[^1]) = (bounds[^1], bounds[0]);
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
