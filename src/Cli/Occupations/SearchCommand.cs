using System.CommandLine;
using Spectre.Console;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Cli.Occupations;

/// <summary>trellis occupation search</summary>
public static class SearchCommand
{
    private static readonly Argument<string> Text = new("TEXT") { Description = "A title, everyday name, code, tool, program or task; slips of the hand are forgiven." };

    private static readonly Option<int> Top = new("--top") { Description = "How many occupations to name.", DefaultValueFactory = _ => 10 };

    public static Command Create()
    {
        var command = new Command("search", "Finds occupations from whatever you type.") { Text, Top };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        using var index = new OccupationIndex(new DbSource(db.Engine));
        var loaded = await index.CurrentAsync(db, stop);
        if (loaded.Release is null)
            throw new UsageException(CodeCommand.NothingLoaded);
        List<FoundLine> found = [.. loaded.Search.Find(parse.GetValue(Text)!, Math.Max(1, parse.GetValue(Top))).Select(FoundLine.Of)];
        Output.For(parse).Result(found, Draw);
        return Failure.Done;
    }

    private static Table Draw(List<FoundLine> found)
    {
        var table = Output.Table("O*NET-SOC", "occupation", "found in", "as");
        foreach (var line in found)
            table.AddRow([.. new[] { line.OnetSoc, line.Title, line.Kind, line.Reason }.Select(t => new Text(t))]);
        return table;
    }
}
