namespace Trellis.Interop;

/// <summary>The types that CASE gives to links between statements, which every format here comes down to.</summary>
internal static class AssociationType
{
    public const string IsChildOf = "isChildOf";

    /// <summary>The types of CASE 1.1.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        IsChildOf, "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf",
    ];

    /// <summary>What stands before a name that is none of CASE's own.</summary>
    public const string Prefix = "ext:";

    private static readonly Dictionary<string, string> ByName = Known.ToDictionary(t => t, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of an association as CASE spells it; a type that CASE does not know gets the prefix for such; null where it has no letter.</summary>
    public static string? Of(string written)
    {
        if (ByName.TryGetValue(string.Concat(written.Where(c => !char.IsWhiteSpace(c))), out var known))
            return known;
        var name = written.StartsWith(Prefix, StringComparison.Ordinal) ? written[Prefix.Length..] : written;
        var letters = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
        return letters.Length == 0 ? null : Prefix + letters;
    }

    /// <summary>Whether the type is none of CASE's own.</summary>
    public static bool IsExtension(string type) => type.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether only CASE 1.1 has this type.</summary>
    public static bool IsNew(string type) => type == "isTranslationOf" || IsExtension(type);
}
