using System.CommandLine;
using Trellis.Core.Access;

namespace Trellis.Cli.Users;

/// <summary>trellis user disable: shuts an account out at once, or lets it in again.</summary>
internal static class DisableCommand
{
    private static readonly Argument<string> Who = UserAccounts.WhoArgument();
    private static readonly Option<bool> Undo = new("--undo") { Description = "Let the person in again." };

    public static Command Create()
    {
        var command = new Command("disable", "End all sessions and keys of an account and let nobody in with it.") { Who, Undo };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var isDisabled = !parse.GetValue(Undo);
        await using var db = await Session.OpenAsync(parse, stop);
        var person = await UserAccounts.FindAsync(db, parse.GetValue(Who)!, stop);
        await new PersonEditor(db).SetDisabledAsync(person.Id, isDisabled, Session.Change("trellis user disable"), stop);
        Output.Say(isDisabled ? "The account is disabled; its sessions, keys and links have ended." : "The account is enabled again.");
        return Failure.Done;
    }
}
