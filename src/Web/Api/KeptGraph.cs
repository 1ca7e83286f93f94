namespace Trellis.Web.Api;

/// <summary>What a kept graph is: a name that stands for its bytes, when it was loaded, and how it is written.</summary>
public sealed record GraphContent(string Name, DateTimeOffset ChangedAt, Func<Stream, Task> Write);

/// <summary>The linked data of one version under one public address, made when the first reader asks. It is packed when it is whole.</summary>
public sealed class KeptGraph : KeptFile
{
    private static readonly ContentCoding[] Packings = [ContentCoding.Gzip, ContentCoding.Brotli];

    private readonly GraphContent _content;
    private readonly string _folder;
    private readonly Action _made;
    private readonly string[] _tags;
    private readonly Dictionary<ContentCoding, PackedCopy> _packed;
    private readonly Lock _lock = new();
    private GrowingFile? _growing;

    internal KeptGraph(GraphContent content, string folder, Action made)
    {
        (_content, _folder, _made, _tags) = (content, folder, made, TagsOf(content.Name));
        _packed = Packings.ToDictionary(c => c, c => new PackedCopy(Path(ContentCoding.Identity), Path(c), c));
    }

    public override DateTimeOffset ChangedAt => _content.ChangedAt;

    public override string Tag(ContentCoding coding) => _tags[(int)coding];

    public override string Path(ContentCoding coding) => System.IO.Path.Combine(_folder, _content.Name + KeptGraphs.Ending + coding switch
    {
        ContentCoding.Gzip => ".gz",
        ContentCoding.Brotli => ".br",
        _ => "",
    });

    public override bool Offers(ContentCoding coding) => coding == ContentCoding.Identity || (IsWhole() && _packed[coding].IsThere);

    public override GrowingFile? Growing(ContentCoding coding)
    {
        lock (_lock)
            return IsWhole() ? null : _growing ??= Start();
    }

    /// <summary>Forgets the files, which were taken away to make room.</summary>
    internal void Drop()
    {
        foreach (var packed in _packed.Values)
            packed.Forget();
    }

    private bool IsWhole()
    {
        if (!File.Exists(Path(ContentCoding.Identity)))
            return false;
        foreach (var packed in _packed.Values)
            packed.Begin();
        return true;
    }

    private GrowingFile Start()
    {
        Directory.CreateDirectory(_folder);
        var part = Path(ContentCoding.Identity) + "." + Guid.NewGuid().ToString("N");
        var file = new GrowingFile(part);
        _ = Task.Run(() => MakeAsync(file, part));
        return file;
    }

    private async Task MakeAsync(GrowingFile file, string part)
    {
        try
        {
            await using (var shown = new ShownStream(file))
                await _content.Write(shown);
            File.Move(part, Path(ContentCoding.Identity), overwrite: true);
            End();
            file.Finish();
            _made();
        }
        catch (Exception e)
        {
            // Those who read it are told; whoever asks next begins again.
            End();
            file.Fail(e);
            File.Delete(part);
        }
    }

    private void End()
    {
        lock (_lock)
            _growing = null;
    }
}
