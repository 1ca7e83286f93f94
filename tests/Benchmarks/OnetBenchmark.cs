using System.Data;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Onet;

namespace Trellis.Benchmarks;

/// <summary>
/// Loading a full release of the O*NET database through the one door for releases, beside the bare insert of the same rows into bare
/// tables and the building of their indexes, turn by turn in one run. Give the path of the release.
/// </summary>
public static class OnetBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var path])
        {
            Console.Error.Write("Give the path of a release: onet db_30_2_text.zip\n");
            return 1;
        }
        var before = Process.GetCurrentProcess().WorkingSet64;
        var (imports, inserts) = (new List<Taken>(), new List<Taken>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("trellis-bench-").FullName;
            var (taken, report) = await ImportAsync(path, folder);
            imports.Add(taken);
            if (round == 0)
            {
                using var self = Process.GetCurrentProcess();
                Console.Out.Write($"{report.Release!.Title}: {report.Release.Rows} rows, {report.Rejected} rejected; first import {taken.Seconds:F2} s, "
                    + $"memory grew by at most {(self.PeakWorkingSet64 - before) / 1_048_576.0:F0} MB to {self.PeakWorkingSet64 / 1_048_576.0:F0} MB (goal <= 400)\n");
            }
            inserts.Add(await BareInsert.RunAsync(Path.Combine(folder, "trellis.db")));
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        foreach (var (unit, value) in new (string, Func<Taken, double>)[] { ("s", t => t.Seconds), ("s of processor time", t => t.Processor) })
        {
            var (import, insert) = (Median(imports.Select(value)), Median(inserts.Select(value)));
            Console.Out.Write($"import median {import:F2} {unit}; bare insert and indexes median {insert:F2} {unit}; ratio {import / insert:F2} (goal <= 2)\n");
        }
        return 0;
    }

    private static async Task<(Taken Taken, ReleaseReport Report)> ImportAsync(string path, string folder)
    {
        await using var db = new DbSource(new Sqlite(Path.Combine(folder, "trellis.db"))).Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        GC.Collect();
        var watch = new Watch();
        using var source = ReleaseSource.Open(path);
        var report = await ReleaseImport.LoadAsync(db, OnetRelease.Reader, source, new(), new Change("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "import"));
        var taken = watch.Stop();
        if (report.Outcome != ReleaseOutcome.Loaded)
            throw new InvalidOperationException($"The import ended as {report.Outcome}: {string.Join(" ", report.Problems.Select(p => p.Message).Take(5))}");
        return (taken, report);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
