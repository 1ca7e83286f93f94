using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Case;

namespace Trellis.Cli.Models;

/// <summary>trellis model pull ADDRESS [--framework ID] [--list]</summary>
public static class PullCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "A server that provides frameworks by CASE, such as https://case.example.org." };

    private static readonly Option<Guid[]> Frameworks = new("--framework") { Description = "The identifier of a framework; may be given again. Without it, all are pulled." };

    private static readonly Option<bool> OnlyList = new("--list") { Description = "Only list what the server offers." };

    public static Command Create()
    {
        var command = new Command(
            "pull", "Brings frameworks from another server by CASE 1.1 or 1.0, and later what has changed. Servers in private networks need TRELLIS_PULL_PRIVATE=on.")
        {
            Address, Frameworks, OnlyList,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        using var http = new OutsideHttp(OutsideHttp.Allows(Environment.GetEnvironmentVariable("TRELLIS_PULL_PRIVATE")));
        var server = await CaseServer.FindAsync(http, parse.GetRequiredValue(Address), stop);
        var offers = await server.ListAsync(stop);
        var output = Output.For(parse);
        if (parse.GetValue(OnlyList))
        {
            output.Result(await ListAsync(db, offers, stop), Draw);
            return Failure.Done;
        }
        var pull = new CasePull(db, server, Session.Change($"model pull from {server.Root}"));
        var worst = Failure.Done;
        foreach (var offer in Chosen(offers, parse.GetValue(Frameworks) ?? []))
        {
            var result = await pull.PullAsync(offer, stop);
            if (output.Json)
                Output.Line(PullLine.Of(result));
            else
                Tell(result);
            worst = Math.Max(worst, result.Report is { } report ? ImportCommand.Code(report) : Failure.Done);
        }
        return worst;
    }

    private static List<CaseOffer> Chosen(List<CaseOffer> offers, Guid[] ids) => ids.Length == 0 ? offers
        : [.. ids.Select(id => offers.Find(o => o.Id == id) ?? throw new UsageException($"The server offers no framework {id}. --list names those that it offers."))];

    private static async Task<List<OfferLine>> ListAsync(Db db, List<CaseOffer> offers, CancellationToken stop)
    {
        var lines = new List<OfferLine>();
        foreach (var offer in offers)
            lines.Add(new(offer.Id, offer.Title, offer.Publisher, offer.Version, offer.ChangedAt, (await CasePull.StateAsync(db, offer, stop)).State));
        return lines;
    }

    private static Table Draw(List<OfferLine> lines)
    {
        var table = Output.Table("framework", "title", "publisher", "version", "changed", "here");
        foreach (var l in lines)
        {
            string[] cells = [l.Framework.ToString(), l.Title, l.Publisher ?? "", l.Version ?? "", l.Changed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Said(l.Here)];
            table.AddRow([.. cells.Select(c => new Text(c))]);
        }
        return table;
    }

    private static void Tell(PullResult result)
    {
        if (result.Report is not { } report)
        {
            Output.Text($"{result.Offer.Title}: up to date");
            return;
        }
        if (result.Changes is { } changes)
            Output.Text($"{result.Offer.Title}: {changes.Added} statements new, {changes.Removed} gone, {changes.Reworded} reworded, {changes.Moved} moved");
        ImportCommand.Tell(report);
    }

    private static string Said(PullState state) => state switch
    {
        PullState.New => "no",
        PullState.UpToDate => "up to date",
        PullState.Differs => "other edition",
        _ => "not from CASE",
    };
}

/// <summary>A framework that a server offers, for scripts.</summary>
public sealed record OfferLine(Guid Framework, string Title, string? Publisher, string? Version, DateTimeOffset? Changed, PullState Here);

/// <summary>What became of one framework, for scripts.</summary>
public sealed record PullLine(Guid Framework, string Title, PullState Before, VersionChanges? Changes, ImportLine? Import)
{
    public static PullLine Of(PullResult result) =>
        new(result.Offer.Id, result.Offer.Title, result.Before, result.Changes, result.Report is { } report ? ImportLine.Of(report) : null);
}
