using System.Text.Json;
using Trellis.Core.Storage;

namespace Trellis.Interop.Downloads;

/// <summary>
/// The files of the whole download in the data folder: each is made when it is first asked for and kept until the data changes. One is
/// made at a time, and none is seen before it is whole.
/// </summary>
public sealed class DownloadFolder(DbSource source, DataLocation location, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _making = new(1);

    private string Root => Path.Combine(location.Folder, "whole");

    /// <summary>A file in its present edition, made now where it is not there, and where it lies.</summary>
    public async Task<(DownloadFile File, string Path)> GetAsync(DownloadTable table, CancellationToken stop)
    {
        await using var db = source.Open();
        var scope = await DownloadScope.ReadAsync(db, stop);
        return await GetAsync(db, table, scope, stop);
    }

    /// <summary>The manifest; makes all files that are not there.</summary>
    public async Task<DownloadManifest> ManifestAsync(CancellationToken stop)
    {
        await using var db = source.Open();
        var scope = await DownloadScope.ReadAsync(db, stop);
        var files = new List<DownloadFile>();
        foreach (var table in DownloadTable.Public)
            files.Add((await GetAsync(db, table, scope, stop)).File);
        return new(DownloadManifest.FormatName, scope.Edition, files);
    }

    /// <summary>Those of the files that have been made in the present edition; makes none.</summary>
    public async Task<IReadOnlyDictionary<string, DownloadFile>> MadeAsync(CancellationToken stop)
    {
        await using var db = source.Open();
        var scope = await DownloadScope.ReadAsync(db, stop);
        return DownloadTable.Public.Select(t => Find(t, scope)).OfType<DownloadFile>().ToDictionary(f => f.File, StringComparer.Ordinal);
    }

    public void Dispose() => _making.Dispose();

    private async Task<(DownloadFile File, string Path)> GetAsync(Db db, DownloadTable table, DownloadScope scope, CancellationToken stop)
    {
        var path = PathOf(table, scope);
        if (Find(table, scope) is { } known)
            return (known, path);
        await _making.WaitAsync(stop);
        try
        {
            return (Find(table, scope) ?? await MakeAsync(db, table, scope, stop), path);
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<DownloadFile> MakeAsync(Db db, DownloadTable table, DownloadScope scope, CancellationToken stop)
    {
        var path = PathOf(table, scope);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DeleteFormer(scope);
        var making = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            DownloadFile file;
            await using (var stream = new FileStream(making, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
                file = await DownloadFile.WriteAsync(db, table, scope, stream, clock.GetUtcNow(), stop);
            await File.WriteAllBytesAsync(making + ".json", JsonSerializer.SerializeToUtf8Bytes(file, DownloadManifest.Json), stop);
            // What tells of the file comes last: where it is, the file is whole.
            File.Move(making, path, overwrite: true);
            File.Move(making + ".json", path + ".json", overwrite: true);
            return file;
        }
        finally
        {
            File.Delete(making);
            File.Delete(making + ".json");
        }
    }

    private DownloadFile? Find(DownloadTable table, DownloadScope scope)
    {
        var path = PathOf(table, scope);
        return File.Exists(path + ".json") && File.Exists(path) ? JsonSerializer.Deserialize<DownloadFile>(File.ReadAllBytes(path + ".json"), DownloadManifest.Json) : null;
    }

    /// <summary>Takes away what former data gave; who still reads one of its files reads it to the end.</summary>
    private void DeleteFormer(DownloadScope scope)
    {
        foreach (var former in new DirectoryInfo(Root).EnumerateDirectories().Where(d => d.Name != scope.Edition).OrderByDescending(d => d.LastWriteTimeUtc).Skip(1))
            former.Delete(recursive: true);
    }

    private string PathOf(DownloadTable table, DownloadScope scope) => Path.Combine(Root, scope.Edition, table.FileName);
}
