namespace Trellis.Interop.Tables;

/// <summary>The columns of a sheet by the names in its first row; a column that goes on another is part of it.</summary>
internal sealed class SheetColumns
{
    private readonly Dictionary<int, (int Column, int Part)> _places = [];
    private readonly List<string> _names = [];

    public SheetColumns(SheetRow header)
    {
        var byName = new Dictionary<string, int>();
        foreach (var (place, cell) in header.Cells.OrderBy(c => c.Key))
        {
            var (name, part) = SheetLayout.Part(cell.Text.Trim());
            if (part == 1 || !byName.TryGetValue(name, out var column))
            {
                // A column without a name keeps its place, so that what stands below it is reported there.
                (name, part, column) = (cell.Text.Trim(), 1, _names.Count);
                _names.Add(name);
                byName.TryAdd(name, column);
            }
            _places.Add(place, (column, part));
        }
        Sheet = new(header.Sheet, _places.Where(p => p.Value.Part == 1).DistinctBy(p => _names[p.Value.Column]).ToDictionary(p => _names[p.Value.Column], p => p.Key));
    }

    public IReadOnlyList<string> Names => _names;

    public CsvSheet Sheet { get; }

    public string Name(int place) => _places.TryGetValue(place, out var column) ? _names[column.Column] : "";

    public IEnumerable<int> Strays(SheetRow row) => row.Cells.Keys.Where(place => !_places.ContainsKey(place)).Order();

    public string[] Cells(SheetRow row)
    {
        var cells = new string[_names.Count];
        Array.Fill(cells, "");
        foreach (var (place, cell) in row.Cells.OrderBy(c => c.Key))
        {
            if (cell.Sort != CellSort.Fault && _places.TryGetValue(place, out var column))
                cells[column.Column] += column.Part > 1 && cell.Text.StartsWith('\'') ? cell.Text[1..] : cell.Text;
        }
        return cells;
    }
}
