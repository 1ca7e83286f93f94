namespace Trellis.Interop.Onet;

/// <summary>An occupation of the release while it is read, with what its other files add.</summary>
internal sealed class OnetOccupation(int index, string code, string title, string description)
{
    /// <summary>Its number in this load, for keys of rows.</summary>
    public int Index { get; } = index;

    public string Code { get; } = code;

    public string Title { get; } = title;

    public string Description { get; } = description;

    public int? JobZone { get; set; }

    public string? JobZoneDate { get; set; }

    public string? JobZoneSource { get; set; }

    public bool HasRatings { get; set; }

    /// <summary>Whether a file that covers only occupations with collected data names it.</summary>
    public bool HasData { get; set; }

    /// <summary>Its ratings so far, by their keys.</summary>
    public HashSet<long> Rated { get; } = [];

    public int Titles { get; set; }

    public int Technologies { get; set; }
}
