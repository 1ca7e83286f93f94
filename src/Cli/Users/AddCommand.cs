using System.CommandLine;
using Trellis.Core.Access;

namespace Trellis.Cli.Users;

/// <summary>trellis user add: makes an account and prints the link with which its person sets a password.</summary>
internal static class AddCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The name of the person." };
    private static readonly Option<string> Email = new("--email") { Description = "The address with which the person signs in.", Required = true };
    private static readonly Option<string[]> RoleOption = UserAccounts.RoleOption(required: true);

    public static Command Create()
    {
        var command = new Command("add", "Make an account; prints a one-time link that sets its password.") { Name, Email, RoleOption, UserAccounts.UrlOption };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var roles = UserAccounts.Roles(parse.GetValue(RoleOption)!);
        await using var db = await Session.OpenAsync(parse, stop);
        var change = Session.Change("trellis user add");
        var person = await new PersonEditor(db).InviteAsync(new(parse.GetValue(Name)!, parse.GetValue(Email)!, roles), change, stop);
        var link = await UserAccounts.LinkAsync(db, person, parse, change, stop);
        LinkCommand.Tell(Output.For(parse), person, link);
        return Failure.Done;
    }
}
