using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop.Fetch;

namespace Trellis.Interop;

/// <summary>One load under way in this process: gets its file, loads it, and writes down in the job what became of it.</summary>
internal sealed class DataJobRun : IDisposable
{
    private readonly DataFolders _folders;
    private readonly FetchSettings _fetch;
    private readonly CancellationToken _shutdown;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _over = new();
    private ExceptionDispatchInfo? _unexpected;

    public DataJobRun(DataJob job, DataFolders folders, FetchSettings fetch, CancellationToken shutdown)
    {
        (Job, _folders, _fetch, _shutdown) = (job, folders, fetch, shutdown);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
    }

    public DataJob Job { get; }

    public CancellationToken Over => _over.Token;

    public void StopByUser() => _stop.Cancel();

    /// <summary>False where the load should be tried again, by this or another node.</summary>
    public async Task<bool> LoadAsync(DbSource source, Change change)
    {
        await using var db = source.Open();
        // Another load may hold the database for as long as it takes.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        try
        {
            End(await LoadAsync(db, change));
            return true;
        }
        catch (Exception) when (_shutdown.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            Job.State = JobState.Stopped;
            return true;
        }
        catch (Exception e) when (db.Engine.IsPassing(e))
        {
            return false;
        }
        catch (Exception e)
        {
            (Job.State, Job.Fault) = (JobState.Failed, "unexpected");
            _unexpected = ExceptionDispatchInfo.Capture(e);
            return true;
        }
    }

    public async Task EndPulseAsync(Task pulse)
    {
        await _over.CancelAsync();
        await pulse;
    }

    /// <summary>Lets a fault of the program reach whoever logs it, once the job tells that there was one.</summary>
    public void ThrowUnexpected() => _unexpected?.Throw();

    public void Dispose()
    {
        _stop.Dispose();
        _over.Dispose();
    }

    private async Task<ReleaseReport> LoadAsync(Db db, Change change)
    {
        try
        {
            var reader = ReleaseReaders.Find(Job.Kind)
                ?? throw new UnusableInputException(Problem.Rejected("unknown-kind", Job.Kind, "This installation cannot load data of this kind."));
            var path = Job.Upload is { } upload ? _folders.FileOf(upload)! : await FetchAsync();
            var report = await LoadFileAsync(db, reader with { ReadAsync = load => ReadAsync(reader, load) }, path, change);
            if (Job.Work == JobWork.Fetch && report.Outcome != ReleaseOutcome.Refused)
                File.Delete(path);
            return report;
        }
        catch (UnusableInputException e)
        {
            var report = new ReleaseReport(Job.Kind, Job.File);
            foreach (var problem in e.Problems)
                report.Add(problem);
            return report;
        }
    }

    private async Task<ReleaseReport> LoadFileAsync(Db db, ReleaseReader reader, string path, Change change)
    {
        using var file = ReleaseSource.Open(path);
        Job.File = file.Name;
        var values = Job.Mapping is { } mapping ? new Dictionary<string, string> { [MappingNames.Option] = mapping } : [];
        return await ReleaseImport.LoadAsync(db, reader, file, new() { Progress = new Rows(Job), Values = values }, change, _stop.Token);
    }

    private async Task ReadAsync(ReleaseReader reader, ReleaseLoad load)
    {
        await reader.ReadAsync(load);
        if (await DataJobQueue.SaveAsync(load.Rows, Job, load.Stop))
            return;
        // Another node has taken this load.
        await _stop.CancelAsync();
        load.Stop.ThrowIfCancellationRequested();
    }

    private async Task<string> FetchAsync()
    {
        var file = PublisherFile.ReadAll(_folders.Shipped).Find(f => f.Kind == Job.Kind && (Job.Edition is null || f.Edition == Job.Edition))
            ?? throw new UnusableInputException(Problem.Rejected("no-publisher", Job.Kind, "No publisher's file is known for data of this kind and edition."));
        Job.File = file.File;
        using var http = Download.Client();
        return await new Download(http, _fetch).RunAsync(file, _folders.Downloads, new Bytes(Job), _stop.Token);
    }

    private void End(ReleaseReport report)
    {
        Job.State = report.Outcome == ReleaseOutcome.Refused ? JobState.Failed : JobState.Done;
        Job.Fault = report.Outcome == ReleaseOutcome.Refused ? "refused" : null;
        Job.LoadedKey = report.Release?.Key;
        Job.Rows = report.Release?.Rows ?? Job.Rows;
        Job.Report = KeptReleaseReport.Of(report).Write();
    }

    private sealed class Rows(DataJob job) : IProgress<int>
    {
        public void Report(int value) => job.Rows = value;
    }

    private sealed class Bytes(DataJob job) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => (job.Bytes, job.TotalBytes) = (value.Bytes, value.Total);
    }
}
