using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Guidance;

/// <summary>
/// The skill table of the current release, as one process holds it; which release that is, is asked again and again. Safe for use from
/// several threads.
/// </summary>
public sealed class SkillTables(DbSource source, TimeProvider clock) : IDisposable
{
    private readonly Recent<List<DataRelease>> _releases = new(source, clock, (db, stop) => ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.Onet, stop));
    private readonly SemaphoreSlim _loading = new(1);
    private volatile LoadedSkills _loaded = LoadedSkills.None;

    /// <summary>The table as of now. Waits while it is being read.</summary>
    public async Task<LoadedSkills> CurrentAsync(Db db, CancellationToken stop = default)
    {
        if (await _releases.ReadAsync(db, stop) is not [var release, ..])
            return LoadedSkills.None;
        if (_loaded.Covers(release))
            return _loaded;
        await _loading.WaitAsync(stop);
        try
        {
            if (!_loaded.Covers(release))
                _loaded = new(release, await ReadAsync(release.Key, stop));
            return _loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    private async Task<SkillTable> ReadAsync(int key, CancellationToken stop)
    {
        await using var db = source.Open();
        var occupations = await db.Occupations.Where(o => o.ReleaseKey == key).ToListAsync(stop);
        var elements = await db.ContentElements.Where(e => e.ReleaseKey == key && (e.Id.StartsWith("2.A") || e.Id.StartsWith("2.B") || e.Id.StartsWith("2.C"))).ToListAsync(stop);
        var ratings = await db.OccupationRatings.Where(r => r.ReleaseKey == key && r.Category == 0
            && (r.ElementId.StartsWith("2.A") || r.ElementId.StartsWith("2.B") || r.ElementId.StartsWith("2.C") || r.ElementId.StartsWith("1.B.1"))).ToListAsync(stop);
        var scales = await db.RatingScales.Where(s => s.ReleaseKey == key).ToDictionaryAsync(s => s.Id, stop);
        return SkillTable.Of(occupations, elements, ratings, scales);
    }
}

/// <summary>The table, and the release that it is of; null where none has been loaded.</summary>
public sealed record LoadedSkills(DataRelease? Release, SkillTable Table)
{
    internal static LoadedSkills None { get; } = new(null, SkillTable.Empty);

    internal bool Covers(DataRelease release) => Release?.Key == release.Key && Release.LoadedAt == release.LoadedAt;
}
