namespace Trellis.Interop.Case;

/// <summary>Names that CASE gives to things, and the names under which Trellis keeps what it does not model.</summary>
public static class CaseFields
{
    public const string IsChildOf = "isChildOf";

    /// <summary>In a statement's extensions: the isChildOf association that gives it its place, without its two ends.</summary>
    public const string Placement = "trellis:placement";

    /// <summary>In a version's extensions: the CFDocument as it came.</summary>
    public const string Document = "CFDocument";

    /// <summary>In the extensions of a link: what an end says beside its identifier, address and title.</summary>
    public const string Origin = "originNodeURI";

    public const string Destination = "destinationNodeURI";

    private static readonly Dictionary<string, string> s_types = new[]
    {
        IsChildOf, "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf",
    }.ToDictionary(t => t, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of an association as CASE spells it; a type that CASE does not know gets the prefix for such; null where it has no letter.</summary>
    public static string? TypeOf(string written)
    {
        var solid = string.Concat(written.Where(c => !char.IsWhiteSpace(c)));
        if (s_types.TryGetValue(solid, out var known))
            return known;
        var name = written.StartsWith("ext:", StringComparison.Ordinal) ? written[4..] : written;
        var letters = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
        return letters.Length == 0 ? null : "ext:" + letters;
    }

    /// <summary>Whether only CASE 1.1 has this type.</summary>
    public static bool IsNew(string type) => type == "isTranslationOf" || type.StartsWith("ext:", StringComparison.Ordinal);
}
