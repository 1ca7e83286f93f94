using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trellis.Core.Occupations.Coding;

/// <summary>Sums over vectors of eight numbers at a time; the order of adding is the same on every processor.</summary>
internal static class NetVector
{
    /// <summary>Adds a multiple of one vector to another; lengths are multiples of eight.</summary>
    public static void AddScaled(ReadOnlySpan<float> vector, float scale, Span<float> sum)
    {
        var from = Eights(vector);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        var by = Vector256.Create(scale);
        for (var i = 0; i < from.Length; i++)
            to[i] = Vector256.FusedMultiplyAdd(from[i], by, to[i]);
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var left = Eights(a);
        var right = Eights(b);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < left.Length; i++)
            sum = Vector256.FusedMultiplyAdd(left[i], right[i], sum);
        return Vector256.Sum(sum);
    }

    /// <summary>Adds a multiple of a vector of small whole numbers.</summary>
    public static void AddScaled(ReadOnlySpan<sbyte> vector, float scale, Span<float> sum)
    {
        var from = MemoryMarshal.Cast<sbyte, ulong>(vector);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        var by = Vector256.Create(scale);
        for (var i = 0; i < from.Length; i++)
        {
            var wide = Vector128.WidenLower(Vector128.CreateScalar(from[i]).AsSByte());
            to[i] = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(Vector256.WidenLower(wide.ToVector256())), by, to[i]);
        }
    }

    /// <summary>Makes scores probabilities that add to 1.</summary>
    public static void SoftMax(Span<float> scores)
    {
        var (most, sum) = (float.NegativeInfinity, 0f);
        foreach (var score in scores)
            most = MathF.Max(most, score);
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }
        foreach (ref var score in scores)
            score /= sum;
    }

    private static ReadOnlySpan<Vector256<float>> Eights(ReadOnlySpan<float> vector) => MemoryMarshal.Cast<float, Vector256<float>>(vector);
}
