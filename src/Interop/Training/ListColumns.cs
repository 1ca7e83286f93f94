using Trellis.Core.Codes;

namespace Trellis.Interop.Training;

/// <summary>Where the fields of a mapped table stand in one file.</summary>
internal sealed class ListColumns
{
    private readonly Dictionary<string, int[]> _places;
    private readonly Dictionary<int, Dictionary<string, string>> _values = [];

    public ListColumns(TableMapping table, TableHeader header)
    {
        Table = table;
        _places = table.Columns.ToDictionary(c => c.Key, c => c.Value.Select(name => Place(header, name)).Where(p => p >= 0).Distinct().ToArray(), StringComparer.Ordinal);
        foreach (var (column, meanings) in table.Values)
        {
            if (Place(header, column) is >= 0 and var place)
                _values[place] = new(meanings, StringComparer.OrdinalIgnoreCase);
        }
    }

    public TableMapping Table { get; }

    public static bool Fits(TableMapping table, TableHeader header) => table.RecognizedBy.Count > 0
        && table.RecognizedBy.TrueForAll(name => name[0] == '!' ? Place(header, name[1..]) < 0 : Place(header, name) >= 0);

    /// <summary>The places of the columns that may hold the field.</summary>
    public IReadOnlyList<int> Of(string field) => _places.GetValueOrDefault(field) ?? [];

    /// <summary>What the cell means where the mapping says so, otherwise the cell.</summary>
    public string Meaning(int place, string cell) => _values.TryGetValue(place, out var meanings) && meanings.TryGetValue(cell, out var meaning) ? meaning : cell;

    private static int Place(TableHeader header, string name)
    {
        if (!name.Contains('*', StringComparison.Ordinal))
            return header.Find(name);
        var parts = name.Split('*');
        for (var i = 0; i < header.Names.Count; i++)
        {
            if (Fits(header.Names[i].Trim(), parts))
                return i;
        }
        return -1;
    }

    /// <summary>Whether the column begins with the first part, ends with the last, and has those between.</summary>
    private static bool Fits(string column, string[] parts) =>
        column.Length >= parts[0].Length + parts[^1].Length && column.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)
        && column.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase) && Array.TrueForAll(parts, part => column.Contains(part, StringComparison.OrdinalIgnoreCase));
}
