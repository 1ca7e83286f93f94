using System.CommandLine;
using Trellis.Core.Storage.Releases;

namespace Trellis.Cli.Data;

/// <summary>trellis data drop KEY</summary>
public static class DataDropCommand
{
    private static readonly Argument<int> Key = new("KEY") { Description = "The key of a release; 'trellis data status' lists them." };

    public static Command Create()
    {
        var command = new Command("drop", "Deletes a release with all its rows. Where it was current, the newest former one takes its place.") { Key };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var release = await DataReleases.FindAsync(db, parse.GetRequiredValue(Key), stop);
        await new ReleaseEditor(db).DropAsync(release.Key, Session.Change("data drop"), stop);
        await DataReleases.TellAsync(Output.For(parse), db, release, "was deleted.", stop);
        return Failure.Done;
    }
}
