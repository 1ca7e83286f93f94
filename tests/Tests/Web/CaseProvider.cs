using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>A server with the models that ship and every real framework of the shared folder, loaded once for the tests that walk through it.</summary>
[CollectionDefinition(Name)]
public sealed class CaseProvider : IAsyncLifetime, ICollectionFixture<CaseProvider>
{
    public const string Name = "provider of CASE";

    private static readonly string[] Folders = ["case", "ctdl", "asn", "nice-framework", "competency-framework-direct"];

    public OwnApp App { get; private set; } = null!;

    /// <summary>Files that hold a framework, by the format in which they were read.</summary>
    public List<string> Formats { get; } = [];

    public async ValueTask InitializeAsync()
    {
        App = OwnApp.Start();
        if (SharedData.Root is null)
            return;
        await using var db = App.OpenDb();
        foreach (var file in Folders.SelectMany(f => Directory.EnumerateFiles(SharedData.Path(f), "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var source = new ImportSource(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
            var report = await FrameworkImport.LoadAsync(db, source, ImportMode.Tolerant, TestModel.Change, CancellationToken.None);
            if (report.Outcome is ImportOutcome.Added or ImportOutcome.NewVersion)
                Formats.Add(report.Format!);
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
