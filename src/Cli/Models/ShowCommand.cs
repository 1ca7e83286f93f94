using System.CommandLine;
using Trellis.Core.Competencies;
using Trellis.Interop;

namespace Trellis.Cli.Models;

/// <summary>trellis model show SLUG[@VERSION]</summary>
public static class ShowCommand
{
    private static readonly Argument<string> Name = new("MODEL") { Description = "The slug of a model, or SLUG@VERSION." };

    private static readonly Option<int> Depth = new("--depth") { Description = "How many levels to print (default: all).", DefaultValueFactory = _ => int.MaxValue };

    private static readonly Option<string> Language = new("--language") { Description = "The language to prefer, such as es.", DefaultValueFactory = _ => "en" };

    public static Command Create()
    {
        var command = new Command("show", "Prints a model as an outline, or as JSON with every statement.") { Name, Depth, Language };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var model = await Session.ModelAsync(db, parse.GetRequiredValue(Name), stop);
        var versions = await ModelCatalog.VersionsAsync(db, model.Framework, stop);
        var language = parse.GetValue(Language)!;
        var statements = (await ModelCatalog.StatementsAsync(db, model.Version, stop)).Where(s => s.Depth < parse.GetValue(Depth)).ToList();
        if (Output.For(parse).Json)
            Output.For(parse).Result(new ModelDetail(ModelLine.Of(model), versions.Select(v => v.Number), statements.Select(s => StatementLine.Of(s, language))), _ => throw new InvalidOperationException());
        else
            Print(model, versions, statements, language);
        return Failure.Done;
    }

    private static void Print(Model model, List<FrameworkVersion> versions, List<Statement> statements, string language)
    {
        Output.Text($"{model.Version.Title.In(language)} ({model.Slug}), version {model.Version.Number}, {model.Version.Status}, by {model.Framework.Publisher}");
        if (model.Version.Notice is { } notice)
            Output.Text(notice.In(language));
        Output.Text($"{model.Version.Statements} statements, {model.Version.Alignments} links; versions: {string.Join(", ", versions.Select(v => v.Number))}");
        Output.Text("");
        foreach (var s in statements)
        {
            var heading = s.Label is { } label ? $"{label.In(language)}: " : "";
            var number = s.Notation is { Length: > 0 } notation ? notation + " " : "";
            Output.Text($"{new string(' ', s.Depth * 2)}{number}{heading}{s.Text.In(language)}");
        }
    }
}

/// <summary>A model with its tree, for scripts.</summary>
public sealed record ModelDetail(ModelLine Model, IEnumerable<string> Versions, IEnumerable<StatementLine> Statements);
