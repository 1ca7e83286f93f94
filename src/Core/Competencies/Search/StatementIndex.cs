using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>
/// The search index over the current versions of all frameworks: their segments in order of slug, which is the order of equal
/// hits. It never changes; a framework that is loaded or replaced makes a new index, which shares the segments that stay.
/// </summary>
public sealed class StatementIndex
{
    private readonly StatementSegment[] _segments;
    private readonly float[][] _weights;
    private readonly ConcurrentBag<SimilarityScratch> _scratches = [];

    public StatementIndex(IEnumerable<StatementSegment> segments)
    {
        _segments = [.. segments.OrderBy(s => s.Version.Slug, StringComparer.Ordinal)];
        Count = _segments.Sum(s => s.Count);
        Spelling = Spelling.Of(_segments.SelectMany(s => s.Words));
        _weights = TermWeights();
    }

    public static StatementIndex Empty { get; } = new([]);

    public IReadOnlyList<StatementSegment> Segments => _segments;

    /// <summary>How many nodes it covers.</summary>
    public int Count { get; }

    public long Bytes => _segments.Sum(s => s.Bytes);

    internal Spelling Spelling { get; }

    internal bool Has(string term) => Array.Exists(_segments, s => s.Find(term) >= 0);

    internal int Frequency(string term) => _segments.Sum(s => s.Find(term) is >= 0 and var found ? s.Frequency(found) : 0);

    /// <summary>How much a term tells when this many nodes have it.</summary>
    internal float Weight(int frequency) => MathF.Log(1 + (Count - frequency + 0.5f) / (frequency + 0.5f));

    /// <summary>The weight of every term of a segment, by its number; 0 for stop words.</summary>
    internal float[] WeightsOf(int segment) => _weights[segment];

    /// <summary>The nodes with the words of the request, best first, with all facets. Pure: no database, no clock.</summary>
    public SearchResult Search(SearchRequest request)
    {
        var clauses = SearchQuery.Parse(request.Text, request.Language);
        var plan = QueryPlan.For(clauses, this);
        if (plan.Wanted.Count == 0 || Count == 0)
            return SearchResult.Nothing;
        return new Ranking(this, plan, request).Run();
    }

    /// <summary>The nodes whose words are closest to those of a statement, best first.</summary>
    public List<Likeness> SimilarTo(IndexedStatement statement, int max) =>
        Count == 0 ? [] : new Similarity(this, statement).Run(max);

    internal SimilarityScratch RentScratch() => _scratches.TryTake(out var scratch) ? scratch : new(_segments);

    internal void Return(SimilarityScratch scratch) => _scratches.Add(scratch);

    /// <summary>The node of a hit; places count on from segment to segment.</summary>
    internal RankedNode Locate(ulong hit)
    {
        var place = TopHits.PlaceOf(hit);
        var segment = 0;
        while (place >= _segments[segment].Count)
            place -= _segments[segment++].Count;
        return new(_segments[segment], place, TopHits.ScoreOf(hit));
    }

    private float[][] TermWeights()
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in _segments)
        {
            for (var term = 0; term < segment.TermCount; term++)
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, segment.Term(term), out _) += segment.Frequency(term);
        }
        return [.. _segments.Select(s => Enumerable.Range(0, s.TermCount)
            .Select(term => s.IsEmptyTerm(term) ? 0 : Weight(frequencies[s.Term(term)])).ToArray())];
    }
}
