using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Imports files and texts the way every door does.</summary>
public static class TestImport
{
    public static ReadFramework Read(string text, ImportMode mode = ImportMode.Tolerant) => Read(Utf8.Strict.GetBytes(text), mode);

    public static ReadFramework Read(byte[] bytes, ImportMode mode = ImportMode.Tolerant) => FrameworkImport.Read(new("test.json", bytes), mode);

    public static ReadFramework ReadFile(string path, ImportMode mode = ImportMode.Tolerant) =>
        FrameworkImport.Read(new(Path.GetFileName(path), File.ReadAllBytes(path)), mode);

    /// <summary>Loads a file twice into a database of its own; the second time must change nothing.</summary>
    public static async Task<ImportReport> LoadTwiceAsync(string path)
    {
        await using var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        var source = new ImportSource(Path.GetFileName(path), await File.ReadAllBytesAsync(path));
        var report = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, TestModel.Change, TestContext.Current.CancellationToken);
        Assert.True(report.Outcome == ImportOutcome.Added, Told(report));
        var again = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, TestModel.Change, TestContext.Current.CancellationToken);
        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        var model = await ModelCatalog.FindAsync(db, report.Framework!);
        Assert.NotNull(model);
        Assert.Equal(model.Version.Nodes, (await ModelCatalog.StatementsAsync(db, model.Version)).Count);
        Assert.Equal(report.Accepted + report.Rejected, report.Items + report.Associations);
        return report;
    }

    public static string Told(ImportReport report) =>
        $"{report.Outcome}: {string.Join(" | ", report.Problems.Select(p => $"{p.Severity} {p.Code} {p.Where}: {p.Message}"))}";

    public static JsonNode Json(string path) =>
        JsonNode.Parse(File.ReadAllText(path, Utf8.Strict), null, new JsonDocumentOptions { MaxDepth = 64 })!;
}
