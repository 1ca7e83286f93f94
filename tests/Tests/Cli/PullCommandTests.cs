using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Cli;

/// <summary>trellis model pull against a running server.</summary>
public sealed class PullCommandTests(TestApp app)
{
    [Fact]
    public async Task Pull_OfOneFramework_LoadsItAndThenFindsItUpToDate()
    {
        var id = Guid.NewGuid();
        await using (var db = app.OpenDb())
            await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, "Tunneling", "Digs", "Lines"), TestModel.Change, TestContext.Current.CancellationToken);
        using var cli = new TestCli { Settings = { ["TRELLIS_PULL_PRIVATE"] = "on" } };

        var list = await cli.RunAsync("model", "pull", app.Address.ToString(), "--list", "--json");
        var first = await cli.RunAsync("model", "pull", app.Address.ToString(), "--framework", id.ToString(), "--json");
        var second = await cli.RunAsync("model", "pull", app.Address.ToString(), "--framework", id.ToString(), "--json");

        Assert.Equal("new", list.Json.EnumerateArray().Single(o => o.GetProperty("framework").GetGuid() == id).GetProperty("here").GetString());
        Assert.Equal((0, "new", "added", 3), (first.ExitCode, first.Json.GetProperty("before").GetString(),
            first.Json.GetProperty("import").GetProperty("outcome").GetString(), first.Json.GetProperty("import").GetProperty("items").GetInt32()));
        Assert.Equal((0, "upToDate", JsonValueKind.Null), (second.ExitCode, second.Json.GetProperty("before").GetString(), second.Json.GetProperty("import").ValueKind));
    }

    [Fact]
    public async Task Pull_FromAPrivateAddress_IsRefusedUnlessAllowed()
    {
        using var cli = new TestCli();

        var run = await cli.RunAsync("model", "pull", $"https://localhost:{app.Address.Port}", "--json");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("localhost leads to 127.0.0.1", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AsCase_ReadsBackWithoutAProblem()
    {
        using var cli = new TestCli();
        var slug = (await cli.RunAsync("model", "list", "--json")).Json[0].GetProperty("slug").GetString()!;
        var file = System.IO.Path.Combine(cli.Folder, "out.json");

        var export = await cli.RunAsync("model", "export", slug, "--format", "case1.1", "-o", file);
        var import = await cli.RunAsync("model", "import", file, "--mode", "strict", "--json");

        Assert.Equal((0, 0), (export.ExitCode, import.ExitCode));
        Assert.Equal("case1.1", import.Json.GetProperty("format").GetString());
        Assert.Equal(0, import.Json.GetProperty("problems").GetArrayLength());
    }
}
