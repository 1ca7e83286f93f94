using System.Diagnostics;
using System.Globalization;
using Trellis.Core.Occupations.Search;
using Trellis.Interop.Titles;

namespace Trellis.Benchmarks;

/// <summary>
/// Typing ahead over all titles of an O*NET release beside SQLite FTS5 and Lucene.NET on the same titles and queries. Rounds of the
/// three take turns, so that a neighbor's load falls on all of them.
/// </summary>
public static class TitlesBenchmark
{
    private const int Queries = 20_000;
    private const int PeerQueries = 2_000;
    private const int Rounds = 3;

    public static int Run(string[] args)
    {
        var texts = TitleRelease.Read(args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data", "onet", "db_30_2_text.zip"));
        List<(string Code, string Text)> titles = [.. texts.Titles.Select(t => (t.Code, t.Text)), .. texts.Occupations.Select(o => (o.Code, o.Title))];
        var queries = TitleQueries.Of(texts, Queries, seed: 20260101);
        Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var search = OccupationSearch.Of(texts);
        var (build, used) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        Collect();
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        Say($"{titles.Count:N0} titles, {texts.Tasks.Count:N0} tasks, {texts.Technologies.Count:N0} technologies indexed in {build.TotalSeconds:0.0} s ({used.TotalSeconds:0.0} s of a processor), {held:0} MB");
        Say($"{queries.Count:N0} queries, {queries.Average(q => q.Text.Length):0.0} characters on average, {queries.Count(q => q.HasSlip):N0} with a slip");

        using var fts = new Fts5TitlePeer(titles);
        using var lucene = new LuceneTitlePeer(titles);
        var systems = new (string Name, List<TitleQuery> Queries, Func<string, List<string>> Find)[]
        {
            ("Trellis", queries, text => [.. search.Find(text).Select(h => h.Code)]),
            ("FTS5 prefix", queries[..PeerQueries], fts.Find),
            ("Lucene.NET fuzzy", queries[..PeerQueries], lucene.Find),
        };
        var results = systems.ToDictionary(s => s.Name, s => new TitleFigures(s.Queries, s.Find));
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var system in systems)
                results[system.Name].Run();
        }
        Say($"{"",-20}{"q/s",10}{"p50 us",10}{"p99 us",10}{"max us",10}{"clean@10",10}{"slip@10",10}");
        foreach (var (name, _, _) in systems)
            Say($"{name,-20}{results[name].Row}");
        foreach (var (name, _, _) in systems.Skip(1))
            Say($"throughput {results["Trellis"].PerSecond / results[name].PerSecond:0.0} times that of {name} (goal 10)");
        return 0;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}

/// <summary>Speed and hits of one system.</summary>
public sealed class TitleFigures
{
    private readonly Timings _times = new();
    private readonly List<TitleQuery> _queries;
    private readonly Func<string, List<string>> _find;
    private readonly double[] _hits;
    private TimeSpan _processor;

    /// <summary>Counts the hits, which also brings the code to its full speed before anything is timed.</summary>
    public TitleFigures(List<TitleQuery> queries, Func<string, List<string>> find)
    {
        (_queries, _find) = (queries, find);
        _hits = [.. new[] { false, true }.Select(slip => queries.Where(q => q.HasSlip == slip).Average(q => find(q.Text).Distinct().Take(10).Contains(q.Code) ? 1.0 : 0))];
    }

    /// <summary>Queries for each second of the processor, which a neighbor's load changes less than those of the clock.</summary>
    public double PerSecond => _times.Count / _processor.TotalSeconds;

    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"{PerSecond,10:N0}{_times.At(0.5) * 1000,10:0.0}{_times.At(0.99) * 1000,10:0.0}{_times.At(1) * 1000,10:0}{_hits[0],10:0.0%}{_hits[1],10:0.0%}");

    public void Run()
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var query in _queries)
        {
            var start = Stopwatch.GetTimestamp();
            _find(query.Text);
            _times.Add(Stopwatch.GetElapsedTime(start));
        }
        _processor += Environment.CpuUsage.TotalTime - before;
    }
}
