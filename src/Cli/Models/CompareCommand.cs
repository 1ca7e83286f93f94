using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;
using Trellis.Interop.Comparisons;

namespace Trellis.Cli.Models;

/// <summary>trellis model compare MODEL MODEL…</summary>
public static class CompareCommand
{
    private static readonly Argument<string[]> Names = new("MODEL")
    {
        Description = "Two to four models, each as SLUG or SLUG@VERSION.",
        Arity = new(ModelComparison.FewestModels, ModelComparison.MostModels),
    };

    private static readonly Option<string> Language = new("--language") { Description = "The language to compare in where all models have it.", DefaultValueFactory = _ => "en" };

    public static Command Create()
    {
        var command = new Command("compare", "Compares models by meaning: what is the same, reworded, moved, or in one only.") { Names, Language };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var models = new List<Model>();
        foreach (var name in parse.GetRequiredValue(Names))
            models.Add(await Session.ModelAsync(db, name, stop));
        if (models.Sum(m => m.Version.Statements) > ComparedModels.MostStatements)
            throw new UsageException($"Together these models have more than {ComparedModels.MostStatements} statements; compare fewer or smaller ones.");
        var languages = ComparedLanguage.Choose([.. models.Select(m => m.Version)], parse.GetValue(Language)!);
        var comparison = ModelComparer.Compare(await ComparedModels.ReadAsync(db, models, languages, stop));
        if (Output.For(parse).Json)
            Output.Text(ComparisonJson.Write(comparison));
        else
            Output.Print(Draw(comparison));
        return Failure.Done;
    }

    private static Table Draw(ModelComparison comparison)
    {
        var table = Output.Table(["place", .. comparison.Models.SelectMany(m => new[] { m.Slug, "same", "reworded", "only here" })]);
        foreach (var place in comparison.Overlap)
        {
            var cells = place.Models.SelectMany(m => new[] { m.Total, m.Same, m.Reworded, m.OnlyHere }).Select(n => n.ToString(CultureInfo.InvariantCulture));
            table.AddRow([.. cells.Prepend(place.Title).Select(t => new Text(t))]);
        }
        return table;
    }
}
