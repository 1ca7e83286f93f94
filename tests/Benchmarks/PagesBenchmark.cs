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

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var folder = Directory.CreateTempSubdirectory("trellis-pages-").FullName;
        await FillAsync(folder);
        await using (var web = RunningWeb.Start(args.FirstOrDefault(), folder))
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = RunningWeb.Readers }) { BaseAddress = new Uri(RunningWeb.Address) };
            await RunningWeb.ReadyAsync(http);
            var watch = Stopwatch.StartNew();
            using (await http.GetAsync("/search?q=reads"))
                Console.Out.Write($"first search answered {watch.Elapsed.TotalSeconds:F1} s later\n");
            var package = new GeneratedPackage(Items);
            await MeasureAsync("model page, folded", _ => "/models/generated-framework-0-of-50000-items");
            await MeasureAsync("model page, outline", _ => "/models/generated-framework-0-of-50000-items?view=outline");
            await MeasureAsync("statement page", random => $"/models/generated-framework-0-of-50000-items/statements/{package.Id(random.Next(Items))}");
            await MeasureAsync("list of models", _ => "/models");
            await MeasureAsync("search, two words", random => "/search?q=" + Uri.EscapeDataString(string.Join(' ', Sentences.Make(random.Next(Items)).Split(' ').Take(2))));
            Console.Out.Write($"memory of the web program: {web.Memory} (goal <= 600)\n");

            Task MeasureAsync(string name, Func<Random, string> path) => RunningWeb.MeasureAsync(_ => http, name, seconds, path);
        }
        Directory.Delete(folder, recursive: true);
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
}
