using Trellis.Core.Competencies;

namespace Trellis.Web.Pages.Models;

/// <summary>
/// The first two levels of a tree as two columns of boxes, each as tall as what it holds, in units of a drawing 1000 wide.
/// What is too thin to be read is gathered in a box that leads to its parent.
/// </summary>
public sealed class IcicleDrawing
{
    public const double Width = 1000;
    public const double FontSize = 15;
    public const double LineHeight = 18;
    private const double Split = 400;
    private const double Thinnest = 30;
    private const double Gap = 3;
    private const double Lowest = 320;
    private const double Tallest = 1300;
    private const int MostTops = 40;
    private const int MostLeaves = 6;
    private const int MostChildren = 40;

    public double Height { get; private set; }

    public List<Box> Boxes { get; } = [];

    /// <summary>How many nodes of the first level found no room.</summary>
    public int LeftOut { get; private set; }

    /// <summary>A node, or with <see cref="Rest"/> so many children of it that found no room of their own.</summary>
    public sealed record Box(OutlineNode Node, int Tint, double X, double Y, double Width, double Height, int Rest = 0);

    public static IcicleDrawing Of(IReadOnlyList<OutlineNode> nodes)
    {
        var tops = Tops(nodes);
        var drawing = new IcicleDrawing { LeftOut = nodes.Count - tops.Count };
        var total = tops.Sum(Weight);
        var most = Enumerable.Range(1, MostChildren).LastOrDefault(n => tops.Sum(t => Room(t, n)) <= Tallest, 1);
        var needed = tops.ConvertAll(t => Room(t, most));
        var free = Math.Max(Math.Max(Lowest - needed.Sum(), needed.Sum() / 4), tops.Exists(t => t.Children.Count > 0) ? Tallest / 2 - needed.Sum() : 0);
        var y = 0.0;
        foreach (var (top, i) in tops.Select((t, i) => (t, i)))
        {
            var height = needed[i] + free * Weight(top) / total;
            var tint = i % 6 + 1;
            drawing.Boxes.Add(new(top, tint, 0, y, top.Children.Count == 0 ? Width : Split - Gap, height));
            drawing.PlaceChildren(top, tint, y, height);
            y += height + Gap;
        }
        drawing.Height = Math.Max(Thinnest, y - Gap);
        return drawing;
    }

    /// <summary>Nodes without children tell less; beside others that have some, only the first few of them are drawn.</summary>
    private static List<OutlineNode> Tops(IReadOnlyList<OutlineNode> nodes)
    {
        var leaves = 0;
        var hasBranches = nodes.Any(n => n.Children.Count > 0);
        return [.. nodes.Where(n => !hasBranches || n.Children.Count > 0 || leaves++ < MostLeaves).Take(MostTops)];
    }

    /// <summary>The height at which a node can show so many of its children.</summary>
    private static double Room(OutlineNode top, int most) => Math.Clamp(top.Children.Count, 1, most) * (Thinnest + Gap) - Gap;

    private void PlaceChildren(OutlineNode top, int tint, double y, double height)
    {
        var room = Math.Max(1, (int)((height + Gap) / (Thinnest + Gap)));
        var shown = top.Children.Count <= room ? top.Children : top.Children[..(room - 1)];
        var rest = top.Children.Count - shown.Count;
        var boxes = shown.Count + (rest > 0 ? 1 : 0);
        var free = height - boxes * Thinnest - (boxes - 1) * Gap;
        var total = shown.Sum(Weight);
        foreach (var child in shown)
        {
            var tall = Thinnest + (total == 0 ? 0 : free * Weight(child) / total);
            Boxes.Add(new(child, tint, Split, y, Width - Split, tall));
            y += tall + Gap;
        }
        if (rest > 0)
            Boxes.Add(new(top, tint, Split, y, Width - Split, Thinnest, rest));
    }

    private static double Weight(OutlineNode node) => node.Size + 1;
}
