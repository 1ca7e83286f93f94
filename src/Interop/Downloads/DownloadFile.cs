using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Downloads;

/// <summary>A file of a whole download as its manifest tells of it: what is in it, how to check it, where it comes from and on what terms.</summary>
public sealed record DownloadFile(string File, string Title, long Rows, long Bytes, string Sha256, DateTimeOffset MadeAt)
{
    /// <summary>Bytes that may wait before they are compressed.</summary>
    private const int MostPending = 64 * 1024;

    public string? Note { get; init; }
    public required IReadOnlyList<DownloadSource> Sources { get; init; }

    /// <summary>Writes a table to a stream as JSON Lines, compressed; row by row, so that no table stands in memory.</summary>
    public static async Task<DownloadFile> WriteAsync(Db db, DownloadTable table, DownloadScope scope, Stream stream, DateTimeOffset now, CancellationToken stop)
    {
        var json = new DownloadJson(db, scope).Options;
        var releases = new HashSet<int>();
        var key = DownloadRows.TypeOf(db, table).GetProperty("ReleaseKey");
        var counted = new HashedStream(stream);
        long rows = 0;
        await using (var zip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
        {
            // Not straight into the compression: to flush that at every row would undo it.
            var buffer = new ArrayBufferWriter<byte>();
            await using var lines = new Utf8JsonWriter(buffer, new() { Encoder = json.Encoder, SkipValidation = true });
            await foreach (var row in DownloadRows.Read(db, table, scope).WithCancellation(stop))
            {
                JsonSerializer.Serialize(lines, row, row.GetType(), json);
                lines.Reset();
                buffer.Write("\n"u8);
                if (key is not null)
                    releases.Add((int)key.GetValue(row)!);
                rows++;
                if (buffer.WrittenCount < MostPending)
                    continue;
                await zip.WriteAsync(buffer.WrittenMemory, stop);
                buffer.ResetWrittenCount();
            }
            await zip.WriteAsync(buffer.WrittenMemory, stop);
        }
        return new(table.FileName, table.Title, rows, counted.Length, counted.Hash(), now)
        {
            Note = table.Note.Length > 0 ? table.Note : null,
            Sources = key is not null ? [.. releases.Order().Select(k => DownloadSource.Of(scope.Releases[k]))] : [DownloadSource.Own(table)],
        };
    }

    /// <summary>Counts and hashes what goes through it.</summary>
    private sealed class HashedStream(Stream to) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _length;

        public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            _length += buffer.Length;
            to.Write(buffer);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hash.AppendData(buffer.Span);
            _length += buffer.Length;
            await to.WriteAsync(buffer, cancellationToken);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
        public override void Flush() => to.Flush();
        public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);
        public override long Length => _length;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Position { get => _length; set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _hash.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Where rows of a download come from, and on what terms they may be used.</summary>
public sealed record DownloadSource(string Title, string? Publisher, string? Edition, string? Period, bool IsStarter, DownloadTerms Terms)
{
    /// <summary>The sentence that its license asks everyone to show.</summary>
    public string? Attribution { get; init; }

    internal static DownloadSource Of(DataRelease r) => new(r.Title, r.Publisher, r.Edition, r.Period, r.IsStarter, DownloadTerms.Of(r.Kind)) { Attribution = r.Attribution };

    /// <summary>What comes in no release: frameworks, areas, and what the program itself brings.</summary>
    internal static DownloadSource Own(DownloadTable table) => new("This installation", null, null, null, false, DownloadTerms.Of(
        table.File.StartsWith("area", StringComparison.Ordinal) ? "areas" : table.File is "frameworks" or "framework-versions" or "statements" or "alignments" ? "frameworks" : "own"));
}
