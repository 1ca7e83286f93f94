using System.Diagnostics;
using System.Globalization;
using System.Net;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Benchmarks;

/// <summary>
/// A framework of 10,000 items gets a new version in which one statement is worded anew: how long it takes until its package is had
/// whole and packed, beside the same package made without the one before. Both are asked of one server, the second under a new name of it.
/// </summary>
public static class CaseEditBenchmark
{
    private const int Items = 10_000;

    private static readonly Uri Ours = new("http://127.0.0.1:5928");

    /// <summary>A server trusts for a second that another process published nothing; what its own publishes shows at once.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1.2);

    public static async Task<int> RunAsync(string[] args)
    {
        var program = Path.GetFullPath(args.Length > 0 ? args[0] : ".build/web/Trellis.Web");
        var edits = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30;
        var folder = Directory.CreateTempSubdirectory("trellis-case-edit-").FullName;
        var source = new DbSource(Engine.For(new(folder, null)));
        await using (var db = source.Open())
            await CaseBenchmark.FillAsync(db, folder, [(Items, 0)]);
        using var server = CaseBenchmark.Start(program, "--urls", Ours.ToString(), "--data", folder);
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Ours };
            await RunningWeb.ReadyAsync(http);
            var (taken, anew) = (new Timings(), new Timings());
            await FetchAsync(http, Ours.Authority, new());
            CaseBenchmark.Told(server, "before the edits");
            for (var edit = -2; edit < edits; edit++)
            {
                await PublishAsync(source, edit);
                await Task.Delay(Trusted);
                // The first edits compile what the others use.
                await FetchAsync(http, Ours.Authority, edit < 0 ? new() : taken);
                await Task.Delay(Trusted);
                await FetchAsync(http, string.Create(CultureInfo.InvariantCulture, $"edit{edit + 2}.example"), edit < 0 ? new() : anew);
            }
            Console.Out.Write($"                        count    median       95 %       99 %       most (ms)\nafter an edit      {taken.Row} (goal: 99 % <= 250)\nwhole package anew {anew.Row}\n");
            CaseBenchmark.Told(server, "after the edits");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task PublishAsync(DbSource source, int edit)
    {
        await using var db = source.Open();
        var slug = (await ModelCatalog.ListAsync(db)).Single(m => m.Version.Nodes == Items).Slug;
        var model = (await ModelCatalog.FindAsync(db, slug))!;
        var statements = await ModelCatalog.StatementsAsync(db, model.Version);
        var changed = statements[(edit + 3) * 311];
        changed.Text = LanguageText.Of("en", Sentences.Make(1_000_000 + edit));
        changed.ChangedAt = TimeProvider.System.GetUtcNow();
        var links = db.Alignments.Where(a => a.VersionKey == model.Version.Key).OrderBy(a => a.Ordinal).ToList();
        var version = new FrameworkVersion
        {
            Title = model.Version.Title,
            Language = model.Version.Language,
            ChangedAt = changed.ChangedAt,
            SourceFormat = model.Version.SourceFormat,
            SourceName = model.Version.SourceName,
            Extensions = model.Version.Extensions,
        };
        await new FrameworkEditor(db).LoadAsync(new(model.Framework, version, [.. statements], links), new Change("benchmark", TimeProvider.System.GetUtcNow(), "benchmark", "case-edit"));
    }

    /// <summary>Asks for the package as gzip and reads it to the end.</summary>
    private static async Task FetchAsync(HttpClient http, string host, Timings timings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/ims/case/v1p1/CFPackages/{new GeneratedPackage(Items).DocumentId}");
        request.Headers.Host = host;
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        var start = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        timings.Add(Stopwatch.GetElapsedTime(start));
    }
}
