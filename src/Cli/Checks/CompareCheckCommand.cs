using System.CommandLine;
using Trellis.Core.Competencies;
using Trellis.Interop.Comparisons;
using Trellis.Interop.Models;

namespace Trellis.Cli.Checks;

/// <summary>trellis check compare</summary>
public static class CompareCheckCommand
{
    private static readonly Option<string> Pairs = new("--pairs")
    {
        Description = "The labelled pairs.",
        DefaultValueFactory = _ => Path.Combine("tests", "Tests", "Golden", "compare-pairs.csv"),
    };

    private static readonly Option<string> Real = new("--real")
    {
        Description = "The folder of real releases that some pairs refer to; those are left out where it is absent.",
        DefaultValueFactory = _ => Path.Combine("..", "shared", "data"),
    };

    public static Command Create()
    {
        var command = new Command("compare", "Measures the comparison of statements on labelled pairs.") { Pairs, Real };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var pairs = parse.GetValue(Pairs)!;
        if (!File.Exists(pairs))
            throw new UsageException($"There is no file {pairs}. Run this in the checkout, or name the file with --pairs.");
        var real = parse.GetValue(Real)!;
        List<FrameworkContent> models = [.. ShippedModels.Names(ShippedModels.DataFolder).Select(n => ShippedModels.Build(ShippedModels.DataFolder, n))];
        var result = await CompareCheck.RunAsync(new(pairs, models, Directory.Exists(real) ? real : null), stop);
        if (Output.For(parse).Json)
            Output.Line(result);
        else
            Output.Text(result.ToTable());
        return Failure.Done;
    }
}
