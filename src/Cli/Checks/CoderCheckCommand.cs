using System.CommandLine;
using Trellis.Interop.Titles;

namespace Trellis.Cli.Checks;

/// <summary>trellis check coder</summary>
public static class CoderCheckCommand
{
    private static readonly Option<string> Real = new("--real")
    {
        Description = "The folder of real releases: onet, titles, jobs-h2b and crosswalks.",
        DefaultValueFactory = _ => Path.Combine("..", "shared", "data"),
    };

    public static Command Create()
    {
        var command = new Command("coder", "Measures the coding of job titles on titles that were held back, and on titles that others have coded.") { Real };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var real = parse.GetValue(Real)!;
        if (!Directory.Exists(real))
            throw new UsageException($"There is no folder {real}. Name the folder of real releases with --real.");
        var output = Output.For(parse);
        var result = CoderCheck.Run(real, Output.Say);
        if (output.Json)
            Output.Line(result);
        else
            Output.Text(result.ToTable());
        return Failure.Done;
    }
}
