using System.CommandLine;
using Spectre.Console;
using Trellis.Interop;
using Trellis.Interop.Fetch;

namespace Trellis.Cli.Data;

/// <summary>trellis data kinds</summary>
public static class DataKindsCommand
{
    public static Command Create()
    {
        var command = new Command("kinds", "Lists what can be loaded, of which files it is made, and which editions can be fetched.");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var files = PublisherFile.ReadAll(Session.DataFolder);
        var rows = ReleaseReaders.All.Select(r => new DataKindLine(r.Kind, r.Title, r.Accepts, [.. files.Where(f => f.Kind == r.Kind).Select(f => f.Edition)])).ToList();
        Output.For(parse).Result(rows, Draw);
        return Failure.Done;
    }

    private static Table Draw(List<DataKindLine> rows)
    {
        var table = Output.Table("kind", "what", "files", "can be fetched");
        foreach (var row in rows)
            table.AddRow(new Text(row.Kind), new Text(row.Title), new Text(row.Accepts), new Text(string.Join(", ", row.Editions)));
        return table;
    }
}

/// <summary>A kind of data, for scripts.</summary>
public sealed record DataKindLine(string Kind, string Title, string Accepts, IReadOnlyList<string> Editions);
