using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Competencies;

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
        var rows = (await ModelCatalog.ListAsync(db, stop)).Select(ModelLine.Of).ToList();
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

/// <summary>A model in a list, for scripts.</summary>
public sealed record ModelLine(
    string Slug, string Title, string Publisher, string Version, string Status, int Statements, int Nodes, int Alignments,
    FrameworkKind Kind, IReadOnlyList<string> Industries, IReadOnlyList<string> Languages, string Id)
{
    public static ModelLine Of(Model model) => new(
        model.Slug, model.Version.Title.ToString(), model.Framework.Publisher, model.Version.Number, model.Version.Status.ToString(),
        model.Version.Statements, model.Version.Nodes, model.Version.Alignments, model.Framework.Kind, model.Framework.Industries,
        model.Version.Languages, model.Framework.Id.ToString());
}
