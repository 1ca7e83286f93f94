using Trellis.Interop;
using Trellis.Tests.Support;

namespace Trellis.Tests.Training;

/// <summary>Loads releases in tests: from a file of this machine, or from a text that stands in the test.</summary>
public static class TestReleases
{
    public static async Task<ReleaseReport> LoadAsync(TestDb test, ReleaseReader reader, string path)
    {
        using var source = ReleaseSource.Open(path);
        await using var db = test.Open();
        return await ReleaseImport.LoadAsync(db, reader, source, new(), TestModel.Change);
    }

    public static async Task<ReleaseReport> LoadTextAsync(TestDb test, ReleaseReader reader, string name, string text)
    {
        using var source = ReleaseSource.Of(name, Core.Text.Utf8.Strict.GetBytes(text));
        await using var db = test.Open();
        return await ReleaseImport.LoadAsync(db, reader, source, new(), TestModel.Change);
    }
}
