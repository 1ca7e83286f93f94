using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Benchmarks;

/// <summary>
/// Twenty editors at once on a draft of 900 statements on SQLite: how long an edit takes, alone and beside others who write, and how
/// long it takes to open the draft.
/// </summary>
public static class EditBenchmark
{
    private const int Statements = 900;
    private const int Blocks = 30;
    private const int Editors = 20;
    private const int Neighbors = 4;

    private static readonly Change Change = new("benchmark", new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), "benchmark", "measures");

    public static async Task<int> RunAsync(string[] args)
    {
        var edits = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60;
        var folder = Directory.CreateTempSubdirectory("trellis-edit-").FullName;
        try
        {
            var source = new DbSource(Engine.For(new(folder, null)));
            var draft = await FillAsync(source);
            await OpenAsync(source, draft);
            // Once without a look at the clock: the first edits compile what the others use.
            await EditAsync(source, draft, 3, null);
            await EditAsync(source, draft, edits, $"edit, {Editors} editors (goal p99 <= 50 ms)");
            await BesideAsync(source, () => EditAsync(source, draft, edits, $"the same beside {Neighbors} who write in this process"));
            await BesideAsync(new DbSource(Engine.For(new(folder, null))), () => EditAsync(source, draft, edits, $"the same beside {Neighbors} who write as another process does"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task<Draft> FillAsync(DbSource source)
    {
        await using var db = source.Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        var statements = new List<Statement>();
        for (var i = 0; i < Statements; i++)
        {
            var isBlock = i % Blocks == 0;
            statements.Add(new()
            {
                Id = Guid.NewGuid(),
                ParentId = isBlock ? null : statements[i - i % Blocks].Id,
                Position = i,
                Kind = isBlock ? StatementKind.Block : StatementKind.Item,
                Text = LanguageText.Of("en", Sentences.Make(i)),
                ChangedAt = Change.When,
            });
        }
        StatementTree.Arrange(statements);
        var version = new FrameworkVersion { Title = LanguageText.Of("en", "Edited"), Language = "en", ChangedAt = Change.When };
        await new FrameworkEditor(db).LoadAsync(new(new() { Id = Guid.NewGuid(), Publisher = "benchmark" }, version, statements, []), Change);
        return (await new DraftStart(db).NextAsync("edited", Change)).Draft;
    }

    private static async Task OpenAsync(DbSource source, Draft draft)
    {
        var times = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            var watch = Stopwatch.StartNew();
            await using var db = source.Open();
            var tree = await Drafts.TreeAsync(db, draft);
            times.Add(watch.Elapsed.TotalMilliseconds);
            Trace.Assert(tree.Count == Statements);
        }
        Print("open 900 statements (goal <= 300 ms)", times);
    }

    /// <summary>Measures while others write one audit entry after the other, with the pauses that people make.</summary>
    private static async Task BesideAsync(DbSource source, Func<Task> measure)
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, Neighbors).Select(i => Task.Run(() => WriteAsync(source, new(i), stop.Token))));
        await measure();
        await stop.CancelAsync();
        await writing;
    }

    private static async Task WriteAsync(DbSource source, Random random, CancellationToken stop)
    {
        await using var db = source.Open();
        while (!stop.IsCancellationRequested)
        {
            await using (var write = await db.BeginWriteAsync(CancellationToken.None))
            {
                db.Add(AuditEntry.Of(Change, "benchmark write", "beside", null, null));
                await db.SaveChangesAsync(CancellationToken.None);
                await write.CommitAsync(CancellationToken.None);
            }
            db.ChangeTracker.Clear();
            // It stands for other work of the program, which does not write all the time.
            await Task.Delay(random.Next(20, 60), CancellationToken.None);
        }
    }

    /// <summary>Makes so many edits with all editors at once.</summary>
    /// <param name="name">What is measured; null for nothing.</param>
    private static async Task EditAsync(DbSource source, Draft draft, int edits, string? name)
    {
        using var process = Process.GetCurrentProcess();
        var worked = process.TotalProcessorTime;
        var times = new ConcurrentBag<double>();
        var outcomes = new ConcurrentBag<EditOutcome>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(async () =>
        {
            var random = new Random(editor);
            await using var db = source.Open();
            var ids = await db.DraftStatements.Where(s => s.DraftId == draft.Id && s.Kind == StatementKind.Item).Select(s => s.Id).ToListAsync();
            for (var i = 0; i < edits; i++)
            {
                var id = ids[random.Next(ids.Count)];
                var seen = await db.DraftStatements.SingleAsync(s => s.DraftId == draft.Id && s.Id == id);
                var target = new SeenStatement(id, seen.Revision);
                DraftCommand command = i % 4 == 0 ? new MoveBy(target, Step.Down) : new Reword(target, [new("en", Sentences.Make(random.Next(100_000)))]);
                var one = Stopwatch.StartNew();
                outcomes.Add((await new DraftEditor(db).RunAsync(draft.Id, command, Change with { Who = $"editor {editor}" })).Outcome);
                times.Add(one.Elapsed.TotalMilliseconds);
                // People read and write between two edits; without a pause this measures the queue, not the edit.
                await Task.Delay(random.Next(500, 1500));
            }
        })));
        if (name is null)
            return;
        process.Refresh();
        var each = (process.TotalProcessorTime - worked).TotalMilliseconds / outcomes.Count;
        Print(name, times);
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"  {outcomes.Count / watch.Elapsed.TotalSeconds:F0} edits a second; {outcomes.Count(o => o == EditOutcome.Stale)} refused as late; {each:F1} ms of processor time for each, what runs beside included\n"));
    }

    private static void Print(string name, IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture,
            $"{name}: median {sorted[sorted.Count / 2]:F1} ms, p99 {sorted[(int)(sorted.Count * 0.99)]:F1} ms, most {sorted[^1]:F1} ms\n"));
    }
}
