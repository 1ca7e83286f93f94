using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Interop.Atlas;

/// <summary>The outline of a state or county: closed rings of points, already in the plane (Albers, 975 by 610 for the whole country).</summary>
public sealed record AreaShape(AreaCode Area, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Rings);

/// <summary>
/// Reads outlines from a TopoJSON file of us-atlas, in which neighbors share their borders. Source: U.S. Census Bureau cartographic
/// boundary files of 2017, by way of us-atlas (ISC license).
/// </summary>
public sealed class AtlasFile
{
    private readonly List<(double X, double Y)[]> _arcs;

    private AtlasFile(JsonElement root)
    {
        var transform = root.GetProperty("transform");
        var (scale, shift) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        _arcs = [.. root.GetProperty("arcs").EnumerateArray().Select(arc => Points(arc, scale, shift))];
        States = Shapes(root, "states", AreaCode.State);
        Counties = Shapes(root, "counties", AreaCode.County);
    }

    public IReadOnlyList<AreaShape> States { get; }

    public IReadOnlyList<AreaShape> Counties { get; }

    /// <summary>The file beside the program; null where it is not there, as in a program without pages.</summary>
    public static AtlasFile? Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "us-atlas.json");
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        using var json = JsonDocument.Parse(stream);
        return new(json.RootElement);
    }

    private List<AreaShape> Shapes(JsonElement root, string name, Func<string, AreaCode> code) =>
        [.. root.GetProperty("objects").GetProperty(name).GetProperty("geometries").EnumerateArray().Select(g => new AreaShape(code(g.GetProperty("id").GetString()!), Rings(g)))];

    private List<IReadOnlyList<(double X, double Y)>> Rings(JsonElement geometry)
    {
        var arcs = geometry.GetProperty("arcs");
        var polygons = geometry.GetProperty("type").GetString() == "MultiPolygon" ? arcs.EnumerateArray() : Enumerable.Repeat(arcs, 1);
        return [.. polygons.SelectMany(p => p.EnumerateArray()).Select(Ring)];
    }

    /// <summary>Borders one after the other; the first point of each is the last of the one before it. A negative number runs backwards.</summary>
    private List<(double X, double Y)> Ring(JsonElement ring)
    {
        var points = new List<(double, double)>();
        foreach (var index in ring.EnumerateArray().Select(i => i.GetInt32()))
        {
            var arc = index >= 0 ? _arcs[index] : [.. _arcs[~index].Reverse()];
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }
        return points;
    }

    /// <summary>Each point is written as its distance from the one before it.</summary>
    private static (double X, double Y)[] Points(JsonElement arc, (double X, double Y) scale, (double X, double Y) shift)
    {
        var (x, y) = (0.0, 0.0);
        return [.. arc.EnumerateArray().Select(p =>
        {
            var step = Pair(p);
            (x, y) = (x + step.X, y + step.Y);
            return (x * scale.X + shift.X, y * scale.Y + shift.Y);
        })];
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}
