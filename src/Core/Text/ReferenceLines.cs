namespace Trellis.Core.Text;

/// <summary>The small tables of words that stand inside the program: comma-separated, a heading line, no quotes.</summary>
internal static class ReferenceLines
{
    /// <summary>The rows of a table under data/reference that is built into this assembly, without its heading.</summary>
    public static IEnumerable<string[]> Of(string name, char delimiter = ',')
    {
        using var file = typeof(ReferenceLines).Assembly.GetManifestResourceStream("reference/" + name)!;
        using var reader = new StreamReader(file, Utf8.Strict);
        return Parse(reader.ReadToEnd(), delimiter);
    }

    public static List<string[]> Parse(string csv, char delimiter = ',') =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(delimiter))];
}
