using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Cli.Data;

/// <summary>Finds the release that a command names, and tells which one is current after it was changed.</summary>
internal static class DataReleases
{
    public static async Task<DataRelease> FindAsync(Db db, int key, CancellationToken stop) =>
        await db.DataReleases.FirstOrDefaultAsync(r => r.Key == key, stop)
        ?? throw new UsageException($"There is no release with the key {key}. 'trellis data status' lists those there are.");

    public static async Task TellAsync(Output output, Db db, DataRelease release, string what, CancellationToken stop)
    {
        var current = await ReleaseCatalog.CurrentAsync(db, release.Kind, release.Scope, stop);
        if (output.Json)
        {
            Output.Line(new DataChangeLine(release.Key, release.Kind, release.Scope, current is null ? null : DataReleaseLine.Of(current)));
            return;
        }
        Output.Text($"{release.Title} (key {release.Key}) {what}");
        if (current?.Key != release.Key)
            Output.Text(current is null ? $"No release of {release.Kind} is left." : $"Current is now {current.Title} (key {current.Key}).");
    }
}

/// <summary>What was restored or dropped, and which release is current now, for scripts.</summary>
public sealed record DataChangeLine(int Key, string Kind, string Scope, DataReleaseLine? Current);
