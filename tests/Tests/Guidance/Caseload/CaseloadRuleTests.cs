using Trellis.Core.Codes;
using Trellis.Core.Guidance.Caseload;
using Trellis.Interop.Guidance;
using Trellis.Interop.Models;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>The rules that ship, those of an installation, and the command that applies them.</summary>
public sealed class CaseloadRuleTests
{
    [Fact]
    public void Rules_ThatShip_CoverEveryEndAndAskFourTimes()
    {
        var rules = CaseloadRules.Read(ShippedModels.DataFolder, Path.GetTempPath() + "nothing-here");

        Assert.Equal([30, 60, 90, 180], rules.FollowUps.Select(f => f.Days));
        Assert.All(Enum.GetValues<RetentionEvent>(), e => Assert.Contains(rules.Retention, r => r.After == e && r.Part == RetainedPart.Record && r.Days > 0));
        Assert.NotEqual(rules.TextOf("after-30").In("en"), rules.TextOf("after-30").In("es"));
        Assert.Equal("gone", rules.TextOf("gone").In("es"));
    }

    [Theory]
    [InlineData("mine,Closed,Record,soon,a,b", "retention.csv/mine/days: \"soon\" is no whole number of days up to 36525.")]
    [InlineData("mine,Never,Record,5,a,b", "retention.csv/mine/after: \"Never\" is none of: Closed, Withdrawn, ConsentEnded.")]
    public void Rules_OfAnInstallationWithAFault_AreRefusedWithItsPlace(string row, string message)
    {
        var folder = Directory.CreateTempSubdirectory("trellis-rules-").FullName;
        File.WriteAllText(Path.Combine(folder, "retention.csv"), "rule,after,part,days,en,es\n" + row + "\n");

        Assert.Equal(message, Assert.Throws<UnusableInputException>(() => CaseloadRules.Read(ShippedModels.DataFolder, folder)).Message);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Sweep_AsADryRun_TellsEachRuleAndItsCount()
    {
        using var cli = new TestCli();

        var run = await cli.RunAsync("caseload", "sweep", "--dry-run", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"withdrawn\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"records\": 0", run.Output, StringComparison.Ordinal);
    }
}
