using Sylvan.Data.Csv;

namespace Trellis.Interop;

/// <summary>The folder of data that ships beside the program.</summary>
public static class ShippedData
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>A CSV file of data/reference, row by row, with its columns by name.</summary>
    public static IEnumerable<Func<string, string>> Rows(string name)
    {
        using var reader = CsvDataReader.Create(Path.Combine(Folder, "reference", name));
        while (reader.Read())
            yield return column => reader.GetString(reader.GetOrdinal(column));
    }
}
