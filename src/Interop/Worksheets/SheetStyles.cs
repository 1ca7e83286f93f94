using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Interop.Worksheets;

/// <summary>How a cell of a worksheet looks. The numbers are the places of the formats below.</summary>
internal enum SheetStyle : uint
{
    Plain,
    Title,
    Heading,
    NamedHeading,
    Block,
    Code,
    Statement,
    Rating,
    Words,
    Count,
    Average,
    Share,
    Strong,
}

/// <summary>The looks of our worksheets: what is to be filled is yellow with a border, what is computed is gray.</summary>
internal static class SheetStyles
{
    private const uint Blue = 2, Yellow = 3, Gray = 4, Pale = 5;

    public static Stylesheet All() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0" }),
        new Fonts(Font(11), Font(15, bold: true, color: "FF162E51"), Font(11, bold: true, color: "FFFFFFFF"), Font(11, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FF162E51"), Solid("FFFEF6D8"), Solid("FFDFE1E2"), Solid("FFF3F4F5")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(0, 0),
            Format(1, 0),
            Format(2, Blue, wrap: true, border: true),
            Format(3, Yellow, wrap: true, border: true, center: true),
            Format(3, Gray, border: true),
            Format(3, 0, border: true),
            Format(0, 0, wrap: true, border: true),
            Format(0, Yellow, border: true, center: true),
            Format(0, Yellow, wrap: true, border: true),
            Format(0, Pale, border: true, center: true, number: 1),
            Format(0, Pale, border: true, center: true, number: 164),
            Format(0, Pale, border: true, center: true, number: 9),
            Format(3, 0, wrap: true)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(double size, bool bold = false, string? color = null)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (color is not null)
            font.Append(new Color { Rgb = color });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = color }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static T Edge<T>(T edge) where T : BorderPropertiesType
        {
            edge.Style = BorderStyleValues.Thin;
            edge.Append(new Color { Rgb = "FFA9AEB1" });
            return edge;
        }
        return new(Edge(new LeftBorder()), Edge(new RightBorder()), Edge(new TopBorder()), Edge(new BottomBorder()));
    }

    private static CellFormat Format(uint font, uint fill, bool wrap = false, bool border = false, bool center = false, uint number = 0) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap, Horizontal = center ? HorizontalAlignmentValues.Center : null })
    {
        FontId = font,
        FillId = fill,
        BorderId = border ? 1u : 0,
        NumberFormatId = number,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
