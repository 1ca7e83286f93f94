using System.Text.Json;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>trellis occupation search and code, with a small release loaded.</summary>
public sealed class CodingCommandTests : IAsyncLifetime
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Search_AText_PrintsOccupationsAsJson()
    {
        var run = await _cli.RunAsync("occupation", "search", "registerd nurse", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("29-1141.00", run.Json[0].GetProperty("onetSoc").GetString());
        Assert.Equal("title", run.Json[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Code_ATitle_PrintsCandidatesAsJson()
    {
        var run = await _cli.RunAsync("occupation", "code", "Tanker Truck Driver", "--top", "2", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Tanker Truck Driver", run.Json.GetProperty("title").GetString());
        var candidates = run.Json.GetProperty("candidates");
        Assert.Equal(2, candidates.GetArrayLength());
        Assert.Equal("53-3032.00", candidates[0].GetProperty("onetSoc").GetString());
        Assert.Equal("53-3032", candidates[0].GetProperty("soc").GetString());
        Assert.Equal("Heavy and Tractor-Trailer Truck Drivers", candidates[0].GetProperty("title").GetString());
        Assert.StartsWith("near title", candidates[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_AFile_PrintsALineForEachTitle()
    {
        var file = _cli.Write("titles.csv", "Job Title,Duties,NAICS\n\"Welder, pipe\",,\n\nProgrammer,Writes programs,541511\n");

        var run = await _cli.RunAsync("occupation", "code", "--file", file, "--json");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["51-4121", "15-1252"], lines.Select(l => l.GetProperty("candidates")[0].GetProperty("soc").GetString()));
        Assert.Equal("Welder, pipe", lines[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("Give a job title", "occupation", "code")]
    [InlineData("There is no file", "occupation", "code", "--file", "nowhere.csv")]
    public async Task Code_WithoutATitle_IsWrongUsage(string said, params string[] arguments)
    {
        var run = await _cli.RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Code_AFileWithoutATitleColumn_NamesTheColumnsItHas()
    {
        var run = await _cli.RunAsync("occupation", "code", "--file", _cli.Write("titles.csv", "name,pay\nWelder,20\n"), "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("name, pay", run.Errors, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        await using var db = new DbSource(Engine.For(new(Path.Combine(_cli.Folder, "data"), null))).Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        await TestOccupations.LoadAsync(db, "1");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        _cli.Dispose();
        return ValueTask.CompletedTask;
    }
}
