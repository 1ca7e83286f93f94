using Trellis.Core.Storage;

namespace Trellis.Interop;

/// <summary>
/// Where files lie: <paramref name="Shipped"/> is the data folder that comes with the program, <paramref name="Own"/> that of the
/// installation, with sent files below uploads and fetched ones below downloads.
/// </summary>
public sealed record DataFolders(string Shipped, string Own)
{
    public string Downloads => Path.Combine(Own, "downloads");

    private string Uploads => Path.Combine(Own, "uploads");

    /// <summary>A new folder of its own for a file that is being sent, and the path to write it to. The name keeps only what no system objects to.</summary>
    public (string Upload, string Path) NewUpload(string name)
    {
        var upload = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(Path.Combine(Uploads, upload));
        var safe = string.Concat(Core.Storage.Uploads.SafeName(name).Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return (upload, Path.Combine(Uploads, upload, safe.Length == 0 ? "file" : safe));
    }

    /// <summary>The file that was sent; null where this machine does not have it.</summary>
    public string? FileOf(string upload)
    {
        var folder = Path.Combine(Uploads, upload);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).FirstOrDefault() : null;
    }

    public void DeleteUpload(string upload)
    {
        var folder = Path.Combine(Uploads, upload);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    public void DeleteUploadsExcept(IReadOnlyCollection<string> kept, DateTimeOffset olderThan)
    {
        if (!Directory.Exists(Uploads))
            return;
        foreach (var folder in new DirectoryInfo(Uploads).EnumerateDirectories().Where(d => !kept.Contains(d.Name) && d.LastWriteTimeUtc < olderThan.UtcDateTime))
            folder.Delete(recursive: true);
    }
}
