using System.Collections.Concurrent;
using System.Diagnostics;

namespace Trellis.Benchmarks;

/// <summary>The web program in a process of its own, and twenty readers at once on the same cores.</summary>
public sealed class RunningWeb : IAsyncDisposable
{
    public const int Readers = 20;
    public const string Address = "http://127.0.0.1:5917";

    private readonly Process _process;

    private RunningWeb(Process process) => _process = process;

    /// <summary>The program that ./run builds, where none is named.</summary>
    public static RunningWeb Start(string? program, string folder)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(program ?? ".build/web/Trellis.Web"), ["--urls", Address, "--data", folder]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        // What went wrong in the program is told; the rest of its talk is not.
        var hasFailed = false;
        process.OutputDataReceived += (_, line) =>
        {
            hasFailed |= line.Data?.StartsWith("fail:", StringComparison.Ordinal) == true;
            if (hasFailed)
                Console.Error.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        return new(process);
    }

    public string Memory
    {
        get
        {
            _process.Refresh();
            return $"{_process.WorkingSet64 / 1_048_576.0:F0} MB, peak {_process.PeakWorkingSet64 / 1_048_576.0:F0} MB";
        }
    }

    /// <summary>Waits until the program answers at the path.</summary>
    public static async Task ReadyAsync(HttpClient http, string path = "/health/ready")
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(path);
                if ((int)response.StatusCode < 400)
                    break;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                // It is still starting, and nothing tells when it has.
                await Task.Delay(50);
            }
        }
        Console.Out.Write($"ready after {watch.Elapsed.TotalSeconds:F1} s\n");
    }

    /// <summary>How long pages take the readers, after as long a time in which the compiler sees what is hot.</summary>
    /// <param name="client">The client of each reader.</param>
    public static async Task MeasureAsync(Func<int, HttpClient> client, string name, int seconds, Func<Random, string> path)
    {
        await RunReadersAsync(client, TimeSpan.FromSeconds(seconds), path);
        var sorted = (await RunReadersAsync(client, TimeSpan.FromSeconds(seconds), path)).Order().ToArray();
        Console.Out.Write($"{name}: {sorted.Length / (double)seconds:F0} pages/s, p50 {At(sorted, 0.5):F1} ms, p95 {At(sorted, 0.95):F1} ms, p99 {At(sorted, 0.99):F1} ms\n");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ConcurrentBag<double>> RunReadersAsync(Func<int, HttpClient> client, TimeSpan duration, Func<Random, string> path)
    {
        var times = new ConcurrentBag<double>();
        var end = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            var random = new Random(reader);
            while (end.Elapsed < duration)
            {
                var (asked, watch) = (path(random), Stopwatch.StartNew());
                using var response = await client(reader).GetAsync(asked);
                await response.Content.ReadAsByteArrayAsync();
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{asked} answered {(int)response.StatusCode}.");
            }
        }));
        return times;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
