namespace Trellis.Web.Api;

/// <summary>A packed form of a kept file, made beside it once that is whole: it takes longer than readers would wait, and they have another meanwhile.</summary>
internal sealed class PackedCopy(string plain, string path, ContentCoding coding)
{
    private const int BufferSize = 256 * 1024;

    private volatile bool _isThere;
    private int _isBegun;

    public bool IsThere => _isThere;

    /// <summary>Makes it in the background, unless it is there or being made.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _isBegun, 1) == 1)
            return;
        _isThere = File.Exists(path);
        if (!_isThere)
            _ = Task.Run(MakeAsync);
    }

    /// <summary>It may have been taken away.</summary>
    public void Forget()
    {
        _isThere = false;
        Volatile.Write(ref _isBegun, 0);
    }

    private async Task MakeAsync()
    {
        var part = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            await using (var from = new FileStream(plain, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize))
            await using (var to = ContentCodings.Packer(new FileStream(part, FileMode.CreateNew), coding))
                await from.CopyToAsync(to, BufferSize);
            // A file that was taken away meanwhile to make room takes its packed form along.
            if (!File.Exists(plain))
                throw new FileNotFoundException("The file was taken away.", plain);
            File.Move(part, path, overwrite: true);
            _isThere = true;
        }
        catch (IOException)
        {
            // Whoever asks next begins again; until then there is another form.
            File.Delete(part);
            Forget();
        }
    }
}
