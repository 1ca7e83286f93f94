using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Access;

namespace Trellis.Cli.Users;

/// <summary>trellis user retire: deletes what is personal of accounts that nobody has used for long, or of one.</summary>
internal static class RetireCommand
{
    private static readonly Argument<string?> Who = new("who") { Description = "The e-mail address or the identifier of one account.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<int?> OlderThan = new("--older-than") { Description = "Retire the accounts that nobody has used for so many months; administrators stay. Default: TRELLIS_RETIRE_MONTHS." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say which accounts those are." };

    public static Command Create()
    {
        var command = new Command("retire", "Delete all that is personal of accounts; the audit keeps a number.") { Who, OlderThan, DryRun };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var who = parse.GetValue(Who);
        var months = parse.GetValue(OlderThan) ?? (who is null ? Configured() : null);
        if ((who is null) == (months is null) || months < 1)
            throw new UsageException("Name one account, or say --older-than MONTHS (1 or more).");
        await using var db = await Session.OpenAsync(parse, stop);
        var change = Session.Change("trellis user retire");
        var retirement = new PersonRetirement(db);
        var ids = who is not null ? [(await UserAccounts.FindAsync(db, who, stop)).Id] : await retirement.UnusedSinceAsync(change.When.AddMonths(-months!.Value), stop);
        if (!parse.GetValue(DryRun))
        {
            foreach (var id in ids)
                await retirement.RetireAsync(id, change, stop);
        }
        Output.For(parse).Result(new { retired = ids, dryRun = parse.GetValue(DryRun) }, told =>
        {
            var table = Output.Table("Account");
            foreach (var id in told.retired)
                table.AddRow(new Text(id.ToString("D")));
            return table;
        });
        return Failure.Done;
    }

    private static int? Configured() =>
        int.TryParse(Environment.GetEnvironmentVariable("TRELLIS_RETIRE_MONTHS"), NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null;
}
