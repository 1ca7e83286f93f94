using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop.Fetch;

namespace Trellis.Interop;

/// <summary>One process that does the loads people asked for, one after the other, and says from time to time that it is still at it.</summary>
public sealed class DataJobNode(DbSource source, DataFolders folders, FetchSettings fetch, TimeProvider clock)
{
    private static readonly TimeSpan Pulse = DataJobQueue.Lease / 15;

    private readonly ConcurrentDictionary<int, DataJobRun> _runs = new();

    /// <summary>No other process has this name, also none that ran here before.</summary>
    private string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>How far a load of this process is; null where another does it. SQLite shows others nothing of it before it is over.</summary>
    public DataJob? Progress(int key) => _runs.GetValueOrDefault(key)?.Job;

    /// <summary>Stops a load of this process at once, also while it holds the database.</summary>
    public void Stop(int key) => _runs.GetValueOrDefault(key)?.StopByUser();

    /// <summary>Does the next load; false where there is none to do.</summary>
    public async Task<bool> WorkAsync(CancellationToken stop)
    {
        await using var db = source.Open();
        var queue = new DataJobQueue(db, Name, clock);
        if (await queue.TakeAsync(IsHere, stop) is not { } job)
            return false;
        using var run = new DataJobRun(job, folders, fetch, stop);
        _runs[job.Key] = run;
        try
        {
            var pulse = PulseAsync(run);
            var isOver = await run.LoadAsync(source, ChangeOf(job));
            await run.EndPulseAsync(pulse);
            if (isOver)
                await queue.EndAsync(job, CancellationToken.None);
            else
                await queue.ReturnAsync(job.Key, counts: !stop.IsCancellationRequested, CancellationToken.None);
            if (isOver && job.Upload is { } upload)
                folders.DeleteUpload(upload);
            run.ThrowUnexpected();
            return true;
        }
        finally
        {
            _runs.TryRemove(job.Key, out _);
        }
    }

    /// <summary>Deletes sent files whose load is over or was never asked for.</summary>
    public async Task CleanAsync(CancellationToken stop)
    {
        await using var db = source.Open();
        var open = await db.DataJobs.Where(j => j.Upload != null && j.EndedAt == null).Select(j => j.Upload!).ToListAsync(stop);
        folders.DeleteUploadsExcept(open, clock.GetUtcNow() - TimeSpan.FromDays(1));
    }

    private async Task PulseAsync(DataJobRun run)
    {
        await using var db = source.Open();
        // While a load holds SQLite's one writer, nobody else can take it up either; waiting for it would only delay the next beat.
        db.Database.SetCommandTimeout(2);
        var queue = new DataJobQueue(db, Name, clock);
        using var timer = new PeriodicTimer(Pulse, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(run.Over))
            {
                if (!await RenewAsync(db, queue, run.Job))
                    run.StopByUser();
            }
        }
        catch (OperationCanceledException) when (run.Over.IsCancellationRequested)
        {
        }
    }

    private static async Task<bool> RenewAsync(Db db, DataJobQueue queue, DataJob job)
    {
        try
        {
            return await queue.RenewAsync(job, CancellationToken.None);
        }
        catch (Exception e) when (db.Engine.IsPassing(e))
        {
            return true;
        }
    }

    private bool IsHere(DataJob job) => job.Upload is not { } upload || folders.FileOf(upload) is not null;

    private static Change ChangeOf(DataJob job) => new(job.AskedBy, job.StartedAt ?? job.AskedAt, job.Door, $"{job.Work} of {job.Kind}, asked for as job {job.Key}");
}
