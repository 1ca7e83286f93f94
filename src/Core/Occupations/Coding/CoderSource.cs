using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// The title coder of the current release, as one process holds it. What it has learned is kept in a file of the data folder, so
/// that it is learned once for each release. Safe for use from several threads.
/// </summary>
public sealed class CoderSource(OccupationIndex index, DataLocation location) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile LoadedCoder? _loaded;

    private string File => Path.Combine(location.Folder, "coder.bin");

    /// <summary>The coder as of now, or null where no release has been loaded. Waits while it learns.</summary>
    public async Task<LoadedCoder?> CurrentAsync(Db db, CancellationToken stop = default)
    {
        if ((await index.CurrentAsync(db, stop)).Release is not { } release)
            return null;
        if (Known(release) is { } known)
            return known;
        await _loading.WaitAsync(stop);
        try
        {
            if (Known(release) is null)
            {
                var texts = await index.TextsAsync(release, stop);
                _loaded = new(release, await Task.Run(() => new TitleCoder(texts, Nets(texts, stop)), stop));
            }
            return _loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    private LoadedCoder? Known(DataRelease release) =>
        _loaded is { } loaded && loaded.Release.Key == release.Key && loaded.Release.LoadedAt == release.LoadedAt ? loaded : null;

    private TitleNets Nets(OccupationTexts texts, CancellationToken stop)
    {
        if (Kept(TitleNets.FingerprintOf(texts)) is { } kept)
            return kept;
        var nets = TitleNets.Train(texts, stop: stop);
        Keep(nets);
        return nets;
    }

    private TitleNets? Kept(string fingerprint)
    {
        try
        {
            using var file = new BufferedStream(System.IO.File.OpenRead(File), 1 << 16);
            return TitleNets.Read(file, fingerprint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            // Not there, or not whole: it is learned again.
            return null;
        }
    }

    private void Keep(TitleNets nets)
    {
        // Another process may do the same: each writes a file of its own, and the last one whole stays.
        var written = $"{File}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(location.Folder);
            using (var file = new BufferedStream(System.IO.File.Create(written), 1 << 16))
                nets.Write(file);
            System.IO.File.Move(written, File, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written costs time at the next start, nothing else.
            if (System.IO.File.Exists(written))
                System.IO.File.Delete(written);
        }
    }
}

/// <summary>The coder, and the release that it knows.</summary>
public sealed record LoadedCoder(DataRelease Release, TitleCoder Coder);
