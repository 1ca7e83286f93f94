using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>What the README tells people to type can be typed.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Files_ThatTheReadmeNames_AreThere()
    {
        var links = Link().Matches(Repository.Read("README.md")).Select(m => m.Groups["to"].Value).Where(t => !t.Contains("://", StringComparison.Ordinal)).ToList();

        Assert.True(links.Count > 3);
        Assert.DoesNotContain(links, l => !Path.Exists(Repository.FullPath(l.Split('#')[0])));
    }

    [Fact]
    public async Task Commands_OfTheReadme_Exist()
    {
        var commands = Commands();
        Assert.True(commands.Count > 5);
        var top = await HelpAsync([]);
        if (string.IsNullOrWhiteSpace(top))
            Assert.Skip("The command line has no commands yet.");
        foreach (var script in commands.Select(c => c[0]).Distinct())
        {
            Assert.True(File.Exists(Repository.FullPath(script)), $"{script} is not there.");
            if (!OperatingSystem.IsWindows())
                Assert.True(File.GetUnixFileMode(Repository.FullPath(script)).HasFlag(UnixFileMode.UserExecute), $"{script} cannot be run.");
        }
        foreach (var noun in commands.Where(c => c[0] == "./trellis").GroupBy(c => c[1], c => c.ElementAtOrDefault(2)))
        {
            Assert.Contains(noun.Key, top, StringComparison.Ordinal);
            var help = await HelpAsync([noun.Key]);
            // A command such as "mcp" has no verbs.
            Assert.All(noun.OfType<string>(), verb => Assert.Matches($@"(?m)^\s+{Regex.Escape(verb)}\b", help));
        }
    }

    /// <summary>The words of every line of a shell block that runs a file of ours.</summary>
    private static List<string[]> Commands() => [.. ShellBlock().Matches(Repository.Read("README.md"))
        .SelectMany(b => b.Groups["lines"].Value.Split('\n')).Where(l => l.StartsWith("./", StringComparison.Ordinal))
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static async Task<string> HelpAsync(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "trellis.dll"), .. words, "--help"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var help = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return help;
    }

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShellBlock();
}
