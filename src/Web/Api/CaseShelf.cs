using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>The frameworks in their current versions as the operations of CASE see them. Drafts are never among them.</summary>
public sealed class CaseShelf(CasePackages packages, IReadOnlyList<Model> models)
{
    /// <summary>A server that is not told its public address may be asked under several.</summary>
    private const int MostTargets = 32;

    private readonly ConcurrentDictionary<CaseTarget, CaseView> _views = [];

    public IReadOnlyList<Model> Models { get; } = models;

    public CaseView For(CaseTarget target)
    {
        if (_views.TryGetValue(target, out var view))
            return view;
        if (_views.Count >= MostTargets)
            _views.Clear();
        return _views.GetOrAdd(target, t => new CaseView(packages, this, t));
    }
}

/// <summary>
/// Keeps the shelf up to date: with every transaction that this process commits, and with those of other processes within a second.
/// </summary>
public sealed class CaseShelves(DbSource source, CasePackages packages, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private State? _state;

    private sealed record State(CaseShelf Shelf, List<int> Versions, ReadMark Mark);

    /// <summary>The shelf; <paramref name="after"/> asks for one that was looked at after another was found wanting.</summary>
    public ValueTask<CaseShelf> ReadAsync(CancellationToken stop, CaseShelf? after = null)
    {
        var state = Volatile.Read(ref _state);
        return state is not null && after is null && state.Mark.IsRecent(source, clock)
            ? new(state.Shelf)
            : new(LookAsync(state, stop));
    }

    public void Dispose() => _turn.Dispose();

    private async Task<CaseShelf> LookAsync(State? seen, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var state = _state;
            if (state is not null && state != seen)
                return state.Shelf;
            var mark = ReadMark.Now(source, clock);
            await using var db = source.Open();
            var versions = await db.Frameworks.Where(f => f.CurrentVersionKey != null).OrderBy(f => f.Key).Select(f => f.CurrentVersionKey!.Value).ToListAsync(stop);
            var shelf = state is not null && state.Versions.SequenceEqual(versions)
                ? state.Shelf
                : new CaseShelf(packages, [.. (await ModelCatalog.ListAsync(db, stop)).OrderBy(m => m.Framework.Key)]);
            Volatile.Write(ref _state, new(shelf, [.. shelf.Models.Select(m => m.Version.Key)], mark));
            return shelf;
        }
        finally
        {
            _turn.Release();
        }
    }
}
