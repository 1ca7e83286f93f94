using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Occupations.Tables;

namespace Trellis.Interop.Onet;

/// <summary>The list of the files of the release with their columns; and of those that no table of their own holds, the rows as they are.</summary>
internal static class SourceRows
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(OnetLoad load)
    {
        var rebuilt = load.Read.Where(OnetLoad.IsRebuilt).ToList();
        var kept = Kept(load, [.. rebuilt.Select(f => f.FileName)]).OrderBy(f => OnetNames.Table(f.Title), StringComparer.Ordinal).ToList();
        await load.InsertAsync("occupation_source_rows", OnetLoad.Columns(("table", typeof(string)), ("ordinal", typeof(int)), ("cells", typeof(string))),
            kept.SelectMany(f => Rows(load, f)));
        await load.InsertAsync("occupation_source_tables", OnetLoad.Columns(("name", typeof(string)), ("title", typeof(string)), ("columns", typeof(string)), ("rows", typeof(int))),
            rebuilt.Concat(kept).Select(f => new object?[] { load.Key, OnetNames.Table(f.Title), f.Title, JsonSerializer.Serialize(f.Header.Names, Json), f.Count }));
    }

    /// <summary>Every other file that is a table. A file read before is opened again: its columns were more than its table holds.</summary>
    private static IEnumerable<OnetFile> Kept(OnetLoad load, HashSet<string> rebuilt)
    {
        foreach (var name in load.FilesByKey.Values.Where(n => OnetFiles.Title(n) != OnetFiles.ReadMe && !rebuilt.Contains(n)).ToList())
        {
            var file = load.OpenFile(name, OnetFiles.Title(name));
            if (file.Header.Names.Count > 1)
                yield return file;
            else
                load.Report.Add(Problem.Noted("no-table", name, "The file is no table of the O*NET database and was left out."));
        }
    }

    private static IEnumerable<object?[]> Rows(OnetLoad load, OnetFile file)
    {
        var (table, code) = (OnetNames.Table(file.Title), file.Find("O*NET-SOC Code"));
        foreach (var row in file.Rows())
        {
            if (code < 0 || load.Occupation(row, code) is not null)
                yield return [load.Key, table, file.Count, JsonSerializer.Serialize(row.Cells, Json)];
        }
    }
}
