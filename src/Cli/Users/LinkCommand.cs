using System.CommandLine;
using Spectre.Console;
using Trellis.Core.Access;

namespace Trellis.Cli.Users;

/// <summary>trellis user link: a new one-time link for somebody who has lost the password or the former link.</summary>
internal static class LinkCommand
{
    private static readonly Argument<string> Who = UserAccounts.WhoArgument();

    public static Command Create()
    {
        var command = new Command("link", "Print a new one-time link that sets the password of an account.") { Who, UserAccounts.UrlOption };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The link is the result; what to do with it is talk.</summary>
    public static void Tell(Output output, Person person, string link)
    {
        output.Result(new { id = person.Id, email = person.Email, link }, told => Output.Table("Link").AddRow(new Text(told.link)));
        Output.Say("It works once, for a day. Whoever opens it sets the password.");
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var person = await UserAccounts.FindAsync(db, parse.GetValue(Who)!, stop);
        if (person.State == PersonState.Disabled || person.IsDemo)
            throw new UsageException($"The account is disabled or belongs to the demonstration. 'trellis user disable --undo' lets its person in again.");
        Tell(Output.For(parse), person, await UserAccounts.LinkAsync(db, person, parse, Session.Change("trellis user link"), stop));
        return Failure.Done;
    }
}
