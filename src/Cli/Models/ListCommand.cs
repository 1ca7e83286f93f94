using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Competencies;
using Trellis.Interop;

namespace Trellis.Cli.Models;

/// <summary>trellis model list</summary>
public static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the models in their current versions.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var rows = (await ModelCatalog.ListAsync(db, stop)).Select(m => ModelLine.Of(m)).ToList();
        Output.For(parse).Result(rows, Draw);
        return Failure.Done;
    }

    private static Table Draw(List<ModelLine> rows)
    {
        var table = Output.Table("slug", "title", "publisher", "version", "status", "statements");
        foreach (var row in rows)
            table.AddRow([.. new[] { row.Slug, row.Title, row.Publisher, row.Version, row.Status, row.Statements.ToString(CultureInfo.InvariantCulture) }.Select(t => new Text(t))]);
        return table;
    }
}
