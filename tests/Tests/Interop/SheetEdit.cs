using System.Globalization;
using System.Xml.Linq;
using Trellis.Core.Competencies;
using Trellis.Interop.Tables;

namespace Trellis.Tests.Interop;

/// <summary>A workbook of ours in the hands of a person: its cells by sheet, row and column name, saved again as a spreadsheet program does.</summary>
internal sealed class SheetEdit
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, List<List<object?>>> _sheets = [];

    public SheetEdit(FrameworkContent content)
    {
        var book = SheetRoundTripTests.Write(content);
        foreach (var (name, i) in new[] { SheetWriter.Items, SheetWriter.Associations, SheetWriter.Definitions }.Select((n, i) => (n, i)))
            _sheets[name] = [.. XDocument.Parse(OpenSaltBook.Part(book, $"xl/worksheets/sheet{i + 1}.xml")).Descendants(Main + "row").Select(Row)];
    }

    public List<List<object?>> Items => _sheets[SheetWriter.Items];

    public List<List<object?>> Links => _sheets[SheetWriter.Associations];

    public int Column(string sheet, string name) => _sheets[sheet][0].IndexOf(name);

    /// <summary>Writes into a cell of the sheet of statements; the first row below the header is 2.</summary>
    public void Set(int row, string column, object? value) => Set(SheetWriter.Items, row, column, value);

    public void Set(string sheet, int row, string column, object? value)
    {
        var cells = _sheets[sheet][row - 1];
        var place = Column(sheet, column);
        while (cells.Count <= place)
            cells.Add(null);
        cells[place] = value;
    }

    public void SetFact(string key, string value) => _sheets[SheetWriter.Definitions].First(r => (string?)r[0] == key)[1] = value;

    /// <summary>Adds a row of the sheet and gives its number.</summary>
    public int Add(string sheet, int? before = null)
    {
        var rows = _sheets[sheet];
        var at = before ?? rows.Count + 1;
        rows.Insert(at - 1, []);
        return at;
    }

    public byte[] Save() => OpenSaltBook.Of([.. _sheets.Select(s => (s.Key, s.Value.Select(r => r.ToArray()).ToArray()))]);

    private static List<object?> Row(XElement row)
    {
        var cells = new List<object?>();
        foreach (var cell in row.Elements(Main + "c"))
        {
            var place = cell.Attribute("r")!.Value.TakeWhile(char.IsLetter).Aggregate(0, (n, c) => n * 26 + c - 'A' + 1) - 1;
            while (cells.Count < place)
                cells.Add(null);
            cells.Add(cell.Element(Main + "v") is { } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : cell.Value);
        }
        return cells;
    }
}
