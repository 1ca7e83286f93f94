using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Benchmarks;

/// <summary>
/// Search over five large frameworks beside SQLite FTS5 on the same rows. Ours is timed as a page pays for it: the look at the
/// database for new versions, spelling, ranking, all facets, and the texts and paths of the twenty hits.
/// </summary>
public static class SearchBenchmark
{
    private const int Frameworks = 5;
    private const int PerSort = 250;
    private static readonly SearchFilter[] Filters = [new(), new() { Tier = 2 }, new() { Industry = "31-33" }, new() { Kind = StatementKind.KeyBehavior }];

    public static async Task<int> RunAsync(string[] args)
    {
        var size = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
        if (args.Length > 1)
        {
            await RunAsync(Directory.CreateDirectory(args[1]).FullName, size);
            return 0;
        }
        var folder = Directory.CreateTempSubdirectory("trellis-bench-").FullName;
        try
        {
            await RunAsync(folder, size);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task RunAsync(string folder, int size)
    {
        var source = new DbSource(Engine.For(new(folder, null)));
        await using var db = source.Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        var corpus = new SearchCorpus(seed: 7);
        await LoadAsync(db, corpus, size);
        Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var search = new SearchIndex(source);
        var start = Stopwatch.GetTimestamp();
        var index = await search.CurrentAsync(db);
        var build = Stopwatch.GetElapsedTime(start);
        Collect();
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        Say($"{index.Count:N0} nodes indexed in {build.TotalSeconds:0.0} s; {index.Bytes / 1e6:0} MB of arrays, {held:0} MB on the heap with stems and spelling; process {Environment.WorkingSet / 1e6:0} MB");

        var texts = await db.Statements.OrderBy(s => s.VersionKey).ThenBy(s => s.Ordinal).Select(s => s.Text).AsAsyncEnumerable().Select(t => t.In("en")).ToListAsync();
        start = Stopwatch.GetTimestamp();
        using var peer = new SearchPeer(Path.Combine(folder, "peer.db"), texts);
        Say($"FTS5 loaded and indexed in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");

        var queries = SearchQueries.Of(corpus, texts, PerSort);
        texts.Clear();
        foreach (var query in queries.Take(200))
            await search.SearchAsync(db, new() { Text = query.Text });
        await TimeAsync(search, db, peer, queries);
        await SimilarAsync(search, db, corpus, size);
        Say($"process {Environment.WorkingSet / 1e6:0} MB, of which the heap {GC.GetTotalMemory(false) / 1e6:0} MB");
    }

    private static async Task LoadAsync(Db db, SearchCorpus corpus, int size)
    {
        for (var number = 1; number <= Frameworks; number++)
            await new FrameworkEditor(db).LoadAsync(corpus.Framework(number, size), new("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "benchmark"));
    }

    private static async Task TimeAsync(SearchIndex search, Db db, SearchPeer peer, List<BenchmarkQuery> queries)
    {
        var (ours, theirs) = (new Timings(), new Timings());
        Say($"{"",-28}{"runs",6} {"p50 ms",9} {"p95 ms",9} {"p99 ms",9} {"max ms",9}");
        foreach (var sort in queries.GroupBy(q => q.Sort))
        {
            var (mine, peers, hits) = (new Timings(), new Timings(), 0);
            foreach (var (query, n) in sort.Select((q, n) => (q, n)))
            {
                var request = new SearchRequest { Text = query.Text, Filter = Filters[n % Filters.Length] };
                await mine.RunAsync(async () => hits += (await search.SearchAsync(db, request)).Result.Total);
                if (query.Peer is not null)
                    await peers.RunAsync(() => Task.FromResult(peer.Run(query.Peer)));
            }
            ours.Add(mine);
            theirs.Add(peers);
            Say($"{sort.Key,-20}Trellis {mine.Row}   {hits / mine.Count:N0} hits");
            if (peers.Count > 0)
                Say($"{"",-20}FTS5    {peers.Row}   p50 {peers.At(0.5) / mine.At(0.5):0.0} times ours, p99 {peers.At(0.99) / mine.At(0.99):0.0} times");
        }
        Say($"{"all",-20}Trellis {ours.Row}   goal p99 30 ms: {(ours.At(0.99) <= 30 ? "kept" : "MISSED")}");
        Say($"{"",-20}FTS5    {theirs.Row}");
    }

    private static async Task SimilarAsync(SearchIndex search, Db db, SearchCorpus corpus, int size)
    {
        var times = new Timings();
        var version = await db.FrameworkVersions.MinAsync(v => v.Key);
        for (var i = 0; i < 300; i++)
        {
            var ordinal = corpus.Next(size);
            var statement = await db.Statements.SingleAsync(s => s.VersionKey == version && s.Ordinal == ordinal);
            await times.RunAsync(() => search.SimilarAsync(db, statement, 5));
        }
        Say($"{"statements like one",-20}Trellis {times.Row}");
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}
