using System.CommandLine;
using Spectre.Console;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Interop;
using Trellis.Interop.Worksheets;

namespace Trellis.Cli.Models;

/// <summary>trellis model worksheet-read FILE</summary>
public static class WorksheetReadCommand
{
    private static readonly Argument<string> Name = new("FILE") { Description = "A filled worksheet, as .xlsx." };

    public static Command Create()
    {
        var command = new Command("worksheet-read", "Reads a filled worksheet and prints its figures, or as JSON all levels.") { Name };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var file = parse.GetRequiredValue(Name);
        var filled = WorksheetReader.Read(new(Path.GetFileName(file), await File.ReadAllBytesAsync(file, stop)));
        foreach (var problem in filled.Problems)
            Output.Say($"{problem.Where}: {problem.Message}");
        Output.For(parse).Result(filled, Figures);
        return filled.Problems.Count > 0 ? Failure.DoneWithRejectedRows : Failure.Done;
    }

    private static Table Figures(FilledWorksheet filled)
    {
        var table = Output.Table("Column", "Levels", "Coverage", "Average");
        foreach (var column in filled.Columns)
        {
            var levels = filled.Statements.Select(s => column.Levels.TryGetValue(s, out var level) ? level : (int?)null).ToList();
            table.AddRow(
                Markup.Escape(column.Name), Shown($"{column.Levels.Count}"), Shown($"{WorksheetFigures.Coverage(levels):P0}"), Shown($"{WorksheetFigures.Average(levels):0.0}"));
        }
        if (filled.Kind == WorksheetKind.Gap)
            table.AddRow("Readiness", "", Shown($"{Readiness(filled):P0}"), "");
        return table;
    }

    private static string Shown(FormattableString text) => FormattableString.Invariant(text);

    private static double? Readiness(FilledWorksheet filled)
    {
        var (needed, has) = (filled.Columns.FirstOrDefault(c => c.Role == WorksheetColumn.Needed), filled.Columns.FirstOrDefault(c => c.Role == WorksheetColumn.Has));
        return WorksheetFigures.Readiness([.. filled.Statements.Select(s => (Level(needed, s), Level(has, s)))]);
    }

    private static int? Level(FilledColumn? column, Guid statement) => column?.Levels.TryGetValue(statement, out var level) == true ? level : null;
}
