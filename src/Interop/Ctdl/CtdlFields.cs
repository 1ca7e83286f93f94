namespace Trellis.Interop.Ctdl;

/// <summary>Terms of CTDL-ASN by their name without prefix, and the names under which Trellis keeps what it does not model.</summary>
public static class CtdlFields
{
    /// <summary>In the extensions of a link: the property that stated it, as it was written.</summary>
    public const string Property = "trellis:property";

    /// <summary>In the extensions of a link: what the property held, where that was more than an address.</summary>
    public const string Value = "trellis:value";

    /// <summary>In a version's extensions: the framework's own node, the file's context and address, and nodes that are no statements.</summary>
    public const string Framework = "framework";

    public const string Nodes = "nodes";

    /// <summary>In a version's extensions: the address of the graph, and the number under which it came.</summary>
    public const string Graph = "@id";

    public const string Version = "version";

    /// <summary>The member of a node that holds, as a JSON literal, what Trellis knows and no term is for. An absolute name needs no context.</summary>
    public const string Own = "urn:x-trellis:model";

    /// <summary>In our own member: what a source said in terms or values that the context does not take.</summary>
    public const string Extensions = "extensions";

    /// <summary>In the framework's own member: what was kept beside its node.</summary>
    public const string Beside = "beside";

    /// <summary>In our own member: links that their property and address alone do not tell whole.</summary>
    public const string Whole = "links";

    /// <summary>Properties that link a statement to another node, with the association type that says the same.</summary>
    public static IReadOnlyDictionary<string, CtdlLink> Links { get; } = new Dictionary<string, CtdlLink>
    {
        ["exactAlignment"] = new("exactMatchOf"),
        ["exactMatch"] = new("exactMatchOf"),
        ["alignTo"] = new("isRelatedTo"),
        ["crossSubjectReference"] = new("isRelatedTo"),
        ["related"] = new("isRelatedTo"),
        ["precedes"] = new("precedes"),
        ["precededBy"] = new("precedes", IsReversed: true),
        ["prerequisiteAlignment"] = new("precedes", IsReversed: true),
        ["complexityLevel"] = new("hasSkillLevel"),
        ["hasProgressionLevel"] = new("hasSkillLevel"),
        ["broadAlignment"] = CtdlLink.Own("broadAlignment"),
        ["narrowAlignment"] = CtdlLink.Own("narrowAlignment"),
        ["broadMatch"] = CtdlLink.Own("broadMatch"),
        ["narrowMatch"] = CtdlLink.Own("narrowMatch"),
        ["closeMatch"] = CtdlLink.Own("closeMatch"),
        ["majorAlignment"] = CtdlLink.Own("majorAlignment"),
        ["minorAlignment"] = CtdlLink.Own("minorAlignment"),
        ["alignFrom"] = CtdlLink.Own("alignFrom"),
        ["derivedFrom"] = CtdlLink.Own("derivedFrom"),
        ["comprisedOf"] = CtdlLink.Own("comprisedOf"),
        ["isVersionOf"] = CtdlLink.Own("isVersionOf"),
        ["inferredCompetency"] = CtdlLink.Own("inferredCompetency"),
        ["skillEmbodied"] = CtdlLink.Own("skillEmbodied"),
        ["knowledgeEmbodied"] = CtdlLink.Own("knowledgeEmbodied"),
        ["abilityEmbodied"] = CtdlLink.Own("abilityEmbodied"),
        ["taskEmbodied"] = CtdlLink.Own("taskEmbodied"),
        ["substantialAlignment"] = CtdlLink.Own("substantialAlignment"),
    };

    /// <summary>A parent named by its child, and a child named by its parent.</summary>
    public static CtdlLink ChildOf { get; } = new("isChildOf");

    public static CtdlLink HasChild { get; } = new("isChildOf", IsReversed: true);

    /// <summary>A term without its prefix or namespace.</summary>
    public static string Local(string term) => term[(term.LastIndexOfAny([':', '/', '#']) + 1)..];
}

/// <summary>What a linking property means. A reversed one is stated at the far end: "A has the prerequisite B" is "B precedes A".</summary>
public sealed record CtdlLink(string Type, bool IsReversed = false)
{
    public static CtdlLink Own(string property) => new("ext:ceasn." + property);
}
