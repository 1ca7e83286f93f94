using System.Buffers;
using System.Collections.Frozen;

namespace Trellis.Core.Competencies.Search;

/// <summary>
/// Scores every node that matches a plan. A node's score is the sum over the clauses that it matches of how rare the clause is
/// times how much the node is about it. All clauses must match; where no node has all, those with at least half of them count,
/// the most clauses first. Equal nodes stand by slug, then in tree order.
/// </summary>
internal sealed class Ranking
{
    private readonly StatementIndex _index;
    private readonly QueryPlan _plan;
    private readonly SearchRequest _request;
    private readonly Matches[][] _wanted;
    private readonly Matches[][] _excluded;
    private readonly float[] _weights;
    private int _mostClauses;

    public Ranking(StatementIndex index, QueryPlan plan, SearchRequest request)
    {
        (_index, _plan, _request) = (index, plan, request);
        _wanted = [.. index.Segments.Select(s => plan.Wanted.Select(c => ClauseLookup.In(s, c)).ToArray())];
        _excluded = [.. index.Segments.Select(s => plan.Excluded.Select(c => ClauseLookup.In(s, c)).ToArray())];
        _weights = [.. plan.Wanted.Select((clause, i) => clause.Boost * index.Weight(_wanted.Sum(w => w[i].Count)) / byte.MaxValue)];
    }

    public SearchResult Run()
    {
        var (facets, top) = Pass(_plan.Wanted.Count);
        var hasSomeOnly = top.Seen == 0 && _mostClauses > 0;
        if (hasSomeOnly)
            (facets, top) = Pass(Math.Min(_mostClauses, (_plan.Wanted.Count + 1) / 2));
        return new()
        {
            Total = top.Total,
            Hits = [.. top.Take(_request.First, _request.PageSize).Select(_index.Locate)],
            Facets = facets.Facets(),
            Corrections = _plan.Corrections,
            Suggestions = _plan.Suggestions,
            HasSomeWordsOnly = hasSomeOnly,
            Marks = _plan.Wanted.SelectMany(c => c.Words).SelectMany(w => w).ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private (FacetCounter Facets, TopHits Top) Pass(int required)
    {
        var facets = new FacetCounter(_request.Filter);
        var top = new TopHits(Math.Min(_request.First + _request.PageSize, SearchRequest.LastRank));
        var first = 0;
        var largest = _index.Segments.Max(s => s.Count);
        var scores = ArrayPool<float>.Shared.Rent(largest);
        var clauses = ArrayPool<byte>.Shared.Rent(largest);
        for (var i = 0; i < _index.Segments.Count; i++)
        {
            var segment = _index.Segments[i];
            if (_wanted[i].Any(m => m.Count > 0))
            {
                Score(i, scores.AsSpan(0, segment.Count), clauses.AsSpan(0, segment.Count));
                Collect(segment, new(scores, clauses, required, first), facets, top);
            }
            first += segment.Count;
        }
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<byte>.Shared.Return(clauses);
        return (facets, top);
    }

    private void Score(int segment, Span<float> scores, Span<byte> clauses)
    {
        scores.Clear();
        clauses.Clear();
        for (var clause = 0; clause < _weights.Length; clause++)
        {
            var matches = _wanted[segment][clause];
            var docs = matches.DocSpan;
            var impacts = matches.ImpactSpan;
            var weight = _weights[clause];
            for (var i = 0; i < docs.Length; i++)
            {
                scores[docs[i]] += weight * impacts[i];
                clauses[docs[i]]++;
            }
        }
        foreach (var matches in _excluded[segment])
        {
            foreach (var doc in matches.DocSpan)
                clauses[doc] = 0;
        }
    }

    private void Collect(StatementSegment segment, Scored scored, FacetCounter facets, TopHits top)
    {
        var counts = facets.CellsOf(segment.Version);
        var passes = facets.Passes(segment.Version);
        var cells = segment.Cells;
        var cellPasses = facets.CellPasses;
        for (var doc = 0; doc < cells.Length; doc++)
        {
            var clauses = scored.Clauses[doc];
            if (clauses == 0)
                continue;
            _mostClauses = Math.Max(_mostClauses, clauses);
            if (clauses < scored.Required)
                continue;
            counts[cells[doc]]++;
            top.Seen++;
            if (passes && cellPasses[cells[doc]])
                top.Add(clauses, scored.Scores[doc], scored.First + doc);
        }
    }

    private readonly record struct Scored(float[] Scores, byte[] Clauses, int Required, int First);
}
