namespace Trellis.Core.Competencies;

/// <summary>
/// A link from a node to another: a statement of any framework, an O*NET element or occupation, a credential, a course,
/// any address. Both ends are kept as the source names them, also where they are not in this database.
/// </summary>
public sealed class Alignment
{
    public int VersionKey { get; set; }

    /// <summary>The lasting identifier of the link itself.</summary>
    public required Guid Id { get; init; }

    /// <summary>Rank among the links of its version, as the source listed them, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>A CASE association type (isChildOf, exactMatchOf, isRelatedTo, …) or "ext:" and a name of our own.</summary>
    public required string Type { get; init; }

    public required NodeRef Origin { get; init; }

    public required NodeRef Destination { get; init; }

    /// <summary>Rank among the links of the same origin, where the source gives one.</summary>
    public int? Sequence { get; set; }

    /// <summary>How strong the link is, 0 to 1, where somebody said so.</summary>
    public double? Weight { get; set; }

    /// <summary>Who made the link, and what it rests on.</summary>
    public string? Author { get; set; }

    public string? Evidence { get; set; }

    public string? Notes { get; set; }

    public string? Uri { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What the source says and this type does not model, as a JSON object; it goes out again.</summary>
    public string? Extensions { get; set; }
}

/// <summary>
/// One end of a link. <paramref name="Id"/> is the identifier in lower case where it is a UUID, otherwise the code or address;
/// <paramref name="Scheme"/> says what names it: null for a statement or unknown, or one of <see cref="NodeSchemes"/>.
/// </summary>
public sealed record NodeRef(string Id, string? Uri = null, string? Title = null, string? Scheme = null)
{
    public static NodeRef Statement(Guid id) => new(id.ToString("D"));
}

/// <summary>The schemes of linked nodes that Trellis can resolve beside statements.</summary>
public static class NodeSchemes
{
    public const string OnetElement = "onet-element";
    public const string OnetOccupation = "onet-soc";

    public static string[] All { get; } = [OnetElement, OnetOccupation];
}
