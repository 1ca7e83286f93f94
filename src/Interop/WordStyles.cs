using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Interop;

/// <summary>How the paragraphs, characters and tables of our Word documents look. Sizes are in half points, spaces in twentieths of a point.</summary>
internal static class WordStyles
{
    private const string Ink = "1B1B1B";
    public const string Blue = "162E51";
    private const string Gray = "565C65";

    public static Styles Of(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                new Color { Val = Ink }, new FontSize { Val = "21" }, new Languages { Val = language, EastAsia = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Look("Title", "Title", 0, 60, 52, Blue, bold: true),
        Look("Subtitle", "Subtitle", 0, 360, 28, Gray),
        Heading(1, 480, 160, 34),
        Heading(2, 320, 100, 28),
        Heading(3, 240, 80, 24),
        Heading(4, 200, 60, 22),
        Heading(5, 160, 60, 21),
        Heading(6, 160, 60, 21),
        Look("TOCHeading", "TOC Heading", 0, 200, 34, Blue, bold: true),
        Contents(1), Contents(2), Contents(3),
        Look("ListParagraph", "List Paragraph", 0, 80, 21, Ink),
        Look("Definition", "Definition", 0, 120, 21, Gray, italic: true, keepNext: true),
        Look("Note", "Note", 0, 100, 19, Gray),
        Notice(),
        Look("Caption", "caption", 200, 80, 20, Blue, bold: true, keepNext: true),
        Look("TableText", "Table Text", 30, 30, 19, Ink),
        Look("TableHeading", "Table Heading", 30, 30, 19, "FFFFFF", bold: true, keepNext: true),
        Edge("Lines", "Lines to write on", WritingLines()),
        Edge("Header", "header", ParagraphBorders(bottom: true)),
        Edge("Footer", "footer", ParagraphBorders(bottom: false)),
        Character("Strong", "Strong", new Bold()),
        Character("Code", "Code", new Bold(), new Color { Val = Blue }),
        Character("Hyperlink", "Hyperlink", new Color { Val = "005EA2" }),
        Table());

    private static Style Look(string id, string name, int before, int after, int size, string color, bool bold = false, bool italic = false, bool keepNext = false) => new(
        new StyleName { Val = name }, new BasedOn { Val = "Normal" },
        new StyleParagraphProperties
        {
            KeepNext = keepNext ? new() : null,
            SpacingBetweenLines = new() { Before = $"{before}", After = $"{after}" },
        },
        new StyleRunProperties
        {
            Bold = bold ? new() : null,
            Italic = italic ? new() : null,
            Color = new() { Val = color },
            FontSize = new() { Val = $"{size}" },
        })
    { Type = StyleValues.Paragraph, StyleId = id };

    private static Style Heading(int level, int before, int after, int size)
    {
        var style = Look($"Heading{level}", $"heading {level}", before, after, size, Blue, bold: true, italic: level > 5, keepNext: true);
        style.BasedOn!.InsertAfterSelf(new NextParagraphStyle { Val = "Normal" });
        var paragraph = style.StyleParagraphProperties!;
        paragraph.KeepLines = new();
        paragraph.NumberingProperties = WordNumbering.Heading(level);
        paragraph.OutlineLevel = new() { Val = level - 1 };
        return style;
    }

    private static Style Contents(int level)
    {
        var style = Look($"TOC{level}", $"toc {level}", 0, 60, 21, Ink, bold: level == 1);
        style.StyleParagraphProperties!.Tabs = new(new TabStop { Val = TabStopValues.Right, Position = 12240 - 2 * WordBody.Margin });
        style.StyleParagraphProperties.Indentation = new() { Left = $"{(level - 1) * 300}", Right = "600" };
        return style;
    }

    private static Style Notice()
    {
        var style = Look("Notice", "Notice", 160, 160, 21, Ink);
        style.StyleParagraphProperties!.ParagraphBorders = new(new LeftBorder { Val = BorderValues.Single, Size = 36, Space = 8, Color = "FFBE2E" });
        style.StyleParagraphProperties.Shading = new() { Val = ShadingPatternValues.Clear, Fill = "FAF3D1" };
        style.StyleParagraphProperties.Indentation = new() { Left = "200" };
        return style;
    }

    private static Style Edge(string id, string name, ParagraphBorders borders)
    {
        var style = Look(id, name, 0, 0, 18, Gray);
        style.StyleParagraphProperties!.ParagraphBorders = borders;
        style.StyleParagraphProperties.Tabs = new(new TabStop { Val = TabStopValues.Right, Position = 12240 - 2 * WordBody.Margin });
        return style;
    }

    private static ParagraphBorders ParagraphBorders(bool bottom) => bottom
        ? new(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = "A9AEB1" })
        : new(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = "A9AEB1" });

    /// <summary>Word draws the borders of like paragraphs only around them all, unless told what stands between.</summary>
    private static ParagraphBorders WritingLines() => new(
        new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = "A9AEB1" },
        new BetweenBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = "A9AEB1" });

    private static Style Character(string id, string name, params OpenXmlElement[] looks) =>
        new(new StyleName { Val = name }, new StyleRunProperties(looks)) { Type = StyleValues.Character, StyleId = id };

    private static Style Table()
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8, Color = Blue }, new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Blue },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "A9AEB1" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "DFE1E2" });
        return new(
            new StyleName { Val = "Trellis Table" },
            new StyleTableProperties(borders, new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 90, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 90, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TrellisTable" };
    }
}
