using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>Where a link is told: at a statement (or at the framework, where neither end is one), by a property, or only among what is our own.</summary>
internal readonly record struct CtdlTold(Alignment Link, Guid? Near, string? Property = null, string? Address = null);

/// <summary>
/// Chooses for every link the property that says the same or, where there is none, something weaker that is true. docs/decisions/0005-ctdl.md
/// has the table.
/// </summary>
internal sealed class CtdlLinkPlan(CtdlAddresses addresses, CtdlShape shape)
{
    private static readonly Dictionary<string, (string Property, bool IsReversed)> s_competencies = new()
    {
        ["exactMatchOf"] = ("exactAlignment", false),
        ["isTranslationOf"] = ("exactAlignment", false),
        ["isRelatedTo"] = ("alignTo", false),
        ["isPeerOf"] = ("alignTo", false),
        ["isPartOf"] = ("comprisedOf", true),
        ["precedes"] = ("prerequisiteAlignment", true),
        ["replacedBy"] = ("isVersionOf", true),
        ["hasSkillLevel"] = ("complexityLevel", false),
    };

    private static readonly Dictionary<string, (string Property, bool IsReversed)> s_concepts = new()
    {
        ["exactMatchOf"] = ("exactMatch", false),
        ["isTranslationOf"] = ("exactMatch", false),
        ["isRelatedTo"] = ("related", false),
        ["isPeerOf"] = ("related", false),
        ["precedes"] = ("precedes", false),
    };

    public CtdlTold For(Alignment link)
    {
        var (origin, destination) = (addresses.Inside(link.Origin), addresses.Inside(link.Destination));
        var (property, isReversed) = Stated(link) ?? Usual(link);
        var (near, far) = isReversed ? (destination, link.Origin) : (origin, link.Destination);
        var address = property is null || near is null ? null : addresses.Of(far);
        if (address is null || (IsOfTree(property!) && (addresses.IsFramework(far) || addresses.Inside(far) == near)))
            return new(link, origin ?? destination);
        return new(link, near, property, address);
    }

    public string Down => shape.Down;

    private bool IsOfTree(string property) => property == shape.Up || property == shape.Down;

    /// <summary>What reading the property again makes of it.</summary>
    public CtdlLink Meaning(string property) => property == shape.Up ? CtdlFields.ChildOf
        : property == shape.Down ? CtdlFields.HasChild
        : CtdlFields.Links[CtdlFields.Local(property)];

    /// <summary>The property that stated the link where it came from, as the context spells it.</summary>
    private (string? Property, bool IsReversed)? Stated(Alignment link)
    {
        if (link.Extensions is not { } extensions || !extensions.Contains(CtdlFields.Property, StringComparison.Ordinal))
            return null;
        using var source = JsonDocument.Parse(extensions);
        if (!source.RootElement.TryGetProperty(CtdlFields.Property, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        var property = CtdlFields.Local(JsonStrings.Of(value));
        if (link.Type == CtdlFields.ChildOf.Type)
            return property == CtdlFields.Local(shape.Down) ? (shape.Down, true) : (shape.Up, false);
        return CtdlFields.Links.TryGetValue(property, out var known) && known.Type == link.Type && CtdlTerms.Full(property) is { } term ? (term, known.IsReversed) : null;
    }

    private (string? Property, bool IsReversed) Usual(Alignment link)
    {
        if (link.Type == CtdlFields.ChildOf.Type)
            return (shape.Up, false);
        if ((shape.IsCompetencies ? s_competencies : s_concepts).TryGetValue(link.Type, out var usual))
            return (CtdlTerms.Full(usual.Property), usual.IsReversed);
        var name = link.Type[(link.Type.LastIndexOf('.') + 1)..];
        if (CtdlFields.Links.TryGetValue(name, out var own) && own.Type == link.Type && CtdlTerms.Full(name) is { } term)
            return (term, own.IsReversed);
        return AssociationType.IsExtension(link.Type) && shape.IsCompetencies ? ("ceasn:alignTo", false) : (null, false);
    }
}
