using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Occupations.Search;

/// <summary>
/// The search over the occupations of the current release, as one process holds it. The database is the truth: each search first
/// asks it which release is current, and reads that one where it is new. Safe for use from several threads.
/// </summary>
public sealed class OccupationIndex(DbSource source) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile LoadedOccupations _loaded = LoadedOccupations.None;

    /// <summary>The search as of now. Waits while it is being built.</summary>
    public async Task<LoadedOccupations> CurrentAsync(Db db, CancellationToken stop = default)
    {
        var release = await ReleaseAsync(db, stop);
        if (_loaded.Covers(release))
            return _loaded;
        await _loading.WaitAsync(stop);
        try
        {
            // Somebody may have loaded while we waited, and another release may have come into force.
            release = await ReleaseAsync(db, stop);
            if (!_loaded.Covers(release))
                _loaded = release is null ? LoadedOccupations.None : await LoadAsync(release, stop);
            return _loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The texts of the release that the search covers.</summary>
    public async Task<OccupationTexts> TextsAsync(DataRelease release, CancellationToken stop = default)
    {
        await using var db = source.Open();
        return await OccupationReader.ReadAsync(db, release.Key, stop);
    }

    public void Dispose() => _loading.Dispose();

    private static async Task<DataRelease?> ReleaseAsync(Db db, CancellationToken stop) =>
        (await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.Onet, stop)).FirstOrDefault();

    private async Task<LoadedOccupations> LoadAsync(DataRelease release, CancellationToken stop) =>
        new(release, OccupationSearch.Of(await TextsAsync(release, stop)));
}

/// <summary>The search, and the release that it covers; null where none has been loaded.</summary>
public sealed record LoadedOccupations(DataRelease? Release, OccupationSearch Search)
{
    internal static LoadedOccupations None { get; } = new(null, OccupationSearch.Empty);

    /// <summary>Whether it is this release: the key of one that was dropped may come again.</summary>
    internal bool Covers(DataRelease? release) => Release?.Key == release?.Key && Release?.LoadedAt == release?.LoadedAt;
}
