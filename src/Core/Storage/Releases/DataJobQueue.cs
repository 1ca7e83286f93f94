using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage.Releases;

/// <summary>
/// How the nodes of an installation share the loads that people asked for. A node takes one, renews its lease while it works, and
/// ends it; each step holds only where the lease is still its own.
/// </summary>
public sealed class DataJobQueue(Db db, string owner, TimeProvider clock)
{
    /// <summary>How long a node may stay silent before another takes its work.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long a load waits for a node that has its file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int MostAttempts = 3;

    /// <summary>
    /// Takes the oldest load that nobody works on and for which <paramref name="isHere"/> says that this node has what it needs;
    /// null where there is none. Loads that cannot go on are ended on the way.
    /// </summary>
    public async Task<DataJob?> TakeAsync(Func<DataJob, bool> isHere, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var free = await Free(now).OrderBy(j => j.Key).ToListAsync(stop);
        foreach (var job in free)
        {
            // What was saved by a node that died is whole; only its report is lost.
            if (job.State == JobState.Saved)
                await EndLostAsync(job, JobState.Done, null, now, stop);
            else if (job.IsStopping)
                await EndLostAsync(job, JobState.Stopped, null, now, stop);
            else if (job.Attempts >= MostAttempts)
                await EndLostAsync(job, JobState.Failed, "gave-up", now, stop);
            else if (isHere(job) && await TakeAsync(job, now, stop))
                return job;
            else if (!isHere(job) && job.AskedAt < now - Patience)
                await EndLostAsync(job, JobState.Failed, "no-file", now, stop);
        }
        return null;
    }

    /// <summary>Says that this node still works on the load and how far it is. False where it should stop: somebody asked for it, or another node has it.</summary>
    public async Task<bool> RenewAsync(DataJob progress, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + Lease;
        return await Own(progress.Key).Where(j => !j.IsStopping).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.LeaseUntil, until).SetProperty(x => x.Rows, progress.Rows)
                .SetProperty(x => x.Bytes, progress.Bytes).SetProperty(x => x.TotalBytes, progress.TotalBytes), stop) > 0;
    }

    /// <summary>Notes, in the transaction of the load itself, that all of its rows are there. False where another node has taken the load.</summary>
    public static async Task<bool> SaveAsync(ReleaseRows rows, DataJob job, CancellationToken stop) =>
        await rows.ExecuteAsync($"update data_jobs set state = 'Saved', loaded_key = {rows.Key} where key = {job.Key} and lease_owner = {job.LeaseOwner}", stop) > 0;

    /// <summary>Ends the load with what became of it; false where another node has it.</summary>
    public async Task<bool> EndAsync(DataJob job, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await Own(job.Key).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.State, job.State).SetProperty(x => x.Fault, job.Fault).SetProperty(x => x.Rows, job.Rows)
                .SetProperty(x => x.File, job.File).SetProperty(x => x.LoadedKey, job.LoadedKey).SetProperty(x => x.Report, job.Report)
                .SetProperty(x => x.EndedAt, now).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), stop) > 0;
    }

    /// <summary>Gives the load back, for this or another node to try again later. Where the node only shuts down, the attempt does not count.</summary>
    public Task ReturnAsync(int key, bool counts, CancellationToken stop)
    {
        var off = counts ? 0 : 1;
        return Own(key).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.State, JobState.Waiting).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null).SetProperty(x => x.Attempts, x => x.Attempts - off), stop);
    }

    private IQueryable<DataJob> Free(DateTimeOffset now) => db.DataJobs.Where(j => j.State == JobState.Waiting
        || ((j.State == JobState.Running || j.State == JobState.Saved) && (j.LeaseUntil == null || j.LeaseUntil < now)));

    private IQueryable<DataJob> Own(int key) =>
        db.DataJobs.Where(j => j.Key == key && j.LeaseOwner == owner && (j.State == JobState.Running || j.State == JobState.Saved));

    private async Task<bool> TakeAsync(DataJob job, DateTimeOffset now, CancellationToken stop)
    {
        var until = now + Lease;
        var taken = await Free(now).Where(j => j.Key == job.Key && j.State != JobState.Saved).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.State, JobState.Running).SetProperty(x => x.LeaseOwner, owner).SetProperty(x => x.LeaseUntil, until)
                .SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.StartedAt, now).SetProperty(x => x.Rows, 0), stop) > 0;
        (job.LeaseOwner, job.LeaseUntil, job.State, job.Rows) = (owner, until, JobState.Running, 0);
        return taken;
    }

    private Task<int> EndLostAsync(DataJob job, JobState state, string? fault, DateTimeOffset now, CancellationToken stop) =>
        Free(now).Where(j => j.Key == job.Key && j.State == job.State).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.State, state).SetProperty(x => x.Fault, fault).SetProperty(x => x.EndedAt, now), stop);
}
