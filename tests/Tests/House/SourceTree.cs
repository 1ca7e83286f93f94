namespace Trellis.Tests.House;

/// <summary>The files of this repository, for tests about how it is written.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Files(string folder, params string[] patterns) => patterns
        .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories))
        .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or ".build"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("Trellis.slnx was not found above the tests.");
    }
}
