namespace Trellis.Interop.Case;

/// <summary>Names that CASE gives to things, and the names under which Trellis keeps what it does not model.</summary>
public static class CaseFields
{
    /// <summary>In a statement's extensions: the isChildOf association that gives it its place, without its two ends.</summary>
    public const string Placement = "trellis:placement";

    /// <summary>In a version's extensions: the CFDocument as it came.</summary>
    public const string Document = "CFDocument";

    /// <summary>In the extensions of a link: what an end says beside its identifier, address and title.</summary>
    public const string Origin = "originNodeURI";

    public const string Destination = "destinationNodeURI";

    /// <summary>In the extensions of a package, an item, an association or a document: what Trellis knows and CASE has no field for.</summary>
    public const string Trellis = "trellis";

    /// <summary>In Trellis's own part of an association's extensions, that the document is the one place of a statement with other parents too.</summary>
    public const string Place = "place";

    /// <summary>The types of association that CASE 1.1 knows.</summary>
    public static IReadOnlyList<string> AssociationTypes => AssociationType.Known;
}
