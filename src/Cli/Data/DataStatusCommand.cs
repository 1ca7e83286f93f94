using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Storage.Releases;

namespace Trellis.Cli.Data;

/// <summary>trellis data status</summary>
public static class DataStatusCommand
{
    public static Command Create()
    {
        var command = new Command("status", "Lists the releases that are loaded: what, of when, how many rows, by whom, and what they lack.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var db = await Session.OpenAsync(parse, stop);
        var rows = (await ReleaseCatalog.ListAsync(db, stop)).Select(DataReleaseLine.Of).ToList();
        if (rows.Count == 0 && !Output.For(parse).Json)
            Output.Say("No release is loaded. 'trellis data kinds' tells what can be.");
        else
            Output.For(parse).Result(rows, Draw);
        return Failure.Done;
    }

    private static Table Draw(List<DataReleaseLine> rows)
    {
        var table = Output.Table("key", "kind", "scope", "release", "period", "state", "rows", "rejected", "loaded", "by", "gaps", "codes changed");
        foreach (var row in rows)
        {
            table.AddRow([.. new[]
            {
                row.Key.ToString(CultureInfo.InvariantCulture), row.Kind, row.Scope, row.Title, row.Period, row.Starter ? row.State + ", starter set" : row.State,
                row.Rows.ToString("N0", CultureInfo.InvariantCulture), row.Rejected.ToString("N0", CultureInfo.InvariantCulture),
                row.LoadedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), row.LoadedBy, string.Join("; ", row.Gaps), Changed(row.Changes),
            }.Select(t => new Text(t))]);
        }
        return table;
    }

    private static string Changed(IReadOnlyList<CodeChange> changes) => changes.Count == 0 ? "" : string.Join(", ",
        changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => FormattableString.Invariant($"{g.Count()} {g.Key.ToString().ToLowerInvariant()}")));
}

/// <summary>A release in a list, for scripts.</summary>
public sealed record DataReleaseLine(
    int Key, string Kind, string Scope, string Title, string Release, string Period, string Publisher, string? Taxonomy, string State, bool Starter,
    int Rows, int Rejected, IReadOnlyList<string> Gaps, IReadOnlyList<CodeChange> Changes, string File, DateTimeOffset LoadedAt, string LoadedBy, string? Attribution)
{
    public static DataReleaseLine Of(DataRelease r) => new(
        r.Key, r.Kind, r.Scope, r.Title, r.Edition, r.Period, r.Publisher, r.Taxonomy, r.State.ToString().ToLowerInvariant(), r.IsStarter,
        r.Rows, r.Rejected, r.Gaps, r.Changes, r.File, r.LoadedAt, r.LoadedBy, r.Attribution);
}
