using System.IO.Compression;

namespace Trellis.Web.Api;

/// <summary>Takes the bytes of a package as they are made and keeps them three times: as they are, and packed in two ways.</summary>
public sealed class PackageStream : Stream
{
    /// <summary>Beyond this, Brotli takes far more time for little less space.</summary>
    private const int BrotliQuality = 4;

    private readonly Dictionary<ContentCoding, GrowingFile> _files;
    private readonly GZipStream _gzip;
    private readonly BrotliStream _brotli;
    private bool _isShown;

    public PackageStream(Func<ContentCoding, string> path)
    {
        _files = Enum.GetValues<ContentCoding>().ToDictionary(c => c, c => new GrowingFile(path(c)));
        _gzip = new(_files[ContentCoding.Gzip].Stream, CompressionLevel.Optimal, leaveOpen: true);
        _brotli = new(_files[ContentCoding.Brotli].Stream, new BrotliCompressionOptions { Quality = BrotliQuality }, leaveOpen: true);
    }

    /// <summary>The files by how they are packed, for readers to follow.</summary>
    public IReadOnlyDictionary<ContentCoding, GrowingFile> Files => _files;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _files[ContentCoding.Identity].Stream.Write(buffer);
        _gzip.Write(buffer);
        _brotli.Write(buffer);
        if (!_isShown)
        {
            // Packed bytes are held back until there are many; the first are sent at once.
            _gzip.Flush();
            _brotli.Flush();
            _isShown = true;
        }
        foreach (var file in _files.Values)
            file.Show();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Writes what the packers still hold. The files may be renamed before their readers are told that they are whole.</summary>
    public void Complete()
    {
        _gzip.Dispose();
        _brotli.Dispose();
    }

    public void Finish()
    {
        foreach (var file in _files.Values)
            file.Finish();
    }

    public void Fail(Exception error)
    {
        foreach (var file in _files.Values)
            file.Fail(error);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var file in _files.Values)
                file.Dispose();
            _gzip.Dispose();
            _brotli.Dispose();
        }
        base.Dispose(disposing);
    }
}
