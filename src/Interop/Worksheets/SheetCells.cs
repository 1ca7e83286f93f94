using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Interop.Worksheets;

/// <summary>A formula, and what it gives while nothing is filled in: a number, or no text at all.</summary>
internal sealed record SheetFormula(string Text, double? Empty);

/// <summary>Writes the rows of a sheet, cell after cell. Texts are texts, whatever they begin with.</summary>
internal sealed class SheetCells(OpenXmlWriter writer)
{
    /// <summary>Whether formulas get no value of their own, because the program that opens the file has to compute them.</summary>
    public bool LeavesFormulasOpen { get; set; }

    private const int LongestText = 32_767;
    private const double LineHeight = 15;

    /// <summary>A row can be no higher than 409 points.</summary>
    private const int MostLines = 27;

    private int _column;

    /// <summary>The row that is written, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Opens a row.</summary>
    /// <param name="isHidden">Whether it is for programs only.</param>
    /// <param name="lines">How many lines of text it needs: not every program finds that out by itself.</param>
    public void Begin(bool isHidden = false, int lines = 1)
    {
        (Row, _column) = (Row + 1, 0);
        writer.WriteStartElement(new Row { RowIndex = (uint)Row, Hidden = isHidden ? true : null, Height = lines > 1 ? 1 + LineHeight * Math.Min(lines, MostLines) : null });
    }

    /// <summary>How many lines a text takes in a column of a width.</summary>
    public static int Lines(string text, double width) => Math.Max(1, (int)Math.Ceiling(text.Length / width));

    public void End() => writer.WriteEndElement();

    /// <summary>A row of one text, or an empty one.</summary>
    public void Line(string? text, SheetStyle style = SheetStyle.Plain)
    {
        Begin(lines: style == SheetStyle.Title ? 2 : 1);
        Text(text, style);
        End();
    }

    public void Text(string? text, SheetStyle style = SheetStyle.Plain)
    {
        var cell = Next(style);
        if (text is { Length: > 0 })
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new Text(Clipped(text)) { Space = SpaceProcessingModeValues.Preserve }));
        writer.WriteElement(cell);
    }

    public void Number(double number, SheetStyle style)
    {
        var cell = Next(style);
        cell.CellValue = new(number.ToString("R", CultureInfo.InvariantCulture));
        writer.WriteElement(cell);
    }

    public void Formula(SheetFormula formula, SheetStyle style)
    {
        var cell = Next(style);
        cell.CellFormula = new(formula.Text);
        if (LeavesFormulasOpen)
        {
            writer.WriteElement(cell);
            return;
        }
        cell.CellValue = new(formula.Empty?.ToString("R", CultureInfo.InvariantCulture) ?? "");
        if (formula.Empty is null)
            cell.DataType = CellValues.String;
        writer.WriteElement(cell);
    }

    /// <summary>A heading that is taken from another cell, and what that cell says now.</summary>
    public void NamedFrom(string cell, string now)
    {
        var named = Next(SheetStyle.Heading);
        (named.DataType, named.CellFormula, named.CellValue) = (CellValues.String, new(cell), new(OfficeProperties.Plain(now)));
        writer.WriteElement(named);
    }

    /// <summary>The letters of a column, counted from 1: A, Z, AA.</summary>
    public static string Letters(int column) => (column > 26 ? Letters((column - 1) / 26) : "") + (char)('A' + (column - 1) % 26);

    private Cell Next(SheetStyle style) => new()
    {
        CellReference = Letters(++_column) + Row.ToString(CultureInfo.InvariantCulture),
        StyleIndex = style == SheetStyle.Plain ? null : (uint)style,
    };

    private static string Clipped(string text)
    {
        var plain = OfficeProperties.Plain(text);
        return plain.Length <= LongestText ? plain : plain[..LongestText];
    }
}
