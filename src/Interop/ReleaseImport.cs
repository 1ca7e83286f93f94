using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>
/// A kind of outside data that can be loaded: its name, what it is called, what files it is made of, and what reads them. The
/// reader writes rows and completes the release; it throws <see cref="UnusableInputException"/> for a source that is not of its kind.
/// </summary>
public sealed record ReleaseReader(string Kind, string Title, string Accepts, Func<ReleaseLoad, Task> ReadAsync);

/// <summary>A load under way: where the rows come from and where they go.</summary>
public sealed record ReleaseLoad(ReleaseSource Source, DataRelease Release, ReleaseRows Rows, ReleaseReport Report, CancellationToken Stop)
{
    /// <summary>For looks at the release that is still the current one; what is loaded goes through <see cref="Rows"/>.</summary>
    public required Db Db { get; init; }

    /// <summary>What the person who loads it said of it, such as a mapping of columns; empty where nothing was said.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Tells in the report what is wrong with a row, which is not kept.</summary>
    public T? Refuse<T>(TableRow row, string column, string code, string sentence, params string[] values)
        where T : class
    {
        Report.Add(Problem.Rejected(code, row.Where(column), sentence, values));
        return null;
    }
}

/// <summary>Loads outside data of any known kind. A source that cannot be used is refused with its problems, and nothing of it is kept.</summary>
public static class ReleaseImport
{
    public static async Task<ReleaseReport> LoadAsync(
        Db db, ReleaseReader reader, ReleaseSource source, ReleaseOptions options, Change change, CancellationToken stop = default)
    {
        var report = new ReleaseReport(reader.Kind, source.Name);
        if (await LoadedAsync(db, reader.Kind, source.Hash, stop) is { } same)
        {
            (report.Outcome, report.Release) = (ReleaseOutcome.Unchanged, same);
            return report;
        }
        var release = new DataRelease { Kind = reader.Kind, IsStarter = options.IsStarter, File = source.Name, FileHash = source.Hash };
        try
        {
            report.Release = await new ReleaseEditor(db).LoadAsync(release, ReadAsync, change, options.Progress, stop);
            report.Outcome = ReleaseOutcome.Loaded;
        }
        catch (UnusableInputException e)
        {
            foreach (var problem in e.Problems)
                report.Add(problem);
        }
        return report;

        async Task ReadAsync(ReleaseRows rows)
        {
            await reader.ReadAsync(new(source, release, rows, report, stop) { Db = db, Options = options.Values });
            if (rows.Count == 0)
                throw new UnusableInputException(Problem.Rejected("no-rows", source.Name, "No row of this source could be taken. Expected: {0}", reader.Accepts));
            release.Rejected = report.Rejected;
        }
    }

    /// <summary>The current release that was made of the same files, where there is one.</summary>
    private static Task<DataRelease?> LoadedAsync(Db db, string kind, string hash, CancellationToken stop) =>
        db.DataReleases.FirstOrDefaultAsync(r => r.Kind == kind && r.FileHash == hash && r.State == ReleaseState.Current, stop);
}

/// <summary>How a release is loaded: who wants to know how far it is, and what was said of the file.</summary>
public sealed record ReleaseOptions
{
    public bool IsStarter { get; init; }

    public IProgress<int>? Progress { get; init; }

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
