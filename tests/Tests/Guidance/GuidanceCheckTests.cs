using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>The measurement of guidance on the real release, and its goals.</summary>
public sealed class GuidanceCheckTests
{
    [Fact]
    public async Task Check_OnARealRelease_ReachesItsGoals()
    {
        var release = SharedData.Path("onet/db_30_2_text.zip");
        using var cli = new TestCli();
        var run = await cli.RunAsync("check", "guidance", "--onet", release, "--json");

        Assert.Equal(0, run.ExitCode);
        var found = run.Json.GetProperty("found").EnumerateArray().ToDictionary(f => f.GetProperty("what").GetString()!);
        Assert.Equal(1, found["own ratings, exact"].GetProperty("first").GetDouble());
        Assert.Equal(1, found["own ratings, exact"].GetProperty("firstHeldBack").GetDouble());
        Assert.True(found["all elements, noise of one level"].GetProperty("topTenHeldBack").GetDouble() >= 0.95);
        Assert.True(found["questions, noise of one level"].GetProperty("topTenHeldBack").GetDouble() >= 0.85);
        Assert.True(run.Json.GetProperty("adaptive").GetProperty("topTen").GetDouble() >= 0.8);
        Assert.True(run.Json.GetProperty("related").GetProperty("nearness").GetDouble() > run.Json.GetProperty("related").GetProperty("cosineOfLevels").GetDouble());
        Assert.True(run.Json.GetProperty("microsecondsToAll").GetDouble() < 2000);
        Assert.Equal(0, run.Json.GetProperty("routes").GetProperty("worse").GetInt32());
    }

    [Fact]
    public async Task Check_WithoutARelease_SaysWhatIsNeeded()
    {
        using var cli = new TestCli();
        var run = await cli.RunAsync("check", "guidance", "--onet", "nowhere.zip");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--onet", run.Errors, StringComparison.Ordinal);
    }
}
