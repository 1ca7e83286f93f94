using System.CommandLine;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Cli.Data;

/// <summary>trellis data import KIND PATH</summary>
public static class DataImportCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "The kind of data; 'trellis data kinds' lists them." };

    private static readonly Argument<string> Source = new("PATH") { Description = "A file, a folder or a ZIP archive, as the publisher gives it out." };

    private static readonly Option<string?> Mapping = new("--mapping") { Description = MappingHelp() };

    public static Command Create()
    {
        var command = new Command("import", "Loads a release that you have as a file. The former one stays readable until the new one is whole.") { Kind, Source, Mapping };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var reader = DataLoad.Reader(parse.GetRequiredValue(Kind));
        var mapping = parse.GetValue(Mapping);
        if (mapping is not null && !Mappings().Contains(mapping))
            throw new UsageException($"There is no mapping '{mapping}'. Mappings: {string.Join(", ", Mappings())}.");
        await using var db = await Session.OpenAsync(parse, stop);
        var report = await DataLoad.RunAsync(db, reader, parse.GetRequiredValue(Source), new() { Mapping = mapping, Why = "data import" }, stop);
        DataLoad.Tell(Output.For(parse), report);
        return DataLoad.Code(report);
    }

    private static IReadOnlyList<string> Mappings() => MappingNames.All(Session.DataFolder);

    private static string MappingHelp() => Mappings() is { Count: > 0 } names
        ? $"How the columns of a table are to be read, where its header does not tell: {string.Join(", ", names)}."
        : "How the columns of a table are to be read, where its header does not tell.";
}
