using System.CommandLine;
using Trellis.Interop.Guidance;

namespace Trellis.Cli.Checks;

/// <summary>trellis check guidance</summary>
public static class GuidanceCheckCommand
{
    private static readonly Option<string> Onet = new("--onet")
    {
        Description = "A release of the O*NET database: its ZIP archive or folder.",
        DefaultValueFactory = _ => Path.Combine("..", "shared", "data", "onet", "db_30_2_text.zip"),
    };

    public static Command Create()
    {
        var command = new Command("guidance", "Measures whether people find the work that fits them: by ratings of their skills, with noise, and by few questions.") { Onet };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var release = parse.GetValue(Onet)!;
        if (!File.Exists(release) && !Directory.Exists(release))
            throw new UsageException($"Skipped: there is no O*NET release at {release}. Name its ZIP archive or folder with --onet; the starter set is too small to measure.");
        var output = Output.For(parse);
        var result = GuidanceCheck.Run(release, GuidanceQuestions.Read(Session.DataFolder), Output.Say);
        if (output.Json)
            Output.Line(result);
        else
            Output.Text(result.ToTable());
        return Failure.Done;
    }
}
