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
    private const int Kills = 5;
    private const int MostAttempts = 12;

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
        var (ready, time, random, cut) = (Stopwatch.GetElapsedTime(start), onet.Duration, new Random(7), 0);
        for (var attempt = 0; cut < Kills && attempt < MostAttempts; attempt++)
        {
            // From before the first row to about the last.
            var moment = (cut + random.NextDouble()) / Kills;
            var atWork = await cli.KillAsync(ready * 0.9 + time * moment, "data", "import", "onet", full);
            var (edition, rows, releases) = await StateAsync(cli);
            Assert.Equal(rows, await CountAsync(cli, edition));
            if (edition == "30.2")
            {
                // It was quicker than the one that was timed: once more, and earlier.
                Assert.Equal(whole, rows);
                time *= 0.6;
                await DropAsync(cli);
                continue;
            }
            Assert.Equal(("29.9", 1), (edition, releases));
            cut += atWork ? 1 : 0;
        }
        Assert.Equal(Kills, cut);
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

    private static async Task DropAsync(TestCli cli)
    {
        await using var db = Open(cli);
        var key = await db.DataReleases.Where(r => r.Edition == "30.2" && !r.IsStarter).Select(r => r.Key).SingleAsync();
        Assert.True(await new ReleaseEditor(db).DropAsync(key, TestModel.Change));
    }

    /// <summary>The rows of a release in all tables, counted one by one; of any other but it and the starter set there may be none.</summary>
    private static async Task<int> CountAsync(TestCli cli, string edition)
    {
        await using var db = Open(cli);
        var known = await db.DataReleases.Select(r => r.Key).ToListAsync();
        var key = await db.DataReleases.Where(r => r.Edition == edition && !r.IsStarter).Select(r => r.Key).SingleAsync();
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
