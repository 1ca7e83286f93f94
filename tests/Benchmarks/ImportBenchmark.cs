using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Benchmarks;

/// <summary>
/// Loading a generated CASE package through the one door for imports, beside the bare bulk insert of the same rows into the same
/// tables, turn by turn in one run. On PostgreSQL where TRELLIS_DB names one.
/// </summary>
public static class ImportBenchmark
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var items = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
        var file = Path.Combine(Path.GetTempPath(), $"trellis-package-{items}.json");
        new GeneratedPackage(items).Write(file);
        var before = Process.GetCurrentProcess().WorkingSet64;
        Console.Out.Write($"{items} items, {2 * items} links, {new FileInfo(file).Length / 1_000_000.0:F1} MB, engine {(Environment.GetEnvironmentVariable("TRELLIS_DB") is { Length: > 0 } ? "postgres" : "sqlite")}\n");
        var (imports, inserts) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            imports.Add(await ImportAsync(file));
            if (round == 0)
            {
                using var self = Process.GetCurrentProcess();
                Console.Out.Write($"first import {imports[0]:F2} s, memory grew by at most {(self.PeakWorkingSet64 - before) / 1_048_576.0:F0} MB to {self.PeakWorkingSet64 / 1_048_576.0:F0} MB\n");
            }
            inserts.Add(await InsertAsync(file));
        }
        var (import, insert) = (Median(imports), Median(inserts));
        Console.Out.Write($"import median {import:F2} s; bare insert of the same rows median {insert:F2} s; ratio {import / insert:F2} (goal <= 3)\n");
        File.Delete(file);
        return 0;
    }

    private static Task<double> ImportAsync(string file) => TimedAsync(async db =>
    {
        var source = new ImportSource(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        var report = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, Change, CancellationToken.None);
        if (report.Outcome != ImportOutcome.Added || report.HasFaults)
            throw new InvalidOperationException($"The import ended as {report.Outcome} with {report.Problems.Count} problems.");
    });

    private static Task<double> InsertAsync(string file)
    {
        var content = FrameworkImport.Read(new(file, File.ReadAllBytes(file)), ImportMode.Tolerant).Content!;
        content.Framework.Slug = "bare";
        return TimedAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (content.Framework.Key, content.Version.Key, content.Version.FrameworkKey) = (1, 1, 1);
            db.Add(content.Framework);
            db.Add(content.Version);
            await db.SaveChangesAsync();
            await FrameworkRows.InsertAsync(db, content, CancellationToken.None);
            await transaction.CommitAsync();
        });
    }

    /// <summary>Runs the work on a fresh, migrated database and gives its seconds.</summary>
    private static async Task<double> TimedAsync(Func<Db, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("trellis-bench-").FullName;
        var location = DataLocation.FromEnvironment(folder);
        await using (var db = new DbSource(Engine.For(location)).Open())
        {
            if (db.Engine is Postgres)
                await db.Database.ExecuteSqlRawAsync("drop schema if exists public cascade; create schema public");
            await Migrator.MigrateAsync(db, TimeProvider.System);
            GC.Collect();
            var watch = Stopwatch.StartNew();
            await work(db);
            watch.Stop();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return watch.Elapsed.TotalSeconds;
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Change Change => new("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "import");
}
