using Sylvan.Data.Csv;
using Trellis.Core.Occupations;

namespace Trellis.Interop.Reference;

/// <summary>Reads the career clusters of occupations that ship in data/reference.</summary>
public static class CareerClusterList
{
    public static CareerClusters Read(string dataFolder)
    {
        using var reader = CsvDataReader.Create(Path.Combine(dataFolder, "reference", "career-clusters.csv"));
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
            clusters.Add(reader.GetString(0), reader.GetString(1));
        return new(clusters);
    }
}
