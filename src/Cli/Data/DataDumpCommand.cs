using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Trellis.Interop.Downloads;

namespace Trellis.Cli.Data;

/// <summary>trellis data dump --out DIR</summary>
public static class DataDumpCommand
{
    private static readonly Option<string> Out = new("--out", "-o") { Description = "The folder to write to; it is made where it is not there.", Required = true };

    private static readonly Option<string?> Areas = new("--areas") { Description = "Only these files, by their names without ending: statements,wages,programs." };

    public static Command Create()
    {
        var command = new Command("dump", "Writes everything public as compressed JSON Lines, a file for each area, with a manifest of sources and terms.") { Out, Areas };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var tables = Tables(parse.GetValue(Areas));
        var folder = Directory.CreateDirectory(parse.GetRequiredValue(Out)).FullName;
        await using var db = await Session.OpenAsync(parse, stop);
        var scope = await DownloadScope.ReadAsync(db, stop);
        var files = new List<DownloadFile>();
        foreach (var table in tables)
        {
            Output.Say($"{table.FileName} …");
            var part = Path.Combine(folder, table.FileName + ".part");
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
                files.Add(await DownloadFile.WriteAsync(db, table, scope, stream, TimeProvider.System.GetUtcNow(), stop));
            File.Move(part, Path.Combine(folder, table.FileName), overwrite: true);
        }
        var manifest = new DownloadManifest(DownloadManifest.FormatName, scope.Edition, files);
        await File.WriteAllBytesAsync(Path.Combine(folder, DownloadManifest.Name), JsonSerializer.SerializeToUtf8Bytes(manifest, DownloadManifest.Json), stop);
        Output.For(parse).Result(manifest, Draw);
        return Failure.Done;
    }

    private static List<DownloadTable> Tables(string? names)
    {
        if (names is null)
            return [.. DownloadTable.Public];
        return [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => DownloadTable.Find(n)
            ?? throw new UsageException($"There is no file '{n}'. Expected: {string.Join(", ", DownloadTable.Public.Select(t => t.File))}."))];
    }

    private static Table Draw(DownloadManifest manifest)
    {
        var table = Output.Table("file", "rows", "bytes", "sha256");
        foreach (var file in manifest.Files)
            table.AddRow([.. new[] { file.File, file.Rows.ToString(CultureInfo.InvariantCulture), file.Bytes.ToString(CultureInfo.InvariantCulture), file.Sha256 }.Select(t => new Text(t))]);
        return table;
    }
}
