using System.Diagnostics;

namespace Trellis.Benchmarks;

/// <summary>Measures work by the clock and by the processor; the second tells more where others use the machine too.</summary>
public sealed class Watch
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

    public Taken Stop() => new(Stopwatch.GetElapsedTime(_start).TotalSeconds, (Environment.CpuUsage.TotalTime - _processor).TotalSeconds);
}

/// <summary>How long work took: seconds by the clock, and of all processors.</summary>
public readonly record struct Taken(double Seconds, double Processor);
