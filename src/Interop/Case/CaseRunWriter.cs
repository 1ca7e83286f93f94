using System.Buffers;
using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>The bytes of a package on their way out: object by object, cut into pieces, with notes of where everything stands.</summary>
internal sealed class CaseRunWriter(Stream stream, CasePieces? pieces) : IDisposable
{
    /// <summary>Bytes that may wait before they are sent on.</summary>
    private const int MostPending = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = TextJson.Options.Encoder, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * MostPending);
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);
    private readonly List<CaseRun> _runs = [];
    private readonly CaseIndex.Builder _index = new();
    private long _sent;
    private long _cut;
    private int _first;
    private int _count;

    public CaseContents Contents => new(_index, _runs);

    private long Position => _sent + _buffer.WrittenCount;

    public void Dispose() => _json.Dispose();

    /// <summary>Writes what stands between objects.</summary>
    public void Between(ReadOnlySpan<byte> text) => _buffer.Write(text);

    public void Write(CaseKind kind, Guid id, Action<Utf8JsonWriter> write) => Write(kind, json =>
    {
        write(json);
        return id;
    });

    /// <summary>Writes an object whose identifier shows while it is written.</summary>
    public void Write(CaseKind kind, Func<Utf8JsonWriter, Guid> write)
    {
        var start = Position;
        _json.Reset(_buffer);
        var id = write(_json);
        _json.Flush();
        _index.Add(kind, CaseAddresses.Id(id), start, Position);
    }

    /// <summary>Writes the end of the package: the members of the object that <paramref name="write"/> writes, and the brace that closes all.</summary>
    public void End(Func<Utf8JsonWriter, CaseTail> write)
    {
        var tail = new ArrayBufferWriter<byte>();
        _json.Reset(tail);
        var written = write(_json);
        _json.Flush();
        var start = Position;
        if (tail.WrittenCount == 2)
        {
            Between("}"u8);
            return;
        }
        Between(","u8);
        Between(tail.WrittenSpan[1..]);
        foreach (var (kind, id, from, to) in written.Places)
            _index.Add(kind, CaseAddresses.Id(id), start + from, start + to);
    }

    /// <summary>Ends a row of a list: the piece is cut behind the last of it, and many bytes are sent on.</summary>
    public async ValueTask NextAsync(CasePart part, int rank, Guid id, CancellationToken stop)
    {
        if (_count++ == 0)
            _first = rank;
        if (CaseRun.IsLast(id) || _count == CaseRun.Most)
            await CutAsync(part, stop);
        else if (_buffer.WrittenCount > MostPending)
            await SendAsync(stop);
    }

    /// <summary>Ends the piece, if one was begun.</summary>
    public async ValueTask CutAsync(CasePart part, CancellationToken stop)
    {
        await SendAsync(stop);
        if (_sent == _cut)
            return;
        Note(new(part, _first, _count), pieces?.Cut() ?? default);
    }

    /// <summary>Takes over a piece of an earlier package for the rows from a rank on.</summary>
    public void Copy(CaseRun run, int first)
    {
        var further = checked((int)(_sent - run.Bytes.Start));
        foreach (var (id, place) in pieces!.Former!.Index.Within(run.Bytes))
            _index.Add(id, place, further);
        var packed = pieces.Former.Copy(run);
        _sent += run.Bytes.Length;
        Note(run with { First = first }, packed);
    }

    private void Note(CaseRun run, CaseStretch packed)
    {
        _runs.Add(run with { Bytes = CaseStretch.Between(_cut, _sent), Packed = packed });
        (_cut, _first, _count) = (_sent, 0, 0);
    }

    private async ValueTask SendAsync(CancellationToken stop)
    {
        if (_buffer.WrittenCount == 0)
            return;
        await stream.WriteAsync(_buffer.WrittenMemory, stop);
        _sent += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
