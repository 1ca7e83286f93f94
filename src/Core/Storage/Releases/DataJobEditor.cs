using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Text;

namespace Trellis.Core.Storage.Releases;

/// <summary>What people do to loads of outside data: ask for one, stop one, or note one that a command did by itself.</summary>
public sealed class DataJobEditor(Db db)
{
    /// <summary>Puts a load where a node will find it.</summary>
    public async Task<DataJob> AskAsync(DataJob job, Change change, CancellationToken stop = default)
    {
        (job.State, job.AskedAt, job.AskedBy, job.Door) = (JobState.Waiting, change.When, change.Who, change.Door);
        await AddAsync(job, AuditEntry.Of(change, "data job ask", job.Kind, null, Summary(job)), stop);
        return job;
    }

    /// <summary>Keeps the report of a load that is over already. The release itself was audited when it was written.</summary>
    public async Task NoteAsync(DataJob job, Change change, CancellationToken stop = default)
    {
        (job.AskedAt, job.AskedBy, job.Door) = (change.When, change.Who, change.Door);
        await AddAsync(job, null, stop);
    }

    /// <summary>Asks for a stop; a load that no node has begun is stopped at once. False where there is none or it is over.</summary>
    public async Task<bool> StopAsync(int key, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "data-jobs", stop);
        if (await db.DataJobs.FirstOrDefaultAsync(j => j.Key == key, stop) is not { } job || job.IsOver)
            return false;
        await db.DataJobs.Where(j => j.Key == key && j.State != JobState.Waiting)
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.IsStopping, true), stop);
        await db.DataJobs.Where(j => j.Key == key && j.State == JobState.Waiting)
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.State, JobState.Stopped).SetProperty(x => x.EndedAt, change.When), stop);
        db.Add(AuditEntry.Of(change, "data job stop", job.Kind, Summary(job), null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task AddAsync(DataJob job, AuditEntry? entry, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "data-jobs", stop);
        job.Key = 1 + (await db.DataJobs.MaxAsync(j => (int?)j.Key, stop) ?? 0);
        db.Add(job);
        if (entry is not null)
            db.Add(entry);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static string Summary(DataJob job) =>
        JsonSerializer.Serialize(new { job.Key, job.Work, job.Kind, job.Edition, job.Mapping, job.File, job.State }, TextJson.Options);
}
