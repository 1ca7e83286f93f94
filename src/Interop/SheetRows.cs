using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>Where the text of a cell comes from.</summary>
internal enum CellSort
{
    Text,
    Number,
    Date,

    /// <summary>An error such as #REF!, or a text that is not there.</summary>
    Fault,
}

/// <summary>What a cell shows.</summary>
internal readonly record struct SheetCell(string Text, CellSort Sort, bool IsFormula = false);

/// <summary>A row of a sheet by the place of its cells, from 0. Empty cells are not in it.</summary>
internal sealed record SheetRow(string Sheet, int Number, IReadOnlyDictionary<int, SheetCell> Cells)
{
    public string Where(int column) => FormattableString.Invariant($"{Sheet}!{Letters(column)}{Number}");

    public static string Letters(int column) =>
        (column >= 26 ? Letters(column / 26 - 1) : "") + (char)('A' + column % 26);
}

/// <summary>Reads the rows of a sheet one after the other; only one row is in memory at a time.</summary>
internal sealed partial class SheetRows(IReadOnlyList<string> shared, NumberFormats formats, long mostCharacters)
{
    private const int MostTexts = 2_000_000;

    /// <summary>Counted because a small file can name one long text in a million cells.</summary>
    private long _characters;

    /// <summary>The texts that cells name by number.</summary>
    public static List<string> Shared(SharedStringTablePart? part)
    {
        var all = new List<string>();
        if (part is null)
            return all;
        using var reader = new OpenXmlPartReader(part);
        var text = new CellText();
        while (reader.Read())
        {
            text.Take(reader);
            if (!reader.IsEndElement || reader.ElementType != typeof(SharedStringItem))
                continue;
            all.Add(text.Take());
            if (all.Count > MostTexts)
                throw new UnusableInputException(Problem.Rejected("zip-too-large", "workbook", "The workbook holds more than {0} texts.", $"{MostTexts}"));
        }
        return all;
    }

    public IEnumerable<SheetRow> Read(string name, WorksheetPart part)
    {
        using var reader = new OpenXmlPartReader(part);
        var (row, column) = (0, -1);
        var cells = new Dictionary<int, SheetCell>();
        var cell = new CellText();
        while (reader.Read())
        {
            cell.Take(reader);
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                (row, column) = (int.TryParse(Attribute(reader, "r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : row + 1, -1);
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                column = Begin(name, row, column, cell, reader);
            }
            else if (reader.ElementType == typeof(Cell) && Show(cell) is { } shown)
            {
                cells[column] = shown;
            }
            else if (reader.ElementType == typeof(Row) && reader.IsEndElement && cells.Count > 0)
            {
                yield return new(name, row, cells);
                cells = [];
            }
        }
    }

    public static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
                return attribute.Value;
        }
        return null;
    }

    private static int Begin(string sheet, int row, int column, CellText cell, OpenXmlPartReader reader)
    {
        cell.Begin(Attribute(reader, "t"), Attribute(reader, "s"));
        var next = Attribute(reader, "r") is { } place ? Column(place) : column + 1;
        return next is >= 0 and < CsvRows.MostColumns ? next : throw new UnusableInputException(Problem.Rejected("too-many-columns",
            FormattableString.Invariant($"{sheet}!{row}"), "A cell of this row stands beyond the column {0}, the last that is read.", $"{CsvRows.MostColumns}"));
    }

    /// <summary>The place that a reference such as "C12" names; -1 where it is none that is read.</summary>
    private static int Column(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        return column - 1;
    }

    private SheetCell? Show(CellText cell)
    {
        var shown = cell.Show(shared, formats);
        if (shown is not { } value || (value.Sort != CellSort.Fault && string.IsNullOrWhiteSpace(value.Text)))
            return null;
        _characters += value.Text.Length;
        return _characters <= mostCharacters ? value : throw new UnusableInputException(Problem.Rejected("zip-too-large", "workbook",
            "The cells of the workbook hold more than {0} million letters.", $"{mostCharacters >> 20}"));
    }

    /// <summary>Gathers what a cell or a shared text says while its elements pass by.</summary>
    private sealed partial class CellText
    {
        private readonly StringBuilder _text = new();
        private string? _type;
        private string? _style;
        private string? _value;
        private bool _isFormula;
        private bool _isSound;

        public void Begin(string? type, string? style)
        {
            (_type, _style, _value, _isFormula) = (type, style, null, false);
            _text.Clear();
        }

        public void Take(OpenXmlPartReader reader)
        {
            // How a word is pronounced is no part of it.
            if (reader.ElementType == typeof(PhoneticRun))
                _isSound = reader.IsStartElement;
            else if (!reader.IsStartElement || _isSound)
                return;
            else if (reader.ElementType == typeof(CellFormula))
                _isFormula = true;
            else if (reader.ElementType == typeof(CellValue))
                _value = reader.GetText();
            else if (reader.ElementType == typeof(Text))
                _text.Append(reader.GetText());
        }

        public string Take()
        {
            var text = Plain(_text.ToString());
            _text.Clear();
            return text;
        }

        public SheetCell? Show(IReadOnlyList<string> shared, NumberFormats formats)
        {
            SheetCell? shown = _type switch
            {
                "inlineStr" => new(Take(), CellSort.Text),
                _ when string.IsNullOrEmpty(_value) => null,
                "s" => int.TryParse(_value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                    ? new(shared[index], CellSort.Text) : new(_value, CellSort.Fault),
                "str" => new(Plain(_value), CellSort.Text),
                "b" => new(_value == "1" ? "TRUE" : "FALSE", CellSort.Text),
                "e" => new(_value, CellSort.Fault),
                "d" => new(_value, CellSort.Date),
                _ => formats.Show(_value, _style),
            };
            return shown is { } cell ? cell with { IsFormula = _isFormula } : null;
        }

        /// <summary>Undoes the form in which a workbook writes characters that XML does not take, "_x000D_" for one. Half a pair stays as it is written.</summary>
        private static string Plain(string text) => text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, m => (char)int.Parse(m.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var c && char.IsSurrogate(c) ? m.Value : c.ToString())
            : text;

        [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Escape();
    }
}
