namespace Trellis.Core.Training;

/// <summary>How a place that somebody typed was understood.</summary>
public enum PlaceSort
{
    Nowhere,

    /// <summary>All ZIP codes whose middle lies within so many miles.</summary>
    Distance,

    /// <summary>ZIP codes with the same first three digits, as no map of ZIP codes is there or the code is not on it.</summary>
    ZipRegion,

    /// <summary>A city or county of this name.</summary>
    Name,
}

/// <summary>Programs near a place: by distance where the place is a ZIP code that is known, otherwise by what the lists themselves say.</summary>
public sealed class PlaceFilter
{
    private const int ZipDigits = 5;
    private const int RegionDigits = 3;
    private const string Mark = "|";

    private readonly ZipPlaces _places;
    private readonly IReadOnlyList<string> _zips;

    private PlaceFilter(PlaceSort sort, string text, ZipPlaces places, IReadOnlyList<string> zips) => (Sort, Text, _places, _zips) = (sort, text, places, zips);

    public PlaceSort Sort { get; }

    public string Text { get; }

    /// <summary>Understands "07102", "Newark" and "Essex" or "Essex County".</summary>
    public static PlaceFilter Of(string text, int miles, ZipPlaces places)
    {
        text = text.Trim();
        if (text.Length == 0)
            return new(PlaceSort.Nowhere, "", places, []);
        if (text.Length != ZipDigits || !text.All(char.IsAsciiDigit))
            return new(PlaceSort.Name, text, places, []);
        return places.Has(text) ? new(PlaceSort.Distance, text, places, places.Within(text, miles)) : new(PlaceSort.ZipRegion, text, places, []);
    }

    public IQueryable<TrainingProgram> Apply(IQueryable<TrainingProgram> programs)
    {
        if (Sort == PlaceSort.Distance)
            return programs.Where(p => p.Zip != null && _zips.Contains(p.Zip));
        if (Sort == PlaceSort.ZipRegion)
        {
            var region = Text[..RegionDigits];
            return programs.Where(p => p.Zip != null && p.Zip.StartsWith(region));
        }
        if (Sort == PlaceSort.Nowhere)
            return programs;
        var name = Mark + Name(ProgramWords.Of(Text)) + Mark;
        return programs.Where(p => p.PlaceText.Contains(name));
    }

    /// <summary>A city and a county as the database finds them.</summary>
    public static string PlaceText(string? city, string? county) => Mark + ProgramWords.Of(city ?? "") + Mark + Name(ProgramWords.Of(county ?? "")) + Mark;

    /// <summary>Miles from the place; null where it is not a ZIP code of the map.</summary>
    public double? MilesTo(string? zip) => Sort == PlaceSort.Distance ? _places.Miles(Text, zip) : null;

    /// <summary>Lists name a county without the word.</summary>
    private static string Name(string text) => text.EndsWith(" county", StringComparison.Ordinal) ? text[..^" county".Length].Trim() : text;
}
