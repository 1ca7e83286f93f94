using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Trellis.Tests.Support;

/// <summary>The real command-line program over a data folder of its own.</summary>
public sealed class TestCli : IDisposable
{
    /// <summary>The program in its own build folder; beside the tests it would lack what the web framework brings them.</summary>
    private static string Program { get; } = Path.Combine(
        Checkout.Root, "src", "Cli", Path.GetRelativePath(Path.Combine(Checkout.Root, "tests", "Tests"), AppContext.BaseDirectory), "trellis");

    /// <summary>Settings that go with each run, beside those of the test program.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("trellis-cli-").FullName;

    public async Task<CliRun> RunAsync(params string[] arguments)
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
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
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
