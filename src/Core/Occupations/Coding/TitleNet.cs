namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// A small net that gives each occupation the probability that a title is one of its names: every feature is a point, the title the
/// sum of its features, and an occupation the direction that its titles lie in. Points are kept as whole numbers of eight bits with a
/// scale for each. Never changes; safe for several threads.
/// </summary>
internal sealed class TitleNet
{
    /// <summary>The dimensions of the points.</summary>
    public const int Width = 64;

    private readonly sbyte[] _rows;
    private readonly float[] _scales;
    private readonly float[] _outputs;
    private readonly float[] _biases;

    private TitleNet(sbyte[] rows, float[] scales, float[] outputs, float[] biases) => (_rows, _scales, _outputs, _biases) = (rows, scales, outputs, biases);

    public static TitleNet Of(float[] rows, float[] outputs, float[] biases)
    {
        var (small, scales) = (new sbyte[rows.Length], new float[rows.Length / Width]);
        for (var row = 0; row < scales.Length; row++)
        {
            var values = rows.AsSpan(row * Width, Width);
            var most = 0f;
            foreach (var value in values)
                most = MathF.Max(most, MathF.Abs(value));
            scales[row] = most / sbyte.MaxValue;
            for (var i = 0; i < Width && most > 0; i++)
                small[row * Width + i] = (sbyte)MathF.Round(values[i] / scales[row]);
        }
        return new(small, scales, outputs, biases);
    }

    /// <summary>Fills in the probability of every occupation; all equal where the title has no known feature.</summary>
    public void Fill(EncodedTitle title, Span<float> probabilities)
    {
        Span<float> hidden = stackalloc float[Width];
        hidden.Clear();
        for (var i = 0; i < title.Features.Length; i++)
            NetVector.AddScaled(_rows.AsSpan(title.Features[i] * Width, Width), title.Weights[i] * _scales[title.Features[i]], hidden);
        for (var o = 0; o < probabilities.Length; o++)
            probabilities[o] = NetVector.Dot(_outputs.AsSpan(o * Width, Width), hidden) + _biases[o];
        NetVector.SoftMax(probabilities);
    }

    public void Write(BinaryWriter file)
    {
        CoderFile.Write<sbyte>(file, _rows);
        CoderFile.Write<float>(file, _scales);
        CoderFile.Write<float>(file, _outputs);
        CoderFile.Write<float>(file, _biases);
    }

    public static TitleNet Read(BinaryReader file) =>
        new(CoderFile.Read<sbyte>(file), CoderFile.Read<float>(file), CoderFile.Read<float>(file), CoderFile.Read<float>(file));
}
