using System.CommandLine;
using Trellis.Core.Access;

namespace Trellis.Cli.Users;

/// <summary>trellis user role: gives an account these roles and no others.</summary>
internal static class RoleCommand
{
    private static readonly Argument<string> Who = UserAccounts.WhoArgument();
    private static readonly Option<string[]> RoleOption = UserAccounts.RoleOption(required: true);

    public static Command Create()
    {
        var command = new Command("role", "Give an account these roles and no others.") { Who, RoleOption };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var roles = UserAccounts.Roles(parse.GetValue(RoleOption)!);
        await using var db = await Session.OpenAsync(parse, stop);
        var person = await UserAccounts.FindAsync(db, parse.GetValue(Who)!, stop);
        await new PersonEditor(db).SetRolesAsync(person.Id, roles, Session.Change("trellis user role"), stop);
        Output.Say("The roles are set. They count from the next page on.");
        return Failure.Done;
    }
}
