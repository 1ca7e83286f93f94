namespace Trellis.Web.Api;

/// <summary>A stream that takes bytes as they are made, and does with them what <see cref="Take"/> says.</summary>
public abstract class OneWayStream : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    protected abstract void Take(ReadOnlySpan<byte> bytes);

    public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Take(buffer.Span);
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
}

/// <summary>Writes to a file that others read while it grows.</summary>
internal sealed class ShownStream(GrowingFile file) : OneWayStream
{
    protected override void Take(ReadOnlySpan<byte> bytes)
    {
        file.Stream.Write(bytes);
        file.Show();
    }
}
