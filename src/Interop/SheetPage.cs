using System.Globalization;
using System.Text;
using System.Xml;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>One sheet while it is written: the header, which stays in sight, and the rows below it as a table.</summary>
internal sealed class SheetPage : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None, CloseOutput = false };

    private readonly XmlWriter _xml;
    private readonly SheetLayout _layout;
    private int _last;

    public SheetPage(Stream part, SheetLayout layout)
    {
        (_xml, _layout) = (XmlWriter.Create(part, Settings), layout);
        Begin();
    }

    /// <summary>Writes a row: a value for each column of the layout, guarded, and how deep in the tree the row is.</summary>
    public void Row(IEnumerable<string?> values, int depth = 0)
    {
        var row = BeginRow();
        var place = 0;
        foreach (var (value, column) in values.Zip(_layout.Columns))
        {
            var pieces = value is null ? [] : column.Pieces == 1 ? [value] : SheetText.Divide(value);
            if (pieces is [{ Length: > SheetText.LongestCell }])
                throw TooLong(column, row);
            if (column.IsNumber && value is not null)
                NumberCell(place, row, value);
            for (var i = 0; i < pieces.Count && !column.IsNumber; i++)
                Cell(place + i, row, pieces[i], SheetLooks.Text(column.IsIndented && i == 0 ? depth : 0, SheetText.LooksLikeFormula(pieces[i])));
            place += column.Pieces;
        }
        _xml.WriteEndElement();
    }

    /// <summary>Ends the sheet and tells how many rows stand below its header.</summary>
    public int Finish()
    {
        _xml.WriteEndElement();
        var rows = _last - 1;
        if (rows > 0)
        {
            _xml.WriteStartElement("tableParts", Main);
            _xml.WriteAttributeString("count", "1");
            _xml.WriteStartElement("tablePart", Main);
            _xml.WriteAttributeString("id", Office, "rId1");
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        _xml.Flush();
        return rows;
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>The part that makes the rows a table, with names that a person can filter by and a screen reader can say.</summary>
    public static string Table(SheetLayout layout, int rows, int number)
    {
        var span = $"A1:{SheetRow.Letters(layout.Cells.Count - 1)}{rows + 1}";
        var columns = string.Concat(layout.Cells.Select((c, i) => $"""<tableColumn id="{i + 1}" name="{System.Security.SecurityElement.Escape(SheetText.Escape(c.Name))}"/>"""));
        return $"""<table xmlns="{Main}" id="{number}" name="{layout.Name}Table" displayName="{layout.Name}Table" ref="{span}" totalsRowShown="0"><autoFilter ref="{span}"/><tableColumns count="{layout.Cells.Count}">{columns}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>""";
    }

    private void Begin()
    {
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteAttributeString("xmlns", "r", null, Office);
        _xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>""");
        _xml.WriteStartElement("cols", Main);
        for (var i = 0; i < _layout.Cells.Count; i++)
            Column(i + 1, _layout.Cells[i]);
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData", Main);
        var row = BeginRow();
        for (var i = 0; i < _layout.Cells.Count; i++)
            Cell(i, row, _layout.Cells[i].Name, SheetLooks.Header);
        _xml.WriteEndElement();
    }

    private void Column(int place, SheetColumn column)
    {
        _xml.WriteStartElement("col", Main);
        _xml.WriteAttributeString("min", Number(place));
        _xml.WriteAttributeString("max", Number(place));
        _xml.WriteAttributeString("width", column.Width.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("style", Number(SheetLooks.Text(0, looksLikeFormula: false)));
        if (column.IsHidden)
            _xml.WriteAttributeString("hidden", "1");
        _xml.WriteAttributeString("customWidth", "1");
        _xml.WriteEndElement();
    }

    private string BeginRow()
    {
        var number = Number(++_last);
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", number);
        return number;
    }

    private void Cell(int place, string row, string text, int style)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", SheetRow.Letters(place) + row);
        _xml.WriteAttributeString("s", Number(style));
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", Main);
        _xml.WriteStartElement("t", Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(SheetText.Escape(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private UnusableInputException TooLong(SheetColumn column, string row) => new(Problem.Rejected("text-too-long", $"{_layout.Name}!{row}, {column.Name}",
        "This text is longer than the {0} characters that a cell of a spreadsheet holds, and this format has no place for the rest. Export the model as CSV.", $"{SheetText.LongestCell}"));

    private void NumberCell(int place, string row, string value)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", SheetRow.Letters(place) + row);
        _xml.WriteAttributeString("s", Number(SheetLooks.Level));
        _xml.WriteElementString("v", Main, value);
        _xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
