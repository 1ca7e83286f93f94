namespace Trellis.Core.Occupations.Coding;

/// <summary>What a net is trained with: the way of its chance numbers, and how much a task counts beside a title.</summary>
internal sealed record NetPlan(int Seed, float TaskRate);

/// <summary>A title, or a task, with the occupations that are right for it.</summary>
internal sealed record NetExample(EncodedTitle Title, int[] Occupations, bool IsTask);

/// <summary>
/// Trains a net by stochastic descent on its cross entropy, one example after the other, with a rate of its own for each row
/// (AdaGrad). Half of the features of an example are left out each time, so that no word is relied on alone. Always the same for
/// the same examples and seed. docs/formulas.md, "Title coding".
/// </summary>
internal sealed class NetTrainer
{
    private const int Epochs = 6;
    private const float Rate = 0.3f;
    private const float LeftOut = 0.5f;
    private const float BiasRate = 0.1f;

    /// <summary>A smaller gradient is not worth the time.</summary>
    private const float Least = 2e-4f;

    private const int Width = TitleNet.Width;

    private readonly float[] _rows;
    private readonly float[] _outputs;
    private readonly float[] _biases;
    private readonly float[] _rowSquares;
    private readonly float[] _outputSquares;
    private readonly float[] _probabilities;
    private readonly float[] _hidden = new float[Width];
    private readonly float[] _gradient = new float[Width];
    private readonly float[] _weights = new float[4096];
    private readonly NetPlan _plan;
    private readonly Random _random;

    private NetTrainer(int features, int occupations, NetPlan plan)
    {
        (_plan, _random) = (plan, new(plan.Seed));
        (_rows, _rowSquares) = (new float[features * Width], new float[features]);
        (_outputs, _outputSquares) = (new float[occupations * Width], new float[occupations]);
        (_biases, _probabilities) = (new float[occupations], new float[occupations]);
        foreach (ref var value in _rows.AsSpan())
            value = (_random.NextSingle() * 2 - 1) / Width;
    }

    public static TitleNet Train(IReadOnlyList<NetExample> examples, int features, int occupations, NetPlan plan, CancellationToken stop)
    {
        var trainer = new NetTrainer(features, occupations, plan);
        var used = Enumerable.Range(0, examples.Count).Where(i => examples[i].Title.Features.Length > 0 && (!examples[i].IsTask || plan.TaskRate > 0)).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            trainer._random.Shuffle(used);
            for (var i = 0; i < used.Length; i++)
            {
                var rate = Rate * (1 - (epoch + (float)i / used.Length) / Epochs);
                trainer.Step(examples[used[i]], examples[used[i]].IsTask ? rate * plan.TaskRate : rate);
            }
            stop.ThrowIfCancellationRequested();
        }
        return TitleNet.Of(trainer._rows, trainer._outputs, trainer._biases);
    }

    private void Step(NetExample example, float rate)
    {
        var features = example.Title.Features.AsSpan(0, Math.Min(example.Title.Features.Length, _weights.Length));
        var weights = _weights.AsSpan(0, features.Length);
        if (!Forward(features, example.Title.Weights, weights))
            return;
        foreach (var right in example.Occupations)
            _probabilities[right] -= 1f / example.Occupations.Length;
        Array.Clear(_gradient);
        for (var o = 0; o < _probabilities.Length; o++)
        {
            var slope = _probabilities[o];
            if (MathF.Abs(slope) < Least)
                continue;
            var output = _outputs.AsSpan(o * Width, Width);
            NetVector.AddScaled(output, slope, _gradient);
            _outputSquares[o] += slope * slope;
            var step = -rate * slope / MathF.Sqrt(_outputSquares[o] + 1e-3f);
            NetVector.AddScaled(_hidden, step, output);
            _biases[o] += step * BiasRate;
        }
        var square = NetVector.Dot(_gradient, _gradient) / Width;
        for (var i = 0; i < features.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            _rowSquares[features[i]] += square * weights[i] * weights[i];
            NetVector.AddScaled(_gradient, -rate * weights[i] / MathF.Sqrt(_rowSquares[features[i]] + 1e-6f), _rows.AsSpan(features[i] * Width, Width));
        }
    }

    /// <summary>The probabilities with half of the features; false where none was left.</summary>
    private bool Forward(ReadOnlySpan<int> features, ReadOnlySpan<float> all, Span<float> weights)
    {
        var squares = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _random.NextSingle() < LeftOut ? 0 : all[i];
            squares += weights[i] * weights[i];
        }
        if (squares == 0)
            return false;
        Array.Clear(_hidden);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= MathF.Sqrt(squares);
            if (weights[i] != 0)
                NetVector.AddScaled(_rows.AsSpan(features[i] * Width, Width), weights[i], _hidden);
        }
        for (var o = 0; o < _probabilities.Length; o++)
            _probabilities[o] = NetVector.Dot(_outputs.AsSpan(o * Width, Width), _hidden) + _biases[o];
        NetVector.SoftMax(_probabilities);
        return true;
    }
}
