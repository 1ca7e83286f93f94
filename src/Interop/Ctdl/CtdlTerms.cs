using System.Text.Json;

namespace Trellis.Interop.Ctdl;

/// <summary>How the context of CTDL-ASN takes the values of a term.</summary>
public enum CtdlValue
{
    /// <summary>A string is the address of something.</summary>
    Address,

    /// <summary>An object of texts by language.</summary>
    Text,

    /// <summary>A string, number or truth value stands for itself.</summary>
    Literal,
}

/// <summary>
/// The terms in which Trellis writes CTDL-ASN, as the published context defines them. What a source said in other terms, or in
/// values that a term does not take, would be lost or misread by those who expand the context; it goes out apart from them.
/// </summary>
public static class CtdlTerms
{
    /// <summary>The published address of the context. Nothing here ever fetches it.</summary>
    public const string Context = "https://credreg.net/ctdlasn/schema/context/json";

    /// <summary>The prefixes, in the order in which a name without one is looked for.</summary>
    private static readonly string[] Prefixes = ["ceasn:", "skos:", "asn:", "ceterms:"];

    public static IReadOnlyDictionary<string, CtdlValue> All { get; } = new (CtdlValue Value, string Names)[]
    {
        (CtdlValue.Address, """
            ceasn:abilityEmbodied ceasn:alignFrom ceasn:alignTo ceasn:broadAlignment ceasn:complexityLevel ceasn:comprisedOf ceasn:conceptTerm
            ceasn:creator ceasn:crossSubjectReference ceasn:derivedFrom ceasn:educationLevelType ceasn:exactAlignment ceasn:hasChild
            ceasn:hasTopChild ceasn:identifier ceasn:inferredCompetency ceasn:inProgressionModel ceasn:isChildOf ceasn:isPartOf ceasn:isTopChildOf
            ceasn:isVersionOf ceasn:knowledgeEmbodied ceasn:license ceasn:majorAlignment ceasn:minorAlignment ceasn:narrowAlignment
            ceasn:prerequisiteAlignment ceasn:publicationStatusType ceasn:publisher ceasn:rightsHolder ceasn:skillEmbodied ceasn:source
            ceasn:sourceDocumentation ceasn:substantiatingCompetencyFramework ceasn:substantiatingCredential ceasn:substantiatingJob
            ceasn:substantiatingOccupation ceasn:substantiatingOrganization ceasn:substantiatingResource ceasn:substantiatingTask
            ceasn:substantiatingWorkRole ceasn:taskEmbodied asn:hasProgressionLevel asn:hasProgressionModel skos:broader skos:broadMatch
            skos:closeMatch skos:exactMatch skos:hasTopConcept skos:inScheme skos:narrower skos:narrowMatch skos:related skos:topConceptOf
            ceterms:industryType ceterms:instructionalProgramType ceterms:latestVersion ceterms:nextVersion ceterms:occupationType ceterms:precededBy
            ceterms:precedes ceterms:previousVersion ceterms:sameAs ceterms:source ceterms:subjectWebpage ceterms:supersededBy ceterms:supersedes
            """),
        (CtdlValue.Text, """
            ceasn:comment ceasn:competencyCategory ceasn:competencyLabel ceasn:competencyText ceasn:conceptKeyword ceasn:description
            ceasn:localSubject ceasn:name ceasn:publisherName ceasn:rights ceasn:tableOfContents skos:altLabel skos:changeNote skos:definition
            skos:hiddenLabel skos:historyNote skos:note skos:prefLabel ceterms:alternateName ceterms:description ceterms:keyword ceterms:name
            """),
        (CtdlValue.Literal, """
            ceasn:altCodedNotation ceasn:author ceasn:codedNotation ceasn:dateCopyrighted ceasn:dateCreated ceasn:dateModified ceasn:dateValidFrom
            ceasn:dateValidUntil ceasn:inLanguage ceasn:listID ceasn:repositoryDate ceasn:shouldIndex ceasn:weight skos:notation ceterms:ctid
            ceterms:versionCode
            """),
    }.SelectMany(g => g.Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(n => (n, g.Value))).ToDictionary(t => t.n, t => t.Value);

    /// <summary>Whether a context, as JSON, is only the published one, however it is spelled.</summary>
    public static bool IsContext(string json) => json.EndsWith("credreg.net/ctdlasn/schema/context/json\"", StringComparison.Ordinal) && json.StartsWith("\"http", StringComparison.Ordinal);

    /// <summary>A term by its name without prefix; null where the context has none.</summary>
    public static string? Full(string local) => Prefixes.Select(p => p + local).FirstOrDefault(All.ContainsKey);

    /// <summary>Whether a value can go out under a term as it is.</summary>
    public static bool Fits(string term, JsonElement value) => All.TryGetValue(term, out var kind) && kind switch
    {
        CtdlValue.Text => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any() && value.EnumerateObject().All(IsTagged),
        CtdlValue.Address => Each(value, v => v.ValueKind == JsonValueKind.String && CtdlAddresses.IsAddress(JsonStrings.Of(v))),
        _ => Each(value, v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False),
    };

    private static bool IsTagged(JsonProperty text) => JsonStrings.NameOf(text).All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && Each(text.Value, v => v.ValueKind == JsonValueKind.String);

    private static bool Each(JsonElement value, Func<JsonElement, bool> fits) => value.ValueKind == JsonValueKind.Array
        ? value.GetArrayLength() > 0 && value.EnumerateArray().All(fits)
        : fits(value);
}
