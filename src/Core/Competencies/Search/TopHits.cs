namespace Trellis.Core.Competencies.Search;

/// <summary>
/// Keeps the best hits of many. A hit is one number: the clauses it matches, then its score, then the earlier place first; so the
/// order is total and the same on every machine.
/// </summary>
internal sealed class TopHits(int most)
{
    private const int PlaceBits = 28;
    private const int ScoreBits = 31;
    private const uint LastPlace = (1u << PlaceBits) - 1;

    private readonly PriorityQueue<ulong, ulong> _kept = new();
    private ulong _worst;

    /// <summary>Hits under the filter.</summary>
    public int Total { get; private set; }

    /// <summary>Hits with or without the filter; counted by the caller.</summary>
    public int Seen { get; set; }

    /// <summary>The score that a hit must exceed to be kept; 0 while there is room.</summary>
    public float WorstScore => _kept.Count < most ? 0 : ScoreOf(_worst);

    public void Add(byte clauses, float score, int place)
    {
        Total++;
        // The bits of a float that is not negative stand in the order of its values.
        var key = ((ulong)clauses << (PlaceBits + ScoreBits)) | ((ulong)BitConverter.SingleToUInt32Bits(score) << PlaceBits) | (LastPlace - (uint)place);
        if (_kept.Count < most)
            _kept.Enqueue(key, key);
        else if (key > _worst)
            _kept.DequeueEnqueue(key, key);
        else
            return;
        _worst = _kept.Peek();
    }

    public IEnumerable<ulong> Take(int skip, int count) =>
        _kept.UnorderedItems.Select(item => item.Element).OrderDescending().Skip(skip).Take(count);

    public static int PlaceOf(ulong key) => (int)(LastPlace - (uint)(key & LastPlace));

    public static float ScoreOf(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> PlaceBits) & int.MaxValue);
}
