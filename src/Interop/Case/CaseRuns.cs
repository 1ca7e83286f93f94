using System.Buffers.Binary;

namespace Trellis.Interop.Case;

/// <summary>What the rows of a piece of a package are.</summary>
public enum CasePart : byte
{
    /// <summary>The document at the head, or the definitions at the end.</summary>
    Frame,
    Items,
    Places,
    Links,
}

/// <summary>
/// A piece of a package: which rows it holds, from which rank, where its bytes stand, and where they stand in the packed file.
/// Commas and the names of lists stand before the rows that they introduce.
/// </summary>
public sealed record CaseRun(CasePart Part, int First, int Count)
{
    private const int Size = 32;

    /// <summary>No piece holds more rows, so that one at a time fits into memory.</summary>
    internal const int Most = 2048;

    /// <summary>One row in so many is the last of its piece.</summary>
    private const uint Usual = 128;

    public CaseStretch Bytes { get; init; }

    public CaseStretch Packed { get; init; }

    /// <summary>
    /// Whether the row is the last of its piece, which its identifier alone decides: where rows are added or taken away, all other
    /// pieces begin and end as before.
    /// </summary>
    internal static bool IsLast(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var mixed = (BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])) * 0x9E3779B97F4A7C15;
        return (mixed >> 40) % Usual == 0;
    }

    public static byte[] ToBytes(IReadOnlyList<CaseRun> runs)
    {
        var bytes = new byte[runs.Count * Size];
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            int[] numbers = [(int)run.Part, run.First, run.Count, run.Bytes.Start, run.Bytes.Length, run.Packed.Start, run.Packed.Length];
            for (var n = 0; n < numbers.Length; n++)
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan((i * Size) + (n * 4)), numbers[n]);
        }
        return bytes;
    }

    public static IReadOnlyList<CaseRun> Read(ReadOnlySpan<byte> bytes)
    {
        var runs = new CaseRun[bytes.Length / Size];
        for (var i = 0; i < runs.Length; i++)
        {
            var entry = bytes.Slice(i * Size, Size);
            runs[i] = new((CasePart)Number(entry, 0), Number(entry, 1), Number(entry, 2))
            {
                Bytes = new(Number(entry, 3), Number(entry, 4)),
                Packed = new(Number(entry, 5), Number(entry, 6)),
            };
        }
        return runs;
    }

    private static int Number(ReadOnlySpan<byte> entry, int index) => BinaryPrimitives.ReadInt32BigEndian(entry[(index * 4)..]);
}

/// <summary>Bytes of a file from a place on.</summary>
public readonly record struct CaseStretch(int Start, int Length)
{
    public static CaseStretch Between(long start, long end) => new(checked((int)start), checked((int)(end - start)));
}
