namespace Trellis.Interop;

/// <summary>The mappings of columns that ship in data/reference/mappings: how tables of states and others are to be read.</summary>
public static class MappingNames
{
    /// <summary>The option of a load that names a mapping; without it the table's header tells which one fits.</summary>
    public const string Option = "mapping";

    public static IReadOnlyList<string> All(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "reference", "mappings");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
            : [];
    }
}
