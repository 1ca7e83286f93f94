using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Trellis.Tests.Support;

/// <summary>The real command-line program over a data folder of its own.</summary>
public sealed class TestCli : IDisposable
{
    /// <summary>The program in its own build folder; beside the tests it would lack what the web framework brings them.</summary>
    public static string Program { get; } = Path.Combine(
        Checkout.Root, "src", "Cli", Path.GetRelativePath(Path.Combine(Checkout.Root, "tests", "Tests"), AppContext.BaseDirectory), "trellis");

    /// <summary>Settings that go with each run, beside those of the test program.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("trellis-cli-").FullName;

    public async Task<CliRun> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
            Environment = { ["TRELLIS_DATA"] = Path.Combine(Folder, "data"), ["TRELLIS_DB"] = "" },
        };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Starts a run and ends it by force after a while, as a power cut would; true where it was still at work.</summary>
    public async Task<bool> KillAsync(TimeSpan after, params string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        // A power cut waits for nothing: the moment is what the test is about.
        await Task.Delay(after, TestContext.Current.CancellationToken);
        var atWork = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        return atWork;
    }

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a text into the folder and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a run of the program left: its exit code and what it printed.</summary>
public sealed record CliRun(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
