using System.Diagnostics;
using System.Globalization;

namespace Trellis.Benchmarks;

/// <summary>How long each of many runs took.</summary>
public sealed class Timings
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    public void Add(Timings other) => _milliseconds.AddRange(other._milliseconds);

    public async Task RunAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        Add(Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The time that this share of the runs did not exceed, in milliseconds.</summary>
    public double At(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    public string Row => string.Create(CultureInfo.InvariantCulture, $"{Count,6} {At(0.5),9:0.00} {At(0.95),9:0.00} {At(0.99),9:0.00} {At(1),9:0.00}");
}
