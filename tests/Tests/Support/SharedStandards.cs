using Xunit;

namespace Trellis.Tests.Support;

/// <summary>The folder of official standards files beside the checkout. It is never committed; tests that need it skip where it is absent.</summary>
public static class SharedStandards
{
    private static readonly string? Root = Find();

    /// <summary>A file in it; skips the test, or fails it in CI, where the folder is not there.</summary>
    public static string Path(string relative)
    {
        if (Root is null && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("The folder of official standards files (../shared/standards) is not there.");
        Assert.True(Root is not null, "In CI the folder of official standards files (../shared/standards) must be there.");
        return System.IO.Path.Combine(Root!, relative);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared", "standards");
            if (Directory.Exists(shared))
                return shared;
        }
        return null;
    }
}
