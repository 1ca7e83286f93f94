using System.Globalization;
using System.Text;
using Trellis.Core.Codes;
using Trellis.Interop.Atlas;

namespace Trellis.Web.Pages.Areas;

/// <summary>An area on a map: its outline as path data, and the class of its figure from 0 to 4; null where it has none.</summary>
public sealed record MapPart(AreaCode Area, string Path, int? Class);

/// <summary>Outlines of areas fitted into a drawing of a fixed width, shaded by figures in five classes of equal numbers of areas.</summary>
public sealed class MapDrawing
{
    public const double Width = 960;
    public const int Classes = 5;

    /// <summary>Points nearer to the one before are left out: nobody sees them, and the page stays small.</summary>
    private const double LeastStep = 0.8;

    private readonly double _scale;
    private readonly (double X, double Y) _origin;

    public MapDrawing(IReadOnlyList<AreaShape> shapes, IReadOnlyDictionary<AreaCode, double> figures)
    {
        var points = shapes.SelectMany(s => s.Rings).SelectMany(r => r).ToList();
        var (left, right) = (points.Min(p => p.X), points.Max(p => p.X));
        var (top, bottom) = (points.Min(p => p.Y), points.Max(p => p.Y));
        _scale = Math.Min(Width / (right - left), Width / (bottom - top));
        _origin = (left, top);
        Height = (bottom - top) * _scale;
        Bounds = Quantiles([.. shapes.Select(s => s.Area).Where(figures.ContainsKey).Select(a => figures[a]).Order()]);
        Parts = [.. shapes.Select(s => new MapPart(s.Area, Path(s), figures.TryGetValue(s.Area, out var figure) ? Class(figure) : null))];
    }

    public double Height { get; }

    public IReadOnlyList<MapPart> Parts { get; }

    /// <summary>The lowest figure of each class, and the highest of all; empty where there is no figure.</summary>
    public IReadOnlyList<double> Bounds { get; }

    private static List<double> Quantiles(List<double> sorted) => sorted.Count == 0 ? []
        : [.. Enumerable.Range(0, Classes).Select(i => sorted[i * sorted.Count / Classes]).Distinct(), sorted[^1]];

    private int Class(double figure)
    {
        for (var i = Bounds.Count - 2; i > 0; i--)
        {
            if (figure >= Bounds[i])
                return i;
        }
        return 0;
    }

    private string Path(AreaShape shape)
    {
        var path = new StringBuilder();
        foreach (var ring in shape.Rings)
        {
            var (lastX, lastY, isFirst) = (double.MinValue, double.MinValue, true);
            foreach (var (x, y) in ring.Select(p => ((p.X - _origin.X) * _scale, (p.Y - _origin.Y) * _scale)))
            {
                if (!isFirst && Math.Abs(x - lastX) + Math.Abs(y - lastY) < LeastStep)
                    continue;
                path.Append(isFirst ? 'M' : 'L').Append(N(x)).Append(' ').Append(N(y));
                (lastX, lastY, isFirst) = (x, y, false);
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
