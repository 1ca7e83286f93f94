namespace Trellis.Core.Training;

/// <summary>
/// Where ZIP codes are: the middle of each on the map, in degrees. Distances are as the crow flies, in miles: docs/formulas.md, "Distance
/// between ZIP codes". Pure.
/// </summary>
public sealed class ZipPlaces(IReadOnlyDictionary<string, ZipPlace> places)
{
    private const double EarthRadiusInMiles = 3958.8;

    /// <summary>Of an installation that knows no places: every distance is unknown.</summary>
    public static ZipPlaces None { get; } = new(new Dictionary<string, ZipPlace>());

    public bool IsEmpty => places.Count == 0;

    public bool Has(string zip) => places.ContainsKey(zip);

    /// <summary>Miles between the middles of two ZIP codes; null where one of them is not known.</summary>
    public double? Miles(string from, string? to) =>
        to is not null && places.TryGetValue(from, out var a) && places.TryGetValue(to, out var b) ? Miles(a, b) : null;

    /// <summary>The ZIP codes whose middle is at most so many miles away.</summary>
    public IReadOnlyList<string> Within(string zip, double miles) =>
        places.TryGetValue(zip, out var center) ? [.. places.Where(p => Miles(center, p.Value) <= miles).Select(p => p.Key)] : [];

    /// <summary>The great-circle distance by the haversine.</summary>
    public static double Miles(ZipPlace a, ZipPlace b)
    {
        var (lat1, lat2) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var (down, across) = (lat2 - lat1, double.DegreesToRadians(b.Longitude - a.Longitude));
        var h = Square(Math.Sin(down / 2)) + Math.Cos(lat1) * Math.Cos(lat2) * Square(Math.Sin(across / 2));
        return 2 * EarthRadiusInMiles * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Square(double x) => x * x;
}

/// <summary>A point on the map, in degrees.</summary>
public readonly record struct ZipPlace(double Latitude, double Longitude);
