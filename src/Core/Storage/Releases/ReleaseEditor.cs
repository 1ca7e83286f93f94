using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Text;

namespace Trellis.Core.Storage.Releases;

/// <summary>
/// Loads, restores and drops releases. A load is one transaction: until its last row is written the former release is the current
/// one, and a load that is interrupted leaves nothing.
/// </summary>
public sealed class ReleaseEditor(Db db)
{
    /// <summary>
    /// Loads a release. <paramref name="write"/> writes its rows and may complete <paramref name="release"/> with what it finds in
    /// the source. Starter data becomes current only where there is nothing else.
    /// </summary>
    public async Task<DataRelease> LoadAsync(
        DataRelease release, Func<ReleaseRows, Task> write, Change change, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "releases", stop);
        release.Key = 1 + (await db.DataReleases.MaxAsync(r => (int?)r.Key, stop) ?? 0);
        var rows = new ReleaseRows(db, release.Key, progress);
        await write(rows);
        (release.Rows, release.LoadedAt, release.LoadedBy) = (rows.Count, change.When, change.Who);
        var former = await db.DataReleases.FirstOrDefaultAsync(r => r.Kind == release.Kind && r.Scope == release.Scope && r.State == ReleaseState.Current, stop);
        release.State = release.IsStarter && former is { IsStarter: false } ? ReleaseState.Former : ReleaseState.Current;
        if (release.State == ReleaseState.Current)
            await RetireAsync(former, stop);
        db.Add(release);
        db.Add(AuditEntry.Of(change, "release load", Subject(release), Summary(former), Summary(release)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return release;
    }

    /// <summary>Makes a former release the current one again; false where there is no such release or it is current already.</summary>
    public async Task<bool> RestoreAsync(int key, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "releases", stop);
        if (await db.DataReleases.FirstOrDefaultAsync(r => r.Key == key && r.State == ReleaseState.Former, stop) is not { } release)
            return false;
        var former = await db.DataReleases.FirstOrDefaultAsync(r => r.Kind == release.Kind && r.Scope == release.Scope && r.State == ReleaseState.Current, stop);
        await RetireAsync(former, stop);
        await ActivateAsync(release.Key, stop);
        await NoteAsync(AuditEntry.Of(change, "release restore", Subject(release), Summary(former), Summary(release)), stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>Deletes a release with all its rows. Where it was current, the newest former one of its kind and scope takes its place.</summary>
    public async Task<bool> DropAsync(int key, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "releases", stop);
        if (await db.DataReleases.FirstOrDefaultAsync(r => r.Key == key, stop) is not { } release)
            return false;
        foreach (var table in TablesOfReleases())
            await DeleteRowsAsync(table, key, stop);
        await db.DataReleases.Where(r => r.Key == key).ExecuteDeleteAsync(stop);
        var next = release.State == ReleaseState.Current
            ? await db.DataReleases.Where(r => r.Kind == release.Kind && r.Scope == release.Scope).OrderBy(r => r.IsStarter).ThenByDescending(r => r.Key).FirstOrDefaultAsync(stop)
            : null;
        if (next is not null)
            await ActivateAsync(next.Key, stop);
        await NoteAsync(AuditEntry.Of(change, "release drop", Subject(release), Summary(release), Summary(next)), stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>Every table whose rows belong to a release, as the mappings know them.</summary>
    private IEnumerable<string> TablesOfReleases() => db.Model.GetEntityTypes()
        .Where(e => e.FindProperty("ReleaseKey") is not null).Select(e => e.GetTableName()!).Distinct(StringComparer.Ordinal);

    private async Task DeleteRowsAsync(string table, int key, CancellationToken stop)
    {
        // The name is one of the mappings', none that anybody typed.
        var sql = $"delete from {table} where release_key = {{0}}";
        await db.Database.ExecuteSqlRawAsync(sql, [key], stop);
    }

    private async Task RetireAsync(DataRelease? release, CancellationToken stop)
    {
        if (release is not null)
            await db.DataReleases.Where(r => r.Key == release.Key).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ReleaseState.Former), stop);
    }

    private Task<int> ActivateAsync(int key, CancellationToken stop) =>
        db.DataReleases.Where(r => r.Key == key).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ReleaseState.Current), stop);

    private async Task NoteAsync(AuditEntry entry, CancellationToken stop)
    {
        db.Add(entry);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static string Subject(DataRelease release) => release.Scope.Length == 0 ? release.Kind : $"{release.Kind} {release.Scope}";

    private static string? Summary(DataRelease? release) => release is null ? null : JsonSerializer.Serialize(
        new { release.Key, release.Title, release.Edition, release.Rows, release.Rejected, release.File, release.FileHash }, TextJson.Options);
}
