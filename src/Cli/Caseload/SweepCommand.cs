using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Interop.Guidance;

namespace Trellis.Cli.Caseload;

/// <summary>trellis caseload sweep: deletes what is kept of customers longer than the rules say. The web program does the same once a day.</summary>
internal static class SweepCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only count what would go." };

    public static Command Create()
    {
        var command = new Command("sweep", "Delete what is kept of customers longer than retention.csv says; the audit keeps a number.") { DryRun };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var rules = CaseloadRules.Read(Session.DataFolder, DataLocation.FromEnvironment(parse.GetValue(Session.DataOption)).Folder);
        var isDry = parse.GetValue(DryRun);
        var swept = await new RetentionSweep(db).RunAsync(rules.Retention, isDry, Session.Change("trellis caseload sweep"), stop);
        Output.For(parse).Result(new { dryRun = isDry, rules = swept.Select(s => new { rule = s.Rule.Name, days = s.Rule.Days, records = s.Count }) }, told =>
        {
            var table = Output.Table("Rule", "Days", "Records");
            foreach (var rule in told.rules)
                table.AddRow(new Text(rule.rule), new Text(rule.days.ToString(CultureInfo.InvariantCulture)), new Text(rule.records.ToString(CultureInfo.InvariantCulture)));
            return table;
        });
        return Failure.Done;
    }
}
