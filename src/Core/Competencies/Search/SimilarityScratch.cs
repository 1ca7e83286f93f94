namespace Trellis.Core.Competencies.Search;

/// <summary>
/// What is noted down while one segment is compared. Made once for an index and lent out again, because large arrays are dear to
/// throw away.
/// </summary>
internal sealed class SimilarityScratch(IReadOnlyList<StatementSegment> segments)
{
    private readonly bool[] _isTouched = new bool[segments.Max(s => s.Count)];
    private readonly List<int> _touched = [];

    /// <summary>For each term, whether the statement has it, and how telling it is.</summary>
    public byte[] Ours { get; } = new byte[segments.Max(s => s.TermCount)];

    /// <summary>For each term, the last node in which it was met, plus one.</summary>
    public int[] LastSeen { get; } = new int[segments.Max(s => s.TermCount)];

    /// <summary>The nodes to look at, each once.</summary>
    public IReadOnlyList<int> Touched => _touched;

    public void Touch(ReadOnlySpan<int> docs)
    {
        foreach (var doc in docs)
        {
            if (_isTouched[doc])
                continue;
            _isTouched[doc] = true;
            _touched.Add(doc);
        }
    }

    public void Clear(StatementSegment segment)
    {
        foreach (var doc in _touched)
            _isTouched[doc] = false;
        _touched.Clear();
        Array.Clear(Ours, 0, segment.TermCount);
        Array.Clear(LastSeen, 0, segment.TermCount);
    }
}
