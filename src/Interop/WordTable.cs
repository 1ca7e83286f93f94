using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordHeadingRow = DocumentFormat.OpenXml.Wordprocessing.TableHeader;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Trellis.Interop;

/// <summary>A table of a Word document: what it is called, its headings, and how wide each column is as a share of the page.</summary>
internal sealed record WordTable(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<int> Shares)
{
    /// <summary>A whole row in fiftieths of a percent, Word's own unit.</summary>
    private const int Whole = 5000;

    /// <summary>Whether the first column names its row.</summary>
    public bool HasRowHeadings { get; init; } = true;

    /// <summary>What stands before the rows: how the table looks, what it is called for a screen reader, its columns and headings.</summary>
    internal IEnumerable<OpenXmlElement> Opening(int pageWidth)
    {
        yield return new TableProperties(
            new TableStyle { Val = "TrellisTable" },
            new TableWidth { Width = Text(Whole), Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { FirstRow = true, FirstColumn = HasRowHeadings, NoHorizontalBand = true, NoVerticalBand = true, Val = HasRowHeadings ? "06A0" : "0620" },
            new TableCaption { Val = Caption });
        var all = Shares.Sum();
        yield return new TableGrid(Shares.Select(s => new GridColumn { Width = Text(s * (pageWidth - 2 * WordBody.Margin) / all) }));
        yield return new WordRow(Headings.Select(h => new TableCell(
            new TableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Fill = WordStyles.Blue }),
            WordBody.Paragraph("TableHeading", new WordRun(h)))).Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit(), new WordHeadingRow())));
    }

    internal static WordRow Row(IReadOnlyList<WordRun> cells) => new(
        cells.Select(c => new TableCell(WordBody.Paragraph("TableText", c))).Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit())));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
