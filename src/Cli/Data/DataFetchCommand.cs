using System.CommandLine;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Fetch;

namespace Trellis.Cli.Data;

/// <summary>trellis data fetch KIND</summary>
public static class DataFetchCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "A kind of data, or 'crosswalks' for all of them at once." };

    private static readonly Option<string?> Release = new("--release") { Description = "Which edition, such as 30.2 or 2024-state; the newest where none is named. 'trellis data kinds' lists them." };

    public static Command Create()
    {
        var command = new Command("fetch", "Downloads a release from its publisher and loads it.") { Kind, Release };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var files = Choose(parse.GetRequiredValue(Kind), parse.GetValue(Release));
        await using var db = await Session.OpenAsync(parse, stop);
        var worst = Failure.Done;
        foreach (var file in files)
        {
            var report = await FetchAsync(db, file, Session.Folders(parse), stop);
            DataLoad.Tell(Output.For(parse), report);
            worst = Math.Max(worst, DataLoad.Code(report));
        }
        return worst;
    }

    private static List<PublisherFile> Choose(string kind, string? edition)
    {
        var all = PublisherFile.ReadAll(Session.DataFolder).Where(f => ReleaseReaders.Find(f.Kind) is not null).ToList();
        var known = all.FindAll(f => f.Kind == kind || f.Group == kind);
        if (known.Count == 0)
            throw new UsageException($"Nothing is fetched for '{kind}'. What can be fetched: {string.Join(", ", all.SelectMany(f => new[] { f.Kind, f.Group }).Where(n => n.Length > 0).Distinct())}.");
        if (edition is null)
            return [.. known.DistinctBy(f => f.Kind)];
        var chosen = known.FindAll(f => f.Edition == edition);
        return chosen.Count > 0 ? chosen : throw new UsageException($"There is no release '{edition}' of {kind}. Releases: {string.Join(", ", known.Select(f => f.Edition))}.");
    }

    private static async Task<ReleaseReport> FetchAsync(Db db, PublisherFile file, DataFolders folders, CancellationToken stop)
    {
        string path;
        try
        {
            path = await DownloadAsync(file, folders, stop);
        }
        catch (UnusableInputException e)
        {
            var refused = new ReleaseReport(file.Kind, file.File);
            foreach (var problem in e.Problems)
                refused.Add(problem);
            return refused;
        }
        var request = new DataLoad.Request { Why = "data fetch", Work = JobWork.Fetch, Edition = file.Edition };
        var report = await DataLoad.RunAsync(db, DataLoad.Reader(file.Kind), path, request, stop);
        if (report.Outcome != ReleaseOutcome.Refused)
            File.Delete(path);
        else
            Output.Say($"The downloaded file is kept at {path}.");
        return report;
    }

    private static async Task<string> DownloadAsync(PublisherFile file, DataFolders folders, CancellationToken stop)
    {
        using var line = new ProgressLine($"Downloading {file.File} from {file.Address.Host}");
        using var http = Download.Client();
        return await new Download(http, FetchSettings.From(Environment.GetEnvironmentVariable)).RunAsync(file, folders.Downloads, new Bytes(line), stop);
    }

    private sealed class Bytes(ProgressLine line) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => line.Bytes(value.Bytes, value.Total);
    }
}
