using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using Trellis.Core.Access;

namespace Trellis.Cli.Users;

/// <summary>trellis user list: the accounts there are.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List the accounts.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var people = await db.People.Where(p => p.State != PersonState.Retired).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(stop);
        var roles = (await db.PersonRoles.ToListAsync(stop)).ToLookup(r => r.PersonId, r => UserAccounts.Word(r.Role));
        var rows = people.ConvertAll(p => new UserRow(p.Id, p.Name ?? "", p.Email, p.State, [.. roles[p.Id].Order(StringComparer.Ordinal)], p.HasSecondFactor, p.LastSeenAt));
        Output.For(parse).Result(rows, list =>
        {
            var table = Output.Table("Name", "E-mail", "State", "Roles", "Second factor", "Last here");
            foreach (var row in list)
                table.AddRow([.. new[] { row.Name, row.Email ?? "", row.State.ToString(), string.Join(", ", row.Roles), row.HasSecondFactor ? "on" : "off", row.LastSeenAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never" }.Select(t => new Text(t))]);
            return table;
        });
        return Failure.Done;
    }

    private sealed record UserRow(Guid Id, string Name, string? Email, PersonState State, IReadOnlyList<string> Roles, bool HasSecondFactor, DateTimeOffset? LastSeenAt);
}
