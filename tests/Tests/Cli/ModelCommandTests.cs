using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Cli;

public sealed class ModelCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task List_OnAFreshFolder_NamesTheModelsThatShip()
    {
        var run = await _cli.RunAsync("model", "list", "--json");

        Assert.Equal(0, run.ExitCode);
        var generic = Assert.Single(run.Json.EnumerateArray(), m => m.GetProperty("slug").GetString() == "building-blocks");
        Assert.Equal("Published", generic.GetProperty("status").GetString());
        Assert.Equal("Trellis", generic.GetProperty("publisher").GetString());
        Assert.True(generic.GetProperty("statements").GetInt32() > 150);
    }

    [Fact]
    public async Task Show_InSpanish_PrintsTheOutlineInSpanish()
    {
        var run = await _cli.RunAsync("model", "show", "building-blocks", "--depth", "1", "--language", "es");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 Eficacia personal", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_UnknownModel_IsWrongUsageAndSaysWhatToDo()
    {
        var run = await _cli.RunAsync("model", "show", "no-such-model");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("trellis model list", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("model")]
    [InlineData("model", "import")]
    [InlineData("model", "import", "x.json", "--mode", "perhaps")]
    public async Task UnknownWords_AreWrongUsage(params string[] arguments)
    {
        var run = await _cli.RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public async Task Import_BrokenFile_FailsWithThePlaceOfTheFault()
    {
        var file = _cli.Write("broken.json", """{"CFDocument": {"title": "A"},, }""");

        var run = await _cli.RunAsync("model", "import", file, "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(file, run.Json.GetProperty("file").GetString());
        Assert.Equal("refused", run.Json.GetProperty("outcome").GetString());
        Assert.NotEmpty(run.Json.GetProperty("problems")[0].GetProperty("where").GetString()!);
        Assert.DoesNotContain("   at ", run.Errors + run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
