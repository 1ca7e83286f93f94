using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>The columns of a table by name; case, spaces and signs do not count: "O*NET-SOC Code" is onetsoccode.</summary>
public sealed class TableHeader
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public TableHeader(IReadOnlyList<string> names)
    {
        Names = names;
        for (var i = 0; i < names.Count; i++)
            _places.TryAdd(Key(names[i]), i);
    }

    public IReadOnlyList<string> Names { get; }

    public bool Has(string name) => _places.ContainsKey(Key(name));

    /// <summary>The place of the first of these columns that is there; -1 where none is.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_places.TryGetValue(Key(name), out var place))
                return place;
        }
        return -1;
    }

    /// <summary>The place of a column that must be there.</summary>
    public int Need(string table, params ReadOnlySpan<string> names) => Find(names) is >= 0 and var place ? place
        : throw new UnusableInputException(Problem.Rejected("no-column", table, "The table has no column {0}. Its columns are: {1}.", names[0], string.Join(", ", Names.Take(40))));

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>A row of a table, whatever file it came from: its cells by the place that the header gives.</summary>
public readonly record struct TableRow(string Table, int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell without spaces around it; empty where the row is shorter.</summary>
    public string this[int place] => place >= 0 && place < Cells.Count ? Cells[place].Trim() : "";

    /// <summary>The cell, or null where it is empty or says "n/a".</summary>
    public string? Text(int place) => this[place] is { Length: > 0 } text && !text.Equals("n/a", StringComparison.OrdinalIgnoreCase) ? text : null;

    /// <summary>A plain number, with or without separators of thousands; null where the cell has none.</summary>
    public double? Number64(int place)
    {
        var text = this[place];
        // Most cells without a number say so by "n/a"; to find out by trying costs more than all the rest of a row.
        if (text.Length == 0 || char.IsAsciiLetter(text[0]))
            return null;
        return double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    public int? Number32(int place) => Number64(place) is { } number && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue ? (int)number : null;

    public string Where(string column) => FormattableString.Invariant($"{Table} row {Number}, {column}");
}
