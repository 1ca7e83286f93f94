using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>
/// The package of one version in one edition, made once and kept as files: as it is, as gzip, the list of its pieces, and the index of
/// its objects, which is written last and says that all are whole. Made when the first reader asks, who gets it while it grows; packed
/// once more, as Brotli, when it is whole.
/// </summary>
public sealed class CasePackage : KeptFile
{
    internal const string RunsEnding = ".runs";

    private readonly CasePackages _owner;
    private readonly string _folder;
    private readonly Lock _lock = new();
    private readonly string[] _tags;
    private readonly PackedCopy _brotli;
    private IReadOnlyDictionary<ContentCoding, GrowingFile>? _growing;
    private Task? _making;
    private WholePackage? _whole;

    internal CasePackage(CasePackages owner, string folder, Model model, CaseTarget target)
    {
        (_owner, _folder, Model, Target) = (owner, folder, model, target);
        var v = model.Version;
        var content = string.Create(CultureInfo.InvariantCulture,
            $"{CasePackageWriter.Revision}\n{v.ContentHash}\n{v.Number}\n{v.Sequence}\n{v.SourceFormat}\n{target.Edition.Number}\n{target.Addresses.Base}");
        Name = Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(content)).AsSpan(0, 16));
        _tags = TagsOf(Name);
        _brotli = new(Path(ContentCoding.Identity), Path(ContentCoding.Brotli), ContentCoding.Brotli);
    }

    public Model Model { get; }

    public CaseTarget Target { get; }

    /// <summary>Names the bytes: the same name on every machine stands for the same package.</summary>
    public string Name { get; }

    public override string Tag(ContentCoding coding) => _tags[(int)coding];

    public override DateTimeOffset ChangedAt => Model.Version.LoadedAt;

    /// <summary>Where the package is kept; it is whole once the index is there.</summary>
    public override string Path(ContentCoding coding) => System.IO.Path.Combine(_folder, Name + coding switch
    {
        ContentCoding.Gzip => ".json.gz",
        ContentCoding.Brotli => ".json.br",
        _ => ".json",
    });

    public string IndexPath => System.IO.Path.Combine(_folder, Name + CasePackages.IndexEnding);

    public string RunsPath => System.IO.Path.Combine(_folder, Name + RunsEnding);

    /// <summary>Whether it can be had packed in this way. Brotli follows when the package is whole.</summary>
    public override bool Offers(ContentCoding coding) => coding != ContentCoding.Brotli || (Whole is not null && _brotli.IsThere);

    /// <summary>The package once it is whole, also where an earlier run made it; null before.</summary>
    public WholePackage? Whole => Volatile.Read(ref _whole) ?? TryOpen();

    /// <summary>Makes the package unless it is whole, and waits for that.</summary>
    public async Task<WholePackage> MakeAsync()
    {
        while (true)
        {
            if (Whole is { } whole)
                return whole;
            Task making;
            lock (_lock)
                making = _making ??= Start();
            await making;
        }
    }

    /// <summary>The file as it grows, begun if need be; null where the package is whole.</summary>
    public override GrowingFile? Growing(ContentCoding coding)
    {
        lock (_lock)
        {
            if (Whole is not null)
                return null;
            _making ??= Start();
            return _growing![coding];
        }
    }

    /// <summary>Forgets what is known of the files: they were taken away to make room, or will hardly be asked for.</summary>
    internal void Drop()
    {
        lock (_lock)
            (_whole, _making) = (null, null);
        _brotli.Forget();
    }

    private Task Start()
    {
        Directory.CreateDirectory(_folder);
        var run = Guid.NewGuid().ToString("N");
        var sink = new PackageStream(coding => Path(coding) + "." + run);
        _growing = sink.Files;
        return Task.Run(() => MakeAsync(sink, run));
    }

    private async Task MakeAsync(PackageStream sink, string run)
    {
        await using var _ = sink;
        try
        {
            await using (var db = _owner.Open())
            {
                using var former = await FormerPackage.FindAsync(db, _owner, this);
                var contents = await CasePackageWriter.WriteAsync(db, Model, Target, sink, new(sink.Cut, former?.For(sink, _owner)), CancellationToken.None);
                sink.Complete();
                await File.WriteAllBytesAsync(RunsPath + "." + run, CaseRun.ToBytes(contents.Runs));
                await File.WriteAllBytesAsync(IndexPath + "." + run, contents.Index.ToBytes());
            }
            foreach (var path in new[] { Path(ContentCoding.Identity), Path(ContentCoding.Gzip), RunsPath, IndexPath })
                File.Move(path + "." + run, path, overwrite: true);
            lock (_lock)
            {
                TryOpen();
                (_making, _growing) = (null, null);
            }
            sink.Finish();
            _owner.MakeRoom();
        }
        catch (Exception e)
        {
            lock (_lock)
                (_making, _growing) = (null, null);
            sink.Fail(e);
            foreach (var part in Directory.EnumerateFiles(_folder, Name + "*." + run))
                File.Delete(part);
            throw;
        }
    }

    private WholePackage? TryOpen()
    {
        if (!File.Exists(IndexPath))
            return null;
        try
        {
            var index = CaseIndex.Read(File.ReadAllBytes(IndexPath));
            var whole = new WholePackage(this, index, File.OpenHandle(Path(ContentCoding.Identity), options: FileOptions.RandomAccess));
            File.SetLastWriteTimeUtc(IndexPath, _owner.Now);
            _brotli.Begin();
            Volatile.Write(ref _whole, whole);
            return whole;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>A package that is whole, and the objects in it. It can be read to the end also where its files were taken away meanwhile.</summary>
public sealed class WholePackage(CasePackage package, CaseIndex index, SafeFileHandle file)
{
    public CasePackage Package { get; } = package;

    public CaseIndex Index { get; } = index;

    /// <summary>The end of an item or association that stands alone: the link to its document.</summary>
    public byte[] OfDocument { get; } = CaseObjects.OfDocument(package.Model, package.Target);

    /// <summary>Where an object stands; null where it is not in the package.</summary>
    public CasePlace? Find(CaseKind kind, Guid id) => Index.Find(kind, id);

    public IEnumerable<CasePlace> All(CaseKind kind) => Index.All(kind);

    /// <summary>The bytes of an object, and room for <paramref name="more"/> after them.</summary>
    public byte[] Read(CasePlace place, int more = 0)
    {
        var bytes = new byte[place.Length + more];
        RandomAccess.Read(file, bytes.AsSpan(0, place.Length), place.Start);
        return bytes;
    }
}
