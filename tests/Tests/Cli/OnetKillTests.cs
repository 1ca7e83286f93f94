using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Cli;

/// <summary>An import of the full release that is cut off by force at moments all over its course leaves the release before it whole and current.</summary>
public sealed class OnetKillTests(OnetDatabase onet)
{
    private const int Kills = 6;

    [Fact]
    public async Task Import_KilledAtAnyMoment_LeavesTheFormerReleaseInForce()
    {
        var full = SharedData.Path("onet/db_30_2_text.zip");
        var whole = (await onet.ReportAsync()).Release!.Rows;
        using var cli = new TestCli();
        var small = cli.Write("onet-29-9.zip", TestRelease.Onet("29.9", ["Nurses", "Welders"], otherTitles: 50));
        Assert.Equal(0, (await cli.RunAsync("data", "import", "onet", small)).ExitCode);
        var start = Stopwatch.GetTimestamp();
        await cli.RunAsync("data", "import", "onet", small);
        var (ready, random, cut) = (Stopwatch.GetElapsedTime(start), new Random(7), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            // From before the first row to about the last.
            var moment = (kill + random.NextDouble()) / Kills;
            var atWork = await cli.KillAsync(ready * 0.9 + onet.Duration * moment, "data", "import", "onet", full);

            var (edition, rows, releases) = await StateAsync(cli);
            if (edition == "30.2")
            {
                Assert.Equal((whole, whole), (rows, await CountAsync(cli, "30.2")));
                break;
            }
            Assert.Equal(("29.9", 1), (edition, releases));
            Assert.Equal(rows, await CountAsync(cli, "29.9"));
            cut += atWork ? 1 : 0;
        }
        Assert.True(cut >= 2, $"Only {cut} imports were cut off while at work.");
        var last = await cli.RunAsync("data", "import", "onet", full);
        Assert.True(last.ExitCode == 0, last.Errors);
        Assert.Equal("30.2", (await StateAsync(cli)).Edition);
        Assert.Equal(whole, await CountAsync(cli, "30.2"));
    }

    private static Db Open(TestCli cli) => new DbSource(Engine.For(new(Path.Combine(cli.Folder, "data"), null))).Open();

    private static async Task<(string Edition, int Rows, int Releases)> StateAsync(TestCli cli)
    {
        await using var db = Open(cli);
        var release = await db.DataReleases.SingleAsync(r => r.Kind == ReleaseKinds.Onet && r.State == ReleaseState.Current);
        return (release.Edition, release.Rows, await db.DataReleases.CountAsync(r => r.Kind == ReleaseKinds.Onet && !r.IsStarter));
    }

    /// <summary>The rows of a release in all tables, counted one by one; of any other but it and the starter set there may be none.</summary>
    private static async Task<int> CountAsync(TestCli cli, string edition)
    {
        await using var db = Open(cli);
        var known = await db.DataReleases.Select(r => r.Key).ToListAsync();
        var key = await db.DataReleases.Where(r => r.Edition == edition).Select(r => r.Key).SingleAsync();
        var count = 0;
        foreach (var table in db.Model.GetEntityTypes().Where(e => e.FindProperty("ReleaseKey") is not null).Select(e => e.GetTableName()!).Distinct())
        {
            // The name is one of the mappings'.
            var sql = "select release_key as Value from " + table;
            var keys = await db.Database.SqlQueryRaw<int>(sql).ToListAsync();
            Assert.Empty(keys.Except(known));
            count += keys.Count(k => k == key);
        }
        return count;
    }
}
