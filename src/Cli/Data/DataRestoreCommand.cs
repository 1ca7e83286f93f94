using System.CommandLine;
using Trellis.Core.Storage.Releases;

namespace Trellis.Cli.Data;

/// <summary>trellis data restore KEY</summary>
public static class DataRestoreCommand
{
    private static readonly Argument<int> Key = new("KEY") { Description = "The key of a former release; 'trellis data status' lists them." };

    public static Command Create()
    {
        var command = new Command("restore", "Makes a former release the current one again.") { Key };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var release = await DataReleases.FindAsync(db, parse.GetRequiredValue(Key), stop);
        if (!await new ReleaseEditor(db).RestoreAsync(release.Key, Session.Change("data restore"), stop))
            throw new UsageException($"{release.Title} (key {release.Key}) is the current release already.");
        await DataReleases.TellAsync(Output.For(parse), db, release, "is the current release again.", stop);
        return Failure.Done;
    }
}
