using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage.Releases;

/// <summary>Which releases are there, and which of them readers see.</summary>
public static class ReleaseCatalog
{
    /// <summary>The current release of a kind, of the scope where one is asked for; null where nothing was loaded.</summary>
    public static Task<DataRelease?> CurrentAsync(Db db, string kind, string scope = "", CancellationToken stop = default) =>
        db.DataReleases.FirstOrDefaultAsync(r => r.Kind == kind && r.Scope == scope && r.State == ReleaseState.Current, stop);

    /// <summary>All current releases of a kind, those of publishers before starter data, the newest first.</summary>
    public static Task<List<DataRelease>> AllCurrentAsync(Db db, string kind, CancellationToken stop = default) =>
        db.DataReleases.Where(r => r.Kind == kind && r.State == ReleaseState.Current).OrderBy(r => r.IsStarter).ThenByDescending(r => r.Key).ToListAsync(stop);

    /// <summary>Every release, kind by kind, the current ones first.</summary>
    public static Task<List<DataRelease>> ListAsync(Db db, CancellationToken stop = default) =>
        db.DataReleases.OrderBy(r => r.Kind).ThenBy(r => r.Scope).ThenBy(r => r.State).ThenByDescending(r => r.Key).ToListAsync(stop);
}
