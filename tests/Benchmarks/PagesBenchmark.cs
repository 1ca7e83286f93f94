using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Benchmarks;

/// <summary>
/// The running web program over five generated frameworks of 50,000 statements: what its pages cost twenty readers at once, and
/// how much memory it holds. The readers run on the same cores as the program.
/// </summary>
public static class PagesBenchmark
{
    private const int Items = 50_000;
    private const int Copies = 5;
    private const int Readers = 20;
    private const string Address = "http://127.0.0.1:5917";

    public static async Task<int> RunAsync(string[] args)
    {
        var program = Path.GetFullPath(args.Length > 0 ? args[0] : ".build/web/Trellis.Web");
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var folder = Directory.CreateTempSubdirectory("trellis-pages-").FullName;
        await FillAsync(folder);
        using var web = Process.Start(new ProcessStartInfo(program, ["--urls", Address, "--data", folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        web.OutputDataReceived += (_, _) => { };
        web.BeginOutputReadLine();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers }) { BaseAddress = new Uri(Address) };
            await ReadyAsync(http);
            var package = new GeneratedPackage(Items);
            await MeasureAsync(http, "model page, folded", seconds, _ => "/models/generated-framework-0-of-50000-items");
            await MeasureAsync(http, "model page, outline", seconds, _ => "/models/generated-framework-0-of-50000-items?view=outline");
            await MeasureAsync(http, "statement page", seconds, random => $"/models/generated-framework-0-of-50000-items/statements/{package.Id(random.Next(Items))}");
            await MeasureAsync(http, "list of models", seconds, _ => "/models");
            await MeasureAsync(http, "search, two words", seconds, random => "/search?q=" + Uri.EscapeDataString(string.Join(' ', Sentences.Make(random.Next(Items)).Split(' ').Take(2))));
            web.Refresh();
            Console.Out.Write($"memory of the web program: {web.WorkingSet64 / 1_048_576.0:F0} MB, peak {web.PeakWorkingSet64 / 1_048_576.0:F0} MB (goal <= 600)\n");
        }
        finally
        {
            web.Kill();
            await web.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task FillAsync(string folder)
    {
        await using var db = new DbSource(Engine.For(new(folder, null))).Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        var file = Path.Combine(folder, "package.json");
        for (var copy = 0; copy < Copies; copy++)
        {
            new GeneratedPackage(Items, copy).Write(file);
            var report = await FrameworkImport.LoadAsync(
                db, new(Path.GetFileName(file), await File.ReadAllBytesAsync(file)), ImportMode.Tolerant,
                new Change("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "pages"), CancellationToken.None);
            if (report.Outcome != ImportOutcome.Added)
                throw new InvalidOperationException($"The import ended as {report.Outcome}.");
        }
        File.Delete(file);
    }

    private static async Task ReadyAsync(HttpClient http)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await http.GetAsync("/health/ready");
                if (response.IsSuccessStatusCode)
                    break;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(50);
            }
        }
        Console.Out.Write($"ready after {watch.Elapsed.TotalSeconds:F1} s\n");
        using var search = await http.GetAsync("/search?q=reads");
        Console.Out.Write($"first search answered after {watch.Elapsed.TotalSeconds:F1} s\n");
    }

    private static async Task MeasureAsync(HttpClient http, string name, int seconds, Func<Random, string> path)
    {
        // Long enough for the compiler to have seen what is hot.
        await RunReadersAsync(http, TimeSpan.FromSeconds(seconds), path);
        var times = await RunReadersAsync(http, TimeSpan.FromSeconds(seconds), path);
        var sorted = times.Order().ToArray();
        Console.Out.Write($"{name}: {sorted.Length / (double)seconds:F0} pages/s, p50 {At(sorted, 0.5):F1} ms, p95 {At(sorted, 0.95):F1} ms, p99 {At(sorted, 0.99):F1} ms\n");
    }

    private static async Task<ConcurrentBag<double>> RunReadersAsync(HttpClient http, TimeSpan duration, Func<Random, string> path)
    {
        var times = new ConcurrentBag<double>();
        var end = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            var random = new Random(reader);
            while (end.Elapsed < duration)
            {
                var watch = Stopwatch.StartNew();
                using var response = await http.GetAsync(path(random));
                await response.Content.ReadAsByteArrayAsync();
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{path(new Random(reader))} answered {(int)response.StatusCode}.");
            }
        }));
        return times;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
