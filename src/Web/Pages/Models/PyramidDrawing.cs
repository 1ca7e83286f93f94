using Trellis.Web.Pages.Shared;

namespace Trellis.Web.Pages.Models;

/// <summary>Where everything of the pyramid stands, in units of a drawing 1000 wide. The highest tier comes first.</summary>
public sealed class PyramidDrawing
{
    public const double Width = 1000;
    public const double FontSize = 15;
    public const double LineHeight = 18;
    private const double TopShare = 0.6;
    private const double Gap = 6;
    private const double Head = 40;
    private const double CellGap = 8;
    private const double NarrowestCell = 112;

    public double Height { get; private set; }

    public List<Row> Rows { get; private set; } = [];

    /// <summary>A tier: its number, its title and the names of the blocks in it.</summary>
    public sealed record RowText(int Number, string Title, IReadOnlyList<string> Blocks);

    public sealed record Row(int Number, double Y, double Height, double TopWidth, double BottomWidth, List<string> Title, List<Cell> Cells)
    {
        public double TopLeft => (PyramidDrawing.Width - TopWidth) / 2;

        public double BottomLeft => (PyramidDrawing.Width - BottomWidth) / 2;

        public string Points => FormattableString.Invariant(
            $"{TopLeft:0.#},{Y:0.#} {TopLeft + TopWidth:0.#},{Y:0.#} {BottomLeft + BottomWidth:0.#},{Y + Height:0.#} {BottomLeft:0.#},{Y + Height:0.#}");
    }

    public sealed record Cell(double X, double Y, double Width, double Height, List<string> Lines)
    {
        /// <summary>The base line of the first of its lines, so that they stand in the middle.</summary>
        public double FirstLine => Y + (Height - Lines.Count * LineHeight) / 2 + LineHeight * 0.75;
    }

    /// <summary>Lays the tiers out so that every name has room.</summary>
    /// <param name="rows">From the base up.</param>
    public static PyramidDrawing Of(IReadOnlyList<RowText> rows)
    {
        var drawing = new PyramidDrawing { Height = 150 * rows.Count };
        // The width of a row depends on the height of all, and its height on its width; this settles at once.
        for (var round = 0; round < 4; round++)
            drawing.Place(rows);
        return drawing;
    }

    private void Place(IReadOnlyList<RowText> rows)
    {
        var (y, height) = (0.0, Height);
        Rows = [];
        foreach (var row in rows.Reverse())
        {
            var top = WidthAt(y, height);
            var cells = Cells(row.Blocks, top - 48, y + Head);
            var title = SvgText.Wrap(row.Title, top - 110, FontSize + 2, 2);
            var extra = title.Count > 1 ? LineHeight : 0;
            cells = [.. cells.Select(c => c with { Y = c.Y + extra })];
            var bottom = cells.Count == 0 ? y + Head + extra : cells[^1].Y + cells[^1].Height + 12;
            Rows.Add(new(row.Number, y, bottom - y, top, WidthAt(bottom, height), title, cells));
            y = bottom + Gap;
        }
        Height = y - Gap;
    }

    private static double WidthAt(double y, double height) => Width * Math.Min(1, TopShare + (1 - TopShare) * y / height);

    private static List<Cell> Cells(IReadOnlyList<string> blocks, double room, double y)
    {
        var cells = new List<Cell>();
        if (blocks.Count == 0)
            return cells;
        var narrowest = Math.Max(NarrowestCell, blocks.Max(b => SvgText.WidestWord(b, FontSize)) + 14);
        var inRow = Math.Clamp((int)((room + CellGap) / (narrowest + CellGap)), 1, blocks.Count);
        inRow = (int)Math.Ceiling(blocks.Count / Math.Ceiling((double)blocks.Count / inRow));
        var width = Math.Min(240, (room - CellGap * (inRow - 1)) / inRow);
        foreach (var group in blocks.Chunk(inRow))
        {
            var lines = group.Select(b => SvgText.Wrap(b, width - 12, FontSize, 4)).ToList();
            var height = lines.Max(l => l.Count) * LineHeight + 14;
            var x = (Width - (width * group.Length + CellGap * (group.Length - 1))) / 2;
            foreach (var text in lines)
            {
                cells.Add(new(x, y, width, height, text));
                x += width + CellGap;
            }
            y += height + CellGap;
        }
        return cells;
    }
}
