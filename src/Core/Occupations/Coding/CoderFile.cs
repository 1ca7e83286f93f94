using System.Runtime.InteropServices;

namespace Trellis.Core.Occupations.Coding;

/// <summary>Arrays of numbers as bytes in a file of this program: their count, then their values.</summary>
internal static class CoderFile
{
    public static void Write<T>(BinaryWriter file, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        file.Write(values.Length);
        file.Write(MemoryMarshal.AsBytes(values));
    }

    public static T[] Read<T>(BinaryReader file)
        where T : unmanaged
    {
        var (count, left) = (file.ReadInt32(), file.BaseStream.Length - file.BaseStream.Position);
        if (count < 0 || count > left)
            throw new EndOfStreamException();
        var values = new T[count];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
