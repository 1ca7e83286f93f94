using Sylvan.Data.Csv;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Reference;

/// <summary>Reads the list of industry sectors that ships in data/reference.</summary>
public static class NaicsSectors
{
    public static List<NaicsSector> Read(string dataFolder)
    {
        using var reader = CsvDataReader.Create(Path.Combine(dataFolder, "reference", "naics-sectors.csv"));
        var sectors = new List<NaicsSector>();
        while (reader.Read())
            sectors.Add(new(reader.GetString(0), LanguageText.From([new("en", reader.GetString(1)), new("es", reader.GetString(2))])!));
        return sectors;
    }
}
