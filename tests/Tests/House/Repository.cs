using Trellis.Core.Text;
using Trellis.Tests.Support;

namespace Trellis.Tests.House;

/// <summary>The checkout that the tests were built from, without what builds and runs put into it.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
        [".git", "bin", "obj", "node_modules", "TestResults", "artifacts", ".trellis", ".build", ".vs", ".idea", "uswds"];

    public static string Root => Checkout.Root;

    /// <summary>Paths of all files, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below(Root).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> In(string folder, params string[] endings) =>
        Files.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal) && Array.Exists(endings, e => f.EndsWith(e, StringComparison.Ordinal)));

    public static string FullPath(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(FullPath(path), Utf8.Strict);

    public static string[] Lines(string path) => File.ReadAllLines(FullPath(path), Utf8.Strict);

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder).Where(f => !NotOurs.Contains(Path.GetFileName(f)))
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Below));
}
