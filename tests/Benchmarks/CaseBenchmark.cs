using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Benchmarks;

/// <summary>
/// The provider of CASE over one generated framework of 50,000 items and 120 small ones, beside a bare server of the same framework that
/// sends the same bytes, turn by turn in one run. The readers run on the same cores as the servers.
/// </summary>
public static class CaseBenchmark
{
    private const int Items = 50_000;
    private const int Small = 120;
    private const int Connections = 16;
    private const int Rounds = 5;
    private const string Path = "/ims/case/v1p1";

    private static readonly Uri Ours = new("http://127.0.0.1:5918");
    private static readonly Uri Bare = new("http://127.0.0.1:5919");

    public static async Task<int> RunAsync(string[] args)
    {
        var program = System.IO.Path.GetFullPath(args.Length > 0 ? args[0] : ".build/web/Trellis.Web");
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("trellis-case-").FullName;
        var files = Directory.CreateDirectory(System.IO.Path.Combine(folder, "files")).FullName;
        await using (var db = new DbSource(Engine.For(new(folder, null))).Open())
            await FillAsync(db, folder, Enumerable.Range(1, Small).Select(c => (10, c)).Prepend((Items, 0)));
        using var ours = Start(program, "--urls", Ours.ToString(), "--data", folder);
        try
        {
            using var http = new HttpClient { BaseAddress = Ours, Timeout = TimeSpan.FromMinutes(5) };
            await RunningWeb.ReadyAsync(http);
            var package = new GeneratedPackage(Items);
            var big = $"{Path}/CFPackages/{package.DocumentId}";
            await http.GetByteArrayAsync($"{Path}/CFDocuments?limit=1");
            await FirstAsync("first request", http, big, ours);
            await FirstAsync("tree", http, $"/api/v1/frameworks/generated-framework-0-of-{Items}-items/tree", ours);
            await KeepAsync(http, big, System.IO.Path.Combine(files, "package.json"));
            await KeepAsync(http, $"{Path}/CFItems/{package.Id(7)}", System.IO.Path.Combine(files, "item.json"));
            await KeepAsync(http, $"{Path}/CFDocuments?limit=100", System.IO.Path.Combine(files, "page.json"));
            using var bare = Start(Environment.ProcessPath!, "bare", Bare.ToString(), files);
            try
            {
                using var other = new HttpClient { BaseAddress = Bare };
                await RunningWeb.ReadyAsync(other, "/fresh");
                Totals(big, ours);
                var tag = (await http.GetAsync(big, HttpCompletionOption.ResponseHeadersRead)).Headers.ETag!.Tag;
                var pace = TimeSpan.FromSeconds(seconds);
                Rates("304 of the package", pace, _ => big, $"If-None-Match: {tag}\r\n", "/fresh");
                var items = Enumerable.Range(0, Items).Select(i => $"{Path}/CFItems/{package.Id(i)}").ToArray();
                Rates("one item", pace, random => items[random.Next(Items)], "", "/memory/item.json");
                Rates("page of 100 documents", pace, _ => $"{Path}/CFDocuments?limit=100", "", "/memory/page.json");
                Told(ours, "at the end");
            }
            finally
            {
                bare.Kill();
            }
        }
        finally
        {
            ours.Kill();
            await ours.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    /// <summary>An answer that has to be made, such as a package that was never asked for: when its first byte comes, and its last.</summary>
    private static async Task FirstAsync(string name, HttpClient http, string path, Process server)
    {
        Told(server, "before it");
        server.Refresh();
        var before = server.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var total = (long)await stream.ReadAsync(buffer);
        var first = watch.Elapsed.TotalMilliseconds;
        for (int count; (count = await stream.ReadAsync(buffer)) > 0;)
            total += count;
        Console.Out.Write($"{name}: first byte after {first:F0} ms (goal <= 100), whole after {watch.Elapsed.TotalMilliseconds:F0} ms, {total / 1e6:F1} MB");
        server.Refresh();
        Console.Out.Write($", {(server.TotalProcessorTime - before).TotalSeconds:F1} s of processor time\n");
        Told(server, "after it");
    }

    /// <summary>The kept package beside the same bytes as a static file, one connection, turn by turn.</summary>
    private static void Totals(string path, Process server)
    {
        using var ours = new RawReader(Ours);
        using var bare = new RawReader(Bare);
        var (own, file) = (new Timings(), new Timings());
        for (var round = 0; round <= 2 * Rounds; round++)
        {
            var (a, b) = (Timed(ours, ours.Request(path)), Timed(bare, bare.Request("/files/package.json")));
            if (round == 0)
                continue;
            own.Add(a);
            file.Add(b);
        }
        Console.Out.Write($"package {own.At(0.5):F1} ms, static file {file.At(0.5):F1} ms (medians): {own.At(0.5) / file.At(0.5):F2} times (goal <= 2)\n");
        Told(server, "after the packages");
    }

    private static TimeSpan Timed(RawReader reader, byte[] request)
    {
        var start = Stopwatch.GetTimestamp();
        reader.Read(request);
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Rates(string name, TimeSpan pace, Func<Random, string> path, string headers, string barePath)
    {
        var (own, other) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (a, b) = (Rate(Ours, pace / 2, path, headers), Rate(Bare, pace / 2, _ => barePath, ""));
            if (round == 0)
                continue;
            own.Add(a);
            other.Add(b);
        }
        var (ours, bare) = (own.Order().ElementAt(Rounds / 2), other.Order().ElementAt(Rounds / 2));
        Console.Out.Write($"{name}: {ours:F0} a second, bare server {bare:F0} (medians): {ours / bare:F2} times\n");
    }

    private static double Rate(Uri server, TimeSpan duration, Func<Random, string> path, string headers)
    {
        var count = 0L;
        var watch = Stopwatch.StartNew();
        var readers = Enumerable.Range(0, Connections).Select(seed => new Thread(() =>
        {
            using var reader = new RawReader(server);
            var random = new Random(seed);
            var own = 0L;
            for (; watch.Elapsed < duration; own++)
            {
                if (reader.Read(reader.Request(path(random), headers)).Status >= 400)
                    throw new InvalidOperationException("The server refused.");
            }
            Interlocked.Add(ref count, own);
        })).ToList();
        readers.ForEach(r => r.Start());
        readers.ForEach(r => r.Join());
        return count / watch.Elapsed.TotalSeconds;
    }

    internal static Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    internal static async Task FillAsync(Db db, string folder, IEnumerable<(int Items, int Copy)> packages)
    {
        await Migrator.MigrateAsync(db, TimeProvider.System);
        var file = System.IO.Path.Combine(folder, "package.json");
        foreach (var (items, copy) in packages)
        {
            new GeneratedPackage(items, copy).Write(file);
            var report = await FrameworkImport.LoadAsync(
                db, new(System.IO.Path.GetFileName(file), await File.ReadAllBytesAsync(file)), ImportMode.Tolerant,
                new Change("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "case"), CancellationToken.None);
            if (report.Outcome != ImportOutcome.Added)
                throw new InvalidOperationException($"The import ended as {report.Outcome}.");
        }
        File.Delete(file);
    }

    private static async Task KeepAsync(HttpClient http, string path, string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        using var response = await http.SendAsync(request);
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
    }

    internal static void Told(Process server, string when)
    {
        server.Refresh();
        Console.Out.Write($"memory {when}: {server.WorkingSet64 / 1_048_576.0:F0} MB, peak {server.PeakWorkingSet64 / 1_048_576.0:F0} MB\n");
    }
}
