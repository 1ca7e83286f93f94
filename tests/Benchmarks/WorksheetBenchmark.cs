using System.Diagnostics;
using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Analysis;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Benchmarks;

/// <summary>A worksheet of 60 courses and 900 statements, half of its cells filled: how long it takes to read, to compute, and to save one cell.</summary>
public static class WorksheetBenchmark
{
    private const int Statements = 900, Blocks = 30, Courses = 60, Runs = 40;

    private static readonly Change Change = new("benchmark", new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), "benchmark", "measures");

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-worksheet-").FullName;
        try
        {
            await MeasureAsync(new DbSource(Engine.For(new(folder, null))));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task MeasureAsync(DbSource source)
    {
        await using var db = source.Open();
        var worksheet = await FillAsync(db);
        var (read, compute, save) = (new Timings(), new Timings(), new Timings());
        var held = await FilledGrid.ReadAsync(db, worksheet, WorksheetMeasure.Depth);
        for (var run = 0; run < Runs; run++)
        {
            await using var own = source.Open();
            await read.RunAsync(() => FilledGrid.ReadAsync(own, worksheet, WorksheetMeasure.Depth));
            await compute.RunAsync(() => Task.FromResult(Compute(held)));
            var cell = new CellEdit(new(Courses, WorksheetMeasure.Depth, held.Grid.Rows[run].Id), 4, 0);
            await save.RunAsync(() => new CellEditor(own).SaveAsync(worksheet.Id, [cell], Change));
        }
        Console.Out.Write("milliseconds           runs    median       p95       p99      most\n");
        Console.Out.Write($"read 60 x 900        {read.Row}\ncompute (<= 200)     {compute.Row}\nsave one cell        {save.Row}\n");
    }

    private static int Compute(FilledGrid filled) => WorksheetCoverage.Of(filled.Grid).Uncovered.Count
        + CurriculumAnalysis.Of(filled.Grid, filled.Order()).Conflicts.Count + CredentialOverlap.Of(filled.Grid).Count
        + CredentialSet.Of(filled.Grid, [.. Enumerable.Range(0, Statements - Blocks)], 2).Columns.Count;

    private static async Task<KeptWorksheet> FillAsync(Db db)
    {
        await Migrator.MigrateAsync(db, TimeProvider.System);
        var statements = Enumerable.Range(0, Statements + Blocks).Select(i => new Statement
        {
            Id = Guid.NewGuid(),
            Position = i,
            Kind = i % (Statements / Blocks + 1) == 0 ? StatementKind.Block : StatementKind.Item,
            Text = LanguageText.Of("en", Sentences.Make(i)),
            ChangedAt = Change.When,
        }).ToList();
        foreach (var (i, statement) in statements.Index())
            statement.ParentId = statement.Kind == StatementKind.Block ? null : statements[i - i % (Statements / Blocks + 1)].Id;
        StatementTree.Arrange(statements);
        var version = new FrameworkVersion { Title = LanguageText.Of("en", "Rated"), Language = "en", ChangedAt = Change.When };
        await new FrameworkEditor(db).LoadAsync(new(new() { Id = Guid.NewGuid(), Publisher = "benchmark" }, version, statements, []), Change);
        var model = (await ModelCatalog.FindAsync(db, "rated"))!;
        var worksheet = await new WorksheetEditor(db).MakeAsync(
            new(WorksheetKind.Curriculum, model, "Rated") { Columns = [.. Enumerable.Range(1, Courses).Select(i => new ColumnWish(string.Create(CultureInfo.InvariantCulture, $"Course {i}"), new() { Term = i % 4 + 1 }))] }, Change);
        var random = new Random(3);
        var items = statements.Where(s => s.Kind == StatementKind.Item).ToList();
        // The last column stays empty: single cells are saved there.
        var edits = items.SelectMany(s => Enumerable.Range(1, Courses - 1).Where(_ => random.Next(2) == 0).Select(c => new CellEdit(new(c, WorksheetMeasure.Depth, s.Id), random.Next(5), 0))).ToList();
        var watch = Stopwatch.StartNew();
        await new CellEditor(db).LoadAsync(worksheet.Id, new(worksheet.Revision, [], edits), Change);
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{edits.Count} cells loaded in {watch.Elapsed.TotalMilliseconds:F0} ms\n"));
        return worksheet;
    }
}
