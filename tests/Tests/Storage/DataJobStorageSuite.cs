using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Fetch;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Storage;

/// <summary>How nodes share the loads that people asked for, on both databases.</summary>
public abstract class DataJobStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-jobs-").FullName;
    private TestDb _test = null!;
    private Db _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DataFolders Folders => new(Path.Combine(Checkout.Root, "data"), _folder);

    [Fact]
    public async Task Work_OnAFile_LoadsItAndKeepsTheReport()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers", "Millers"]));

        Assert.True(await Node().WorkAsync(Stop));

        var done = await FindAsync(job.Key);
        Assert.Equal((JobState.Done, "release.zip"), (done.State, done.File));
        Assert.Equal("O*NET 1.0 Database", (await ReleaseCatalog.CurrentAsync(_db, ReleaseKinds.Onet, stop: Stop))!.Title);
        Assert.Equal(ReleaseOutcome.Loaded, KeptReleaseReport.Read(done.Report!).Outcome);
        Assert.Null(Folders.FileOf(job.Upload!));
        Assert.False(await Node().WorkAsync(Stop));
        Assert.Equal(["data job ask", "release load"], await _db.AuditEntries.Select(a => a.Action).Order().ToListAsync(Stop));
    }

    [Fact]
    public async Task Work_OnAFileThatIsNoRelease_FailsWithTheReason()
    {
        var job = await AskAsync(TestRelease.Zip(("Nothing.txt", "x")));

        await Node().WorkAsync(Stop);

        var failed = await FindAsync(job.Key);
        Assert.Equal((JobState.Failed, "refused"), (failed.State, failed.Fault));
        Assert.NotEmpty(KeptReleaseReport.Read(failed.Report!).Problems);
        Assert.False(await _db.DataReleases.AnyAsync(Stop));
    }

    [Fact]
    public async Task Work_OfSeveralNodes_DoesEachLoadOnce()
    {
        for (var i = 1; i <= 4; i++)
            await AskAsync(TestRelease.Onet($"{i}.0", [$"Bakers {i}"]));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var node = Node();
            while (await node.WorkAsync(Stop))
            {
            }
        })));

        Assert.Equal(4, await _db.DataReleases.CountAsync(Stop));
        Assert.All(await _db.DataJobs.ToListAsync(Stop), j => Assert.Equal((JobState.Done, 1), (j.State, j.Attempts)));
    }

    [Fact]
    public async Task Work_LeftByADeadNode_IsTakenUp()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"]));
        await LeaveAsync(job.Key, JobState.Running, attempts: 1);

        Assert.True(await Node().WorkAsync(Stop));

        var done = await FindAsync(job.Key);
        Assert.Equal((JobState.Done, 2), (done.State, done.Attempts));
    }

    [Fact]
    public async Task Work_SavedByADeadNode_IsNotDoneAgain()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"]));
        await LeaveAsync(job.Key, JobState.Saved, attempts: 1);

        Assert.False(await Node().WorkAsync(Stop));

        Assert.Equal(JobState.Done, (await FindAsync(job.Key)).State);
        Assert.False(await _db.DataReleases.AnyAsync(Stop));
    }

    [Fact]
    public async Task Work_ThatThreeNodesDiedOf_IsGivenUp()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"]));
        await LeaveAsync(job.Key, JobState.Running, attempts: 3);

        Assert.False(await Node().WorkAsync(Stop));

        Assert.Equal("gave-up", (await FindAsync(job.Key)).Fault);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(11, "no-file")]
    public async Task Work_OnAFileThatNoNodeHas_WaitsTenMinutes(int minutes, string? fault)
    {
        var then = TestModel.Change with { When = TimeProvider.System.GetUtcNow().AddMinutes(-minutes) };
        var job = await new DataJobEditor(_db).AskAsync(new() { Work = JobWork.Import, Kind = ReleaseKinds.Onet, Upload = "elsewhere" }, then, Stop);

        Assert.False(await Node().WorkAsync(Stop));

        Assert.Equal(fault, (await FindAsync(job.Key)).Fault);
    }

    [Fact]
    public async Task Stop_WhileRowsAreWritten_LeavesNothing()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"], otherTitles: 300_000));
        var node = Node();
        var work = Task.Run(() => node.WorkAsync(Stop), Stop);
        // Progress is only there to be looked at; nothing tells of it.
        while (node.Progress(job.Key) is not { Rows: > 0 } && !work.IsCompleted)
            await Task.Delay(2, Stop);

        node.Stop(job.Key);
        await work;

        Assert.Equal(JobState.Stopped, (await FindAsync(job.Key)).State);
        Assert.False(await _db.OccupationTitles.AnyAsync(Stop));
        Assert.False(await new DataJobEditor(_db).StopAsync(job.Key, TestModel.Change, Stop));
    }

    [Fact]
    public async Task Stop_BeforeANodeBegan_IsDoneAtOnce()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"]));

        Assert.True(await new DataJobEditor(_db).StopAsync(job.Key, TestModel.Change, Stop));

        Assert.False(await Node().WorkAsync(Stop));
        Assert.Equal(JobState.Stopped, (await FindAsync(job.Key)).State);
    }

    [Fact]
    public async Task Lease_TakenOverByAnother_CanNeitherBeRenewedNorEnded()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"]));
        var first = new DataJobQueue(_db, "first", TimeProvider.System);
        var taken = (await first.TakeAsync(_ => true, Stop))!;
        Assert.True(await first.RenewAsync(taken, Stop));
        await LeaveAsync(job.Key, JobState.Running, attempts: 1, owner: "first");
        Assert.NotNull(await new DataJobQueue(_db, "second", TimeProvider.System).TakeAsync(_ => true, Stop));

        Assert.False(await first.RenewAsync(taken, Stop));
        taken.State = JobState.Done;
        Assert.False(await first.EndAsync(taken, Stop));
        Assert.Equal(JobState.Running, (await FindAsync(job.Key)).State);
    }

    [Fact]
    public async Task Drop_OfARelease_KeepsTheJobThatLoadedIt()
    {
        var job = await AskAsync(TestRelease.Onet("1.0", ["Bakers"]));
        await Node().WorkAsync(Stop);

        await new ReleaseEditor(_db).DropAsync((await FindAsync(job.Key)).LoadedKey!.Value, TestModel.Change, Stop);

        Assert.Equal(JobState.Done, (await FindAsync(job.Key)).State);
    }

    private DataJobNode Node() => new(_test.Source, Folders, new FetchSettings(), TimeProvider.System);

    private async Task<DataJob> AskAsync(byte[] release)
    {
        var (upload, path) = Folders.NewUpload("release.zip");
        await File.WriteAllBytesAsync(path, release, Stop);
        var job = new DataJob { Work = JobWork.Import, Kind = ReleaseKinds.Onet, File = "release.zip", Upload = upload };
        return await new DataJobEditor(_db).AskAsync(job, TestModel.Change with { When = TimeProvider.System.GetUtcNow() }, Stop);
    }

    private Task<DataJob> FindAsync(int key) => _db.DataJobs.SingleAsync(j => j.Key == key, Stop);

    /// <summary>Leaves a load as a node does that died a minute ago.</summary>
    private Task<int> LeaveAsync(int key, JobState state, int attempts, string owner = "dead")
    {
        var then = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        return _db.DataJobs.Where(j => j.Key == key).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.State, state).SetProperty(x => x.LeaseOwner, owner).SetProperty(x => x.LeaseUntil, then).SetProperty(x => x.Attempts, attempts), Stop);
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_db is not null)
            await _db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class DataJobsOnSqlite() : DataJobStorageSuite(TestDb.SqliteAsync);

public sealed class DataJobsOnPostgres() : DataJobStorageSuite(TestDb.PostgresAsync);
