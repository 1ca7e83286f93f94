using Sylvan.Data.Csv;
using Trellis.Core.Text;

namespace Trellis.Interop.Starter;

/// <summary>The files of the starter set, or of one release of it. A file that is not there has no rows.</summary>
internal sealed class StarterFiles(string folder, string? release = null)
{
    /// <summary>The rows of one release; of all where none is named.</summary>
    public StarterFiles Of(string? name) => new(folder, name);

    /// <summary>The text of a file; empty where it is not there.</summary>
    public string Read(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path, Utf8.Strict) : "";

    public IEnumerable<StarterRow> Rows(string file)
    {
        if (Read(file) is not { Length: > 0 } text)
            yield break;
        using var reader = CsvDataReader.Create(new StringReader(text));
        var header = new TableHeader([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
        var place = header.Need(file, "release");
        while (reader.Read())
        {
            if (release is null || reader.GetString(place) == release)
                yield return new(header, new(file, reader.RowNumber + 1, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        }
    }
}
