using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>
/// Takes the bytes of a package as they are made and keeps them twice: as they are, and packed as gzip. Each piece is packed for itself,
/// so that it can stand in another package as it is.
/// </summary>
public sealed class PackageStream : OneWayStream
{
    private static readonly byte[] GzipHead = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    /// <summary>A last block of nothing ends the packed bytes.</summary>
    private static readonly byte[] GzipEnd = [3, 0];

    private readonly Dictionary<ContentCoding, GrowingFile> _files;
    private readonly MemoryStream _packed = new();
    private readonly Crc32 _sum = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private DeflateStream? _piece;
    private long _length;
    private long _cut;

    public PackageStream(Func<ContentCoding, string> path)
    {
        _files = new[] { ContentCoding.Identity, ContentCoding.Gzip }.ToDictionary(c => c, c => new GrowingFile(path(c)));
        Packed.Write(GzipHead);
        _cut = GzipHead.Length;
    }

    /// <summary>The files by how they are packed, for readers to follow.</summary>
    public IReadOnlyDictionary<ContentCoding, GrowingFile> Files => _files;

    private Stream Packed => _files[ContentCoding.Gzip].Stream;

    /// <summary>Ends a piece; gives where it stands in the packed file.</summary>
    public CaseStretch Cut()
    {
        // Packed bytes are held back until there are many; these are sent at once, and nothing that follows refers to them.
        _piece!.Flush();
        Send();
        _piece.Dispose();
        _piece = null;
        _packed.SetLength(0);
        return Note();
    }

    /// <summary>Takes over a piece of another package as it stands in its files; gives where it stands in the packed file.</summary>
    public CaseStretch Copy(SafeFileHandle plain, SafeFileHandle packed, CaseRun run)
    {
        Copy(plain, run.Bytes, Keep);
        Copy(packed, run.Packed, Packed.Write);
        Send();
        return Note();
    }

    /// <summary>Ends the packed file. The files may be renamed before their readers are told that they are whole.</summary>
    public void Complete()
    {
        Span<byte> check = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(check, _sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(check[4..], (uint)_length);
        Packed.Write(GzipEnd);
        Packed.Write(check);
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

    protected override void Take(ReadOnlySpan<byte> bytes)
    {
        Keep(bytes);
        _piece ??= new(_packed, CompressionLevel.Optimal, leaveOpen: true);
        _piece.Write(bytes);
        Send();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var file in _files.Values)
                file.Dispose();
            _piece?.Dispose();
            _packed.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        _files[ContentCoding.Identity].Stream.Write(bytes);
        _sum.Append(bytes);
        _length += bytes.Length;
    }

    private void Copy(SafeFileHandle file, CaseStretch bytes, Action<ReadOnlySpan<byte>> write)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var count = RandomAccess.Read(file, _buffer.AsSpan(0, Math.Min(_buffer.Length, bytes.Length - done)), bytes.Start + done);
            if (count == 0)
                throw new EndOfStreamException("A kept package is shorter than its index says.");
            write(_buffer.AsSpan(0, count));
            done += count;
        }
    }

    private void Send()
    {
        Packed.Write(_packed.GetBuffer().AsSpan(0, (int)_packed.Length));
        _packed.SetLength(0);
        foreach (var file in _files.Values)
            file.Show();
    }

    private CaseStretch Note()
    {
        var (start, end) = (_cut, Packed.Position);
        _cut = end;
        return CaseStretch.Between(start, end);
    }
}
