using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Onet;

namespace Trellis.Benchmarks;

/// <summary>
/// The gap analysis of twenty visitors at once, each with a profile of their own in their browser, on the running web program: with the starter
/// set, or with a full release of the O*NET database where its path is given. Goal: 100 ms at the 99th of a hundred.
/// </summary>
public static class GapBenchmark
{
    private const string Field = "name=\"__RequestVerificationToken\" value=\"";

    private static readonly string[] Held = ["31-1131.00", "41-2031.00", "51-2092.00", "43-4051.00"];

    private static readonly string[] Goals = ["29-1141.00", "29-2061.00", "51-9161.00", "15-1232.00", "47-2111.00"];

    public static async Task<int> RunAsync(string[] args)
    {
        var (program, release) = (args.FirstOrDefault(), args.ElementAtOrDefault(2));
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var folder = Directory.CreateTempSubdirectory("trellis-gap-").FullName;
        if (release is not null)
            await ImportAsync(release, folder);
        await using (var web = RunningWeb.Start(program, folder))
        {
            var visitors = Enumerable.Range(0, RunningWeb.Readers).Select(_ => new HttpClient { BaseAddress = new Uri(RunningWeb.Address) }).ToArray();
            await RunningWeb.ReadyAsync(visitors[0]);
            foreach (var (number, visitor) in visitors.Index())
                await TellAsync(visitor, Held[number % Held.Length]);
            var what = release is null ? "starter set" : Path.GetFileName(release);
            await RunningWeb.MeasureAsync(v => visitors[v], $"gap to an occupation, {what}", seconds, random => "/gap?occupation=" + Goals[random.Next(Goals.Length)]);
            await RunningWeb.MeasureAsync(v => visitors[v], $"gap to a model, {what}", seconds, _ => "/gap?model=allied-health&level=3");
            Console.Out.Write($"memory of the web program: {web.Memory}\n");
            Array.ForEach(visitors, v => v.Dispose());
        }
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task ImportAsync(string path, string folder)
    {
        await using var db = new DbSource(Engine.For(new(folder, null))).Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        using var source = ReleaseSource.Open(path);
        var report = await ReleaseImport.LoadAsync(db, OnetRelease.Reader, source, new(), new Change("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "gap"));
        if (report.Release is null)
            throw new InvalidOperationException($"{path} could not be loaded.");
    }

    /// <summary>Tells a job on the page of the profile, as a visitor does; the answer's cookie holds it from then on.</summary>
    private static async Task TellAsync(HttpClient visitor, string code)
    {
        await SendAsync("/profile/jobs", ("title", "My job"), ("months", "36"), ("current", "yes"));
        await SendAsync("/profile/jobs/0/occupation", ("code", code));
        if (!(await visitor.GetStringAsync("/gap?occupation=" + Goals[0])).Contains("guide-ready", StringComparison.Ordinal))
            throw new InvalidOperationException("The page of gaps shows no readiness.");

        async Task SendAsync(string address, params (string Name, string Value)[] fields)
        {
            var token = (await visitor.GetStringAsync("/profile")).Split(Field, 2)[1].Split('"', 2)[0];
            using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
            using var response = await visitor.PostAsync(address, form);
            response.EnsureSuccessStatusCode();
        }
    }
}
