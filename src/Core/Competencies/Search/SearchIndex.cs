using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>
/// The search over everything published, as one process holds it. The database is the truth: each search first asks it which
/// versions are current and reads those that are new, so it sees what any process wrote. Safe for use from several threads.
/// </summary>
public sealed class SearchIndex(DbSource source) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private readonly Dictionary<int, StatementSegment> _segments = [];
    private volatile State _state = new([], StatementIndex.Empty);

    /// <summary>The index as of now. Waits while it is being built.</summary>
    public async Task<StatementIndex> CurrentAsync(Db db, CancellationToken stop = default)
    {
        var current = await CurrentVersionsAsync(db, stop);
        var state = _state;
        if (state.Versions.SequenceEqual(current))
            return state.Index;
        await _loading.WaitAsync(stop);
        try
        {
            // Somebody may have loaded while we waited, and something else may have been published.
            current = await CurrentVersionsAsync(db, stop);
            if (!_state.Versions.SequenceEqual(current))
                _state = new(current, await LoadAsync(current, stop));
            return _state.Index;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>One page of hits with their texts and places.</summary>
    public async Task<SearchPage> SearchAsync(Db db, SearchRequest request, CancellationToken stop = default)
    {
        var result = (await CurrentAsync(db, stop)).Search(request);
        return new(result, await HitRows.ReadAsync(db, result.Hits, stop));
    }

    /// <summary>Statements of all frameworks that say something close to this one; statements with the same text count as one.</summary>
    public async Task<List<SimilarHit>> SimilarAsync(Db db, Statement statement, int max, CancellationToken stop = default)
    {
        // Models share statements word by word; one hit should stand for all of them, so more are read than are shown.
        const int CopiesPerHit = 4;
        var likes = (await CurrentAsync(db, stop)).SimilarTo(IndexedStatement.Of(statement), max * CopiesPerHit);
        var texts = await HitRows.TextsAsync(db, [.. likes.Select(l => l.Node)], stop);
        return [.. likes.Select(l => (Likeness: l, Text: texts[(l.Node.Segment.Version.VersionKey, l.Node.Id)]))
            .GroupBy(l => l.Text).Take(max).Select(same => SimilarHit.Of(same.First().Likeness, same.Key, same.Count() - 1))];
    }

    private static Task<List<int>> CurrentVersionsAsync(Db db, CancellationToken stop) =>
        db.Frameworks.Where(f => f.CurrentVersionKey != null).OrderBy(f => f.CurrentVersionKey).Select(f => f.CurrentVersionKey!.Value).ToListAsync(stop);

    private async Task<StatementIndex> LoadAsync(List<int> current, CancellationToken stop)
    {
        await using var db = source.Open();
        var missing = current.Where(key => !_segments.ContainsKey(key)).ToList();
        var versions = await db.Frameworks
            .Join(db.FrameworkVersions, f => f.Key, v => v.FrameworkKey, (f, v) => new { f.Slug, f.Industries, v.Key, v.Title })
            .Where(v => missing.Contains(v.Key)).OrderBy(v => v.Key).ToListAsync(stop);
        foreach (var v in versions)
            _segments[v.Key] = await ReadAsync(db, new(v.Key, v.Slug, v.Title, IndustrySector.AllOf(v.Industries)), stop);
        foreach (var gone in _segments.Keys.Except(current).ToList())
            _segments.Remove(gone);
        return new(_segments.Values);
    }

    private static async Task<StatementSegment> ReadAsync(Db db, IndexedVersion version, CancellationToken stop)
    {
        var builder = new SegmentBuilder();
        var rows = db.Statements.Where(s => s.VersionKey == version.VersionKey).OrderBy(s => s.Ordinal).Select(s => new IndexedStatement
        {
            Id = s.Id,
            Depth = s.Depth,
            Kind = s.Kind,
            Tier = s.Tier,
            Notation = s.Notation,
            IsCopy = s.DerivedFrom != null,
            Label = s.Label,
            Text = s.Text,
            Notes = s.Notes,
            Keywords = s.Keywords,
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
            builder.Add(row);
        return builder.Build(version);
    }

    public void Dispose() => _loading.Dispose();

    private sealed record State(List<int> Versions, StatementIndex Index);
}

/// <summary>A search's result with what a page shows of its hits.</summary>
public sealed record SearchPage(SearchResult Result, IReadOnlyList<SearchHit> Hits);
