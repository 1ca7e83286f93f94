using System.IO.Compression;
using System.Security.Cryptography;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>The files of a release as somebody has them: one file, a folder, or a ZIP archive. Nothing of it is changed or unpacked to disk.</summary>
public sealed class ReleaseSource : IDisposable
{
    private const int MostEntries = 2000;
    private const long MostBytes = 4L * 1024 * 1024 * 1024;
    private const int MostRatio = 200;
    private const long SmallEntry = 4 * 1024 * 1024;

    private readonly Dictionary<string, Func<Stream>> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly ZipArchive? _zip;
    private readonly Stream? _stream;

    private ReleaseSource(string name, string hash) => (Name, Hash) = (name, hash);

    private ReleaseSource(string name, string hash, Stream stream, ZipArchive zip)
    {
        (Name, Hash, _stream, _zip) = (name, hash, stream, zip);
        foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0))
            _files.TryAdd(entry.Name, entry.Open);
    }

    /// <summary>The name of the file or folder, for messages.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of what it holds; the same release given twice is recognised by it.</summary>
    public string Hash { get; }

    /// <summary>Names of files without their folders.</summary>
    public IEnumerable<string> Files => _files.Keys;

    /// <summary>A file or folder of this machine. A workbook is one file, though it is an archive too.</summary>
    public static ReleaseSource Open(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (Directory.Exists(path))
            return Folder(path, name);
        if (!File.Exists(path))
            throw Unusable("no-file", name, "There is no such file or folder.");
        return Of(name, File.OpenRead(path), () => File.OpenRead(path));
    }

    /// <summary>A file that somebody sent.</summary>
    public static ReleaseSource Of(string name, byte[] content) =>
        Of(name, new MemoryStream(content, writable: false), () => new MemoryStream(content, writable: false));

    public bool Has(string file) => _files.ContainsKey(file);

    public Stream Open(string file, bool buffered) => buffered ? new BufferedStream(_files[file](), 1 << 16) : _files[file]();

    /// <summary>One file in memory, for formats that are read as a whole.</summary>
    public ImportSource Whole(string file)
    {
        using var stream = _files[file]();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new(file, memory.ToArray());
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _stream?.Dispose();
    }

    private static ReleaseSource Of(string name, Stream stream, Func<Stream> open)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        if (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            stream.Dispose();
            return new(name, hash) { _files = { [name] = open } };
        }
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            Check(zip, name);
            return new(name, hash, stream, zip);
        }
        catch (InvalidDataException)
        {
            stream.Dispose();
            throw Unusable("broken-zip", name, "This ZIP archive cannot be opened: it is damaged or not complete. Download it again.");
        }
    }

    private static ReleaseSource Folder(string path, string name)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(MostEntries).ToList();
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        var source = new ReleaseSource(name, Convert.ToHexStringLower(hash.GetHashAndReset()));
        foreach (var file in files)
            source._files.TryAdd(Path.GetFileName(file), () => File.OpenRead(file));
        return source;
    }

    private static void Check(ZipArchive zip, string name)
    {
        if (zip.Entries.Count > MostEntries)
            throw Unusable("zip-too-large", name, "The ZIP archive holds more than {0} files; it was not opened.", $"{MostEntries}");
        if (zip.Entries.Any(e => e.IsEncrypted))
            throw Unusable("zip-encrypted", name, "This ZIP archive is protected by a password. Save it without one.");
        if (zip.Entries.Aggregate(0L, (sum, e) => Math.Min(long.MaxValue / 2, sum) + Math.Clamp(e.Length, 0, long.MaxValue / 2)) > MostBytes)
            throw Unusable("zip-too-large-unpacked", name, "Unpacked, the ZIP archive is larger than {0} MB; it was not opened.", $"{MostBytes >> 20}");
        if (zip.Entries.Any(e => e.Length > SmallEntry && e.Length / MostRatio > e.CompressedLength))
            throw Unusable("zip-bomb", name, "A file of the ZIP archive unpacks to more than {0} times its size, which no honest table does; it was not opened.", $"{MostRatio}");
    }

    private static UnusableInputException Unusable(string code, string where, string sentence, params string[] values) =>
        new(Problem.Rejected(code, where, sentence, values));
}
