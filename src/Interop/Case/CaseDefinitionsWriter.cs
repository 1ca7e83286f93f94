using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Interop.Case;

/// <summary>
/// Writes the definitions and rubrics that came with a framework. What the standard requires and the source left out is made from
/// what is known (identifier, address, date) or goes out empty; no words are made up.
/// </summary>
internal sealed class CaseDefinitionsWriter(CaseAddresses addresses, CaseEdition edition, Guid framework, DateTimeOffset changedAt)
{
    /// <summary>The collections under which resources are served, by class.</summary>
    private static readonly Dictionary<CaseClass, string> Collections = new(ReferenceEqualityComparer.Instance as IEqualityComparer<CaseClass>)
    {
        [CaseClasses.Concept] = "CFConcepts",
        [CaseClasses.Subject] = "CFSubjects",
        [CaseClasses.License] = "CFLicenses",
        [CaseClasses.ItemType] = "CFItemTypes",
        [CaseClasses.Grouping] = "CFAssociationGroupings",
        [CaseClasses.Rubric] = "CFRubrics",
        [CaseClasses.RubricCriterion] = "CFRubricCriteria",
        [CaseClasses.RubricLevel] = "CFRubricCriterionLevels",
    };

    /// <summary>The identifier under which the resource goes out.</summary>
    public Guid Identifier(CaseClass type, JsonElement source, int rank) => Identifier(CaseRaw.Members(source), type, rank);

    /// <summary>Writes one resource as its source gave it; <paramref name="rank"/> tells it apart where it has no identifier.</summary>
    public void Write(Utf8JsonWriter json, CaseClass type, JsonElement source, int rank)
    {
        var target = new CaseObject(type, edition);
        var members = CaseRaw.Members(source);
        var id = Identifier(members, type, rank);
        target.Set("identifier", CaseAddresses.Text(id));
        target.Set("uri", Text(members, "uri") is { } uri && CaseAddresses.IsAddress(uri) ? uri : addresses.Of(Collections[type], id));
        var date = Text(members, "lastChangeDateTime") is { } text ? SourceDate.Read(text)?.At : null;
        target.Set("lastChangeDateTime", CaseText.Of(date ?? changedAt));
        var lists = type.Fields.Where(f => f is { IsList: true, Class.IsResource: true } && members.ContainsKey(f.Name)).ToList();
        target.Take(source, ["identifier", "uri", "lastChangeDateTime", .. lists.Select(f => f.Name)]);
        foreach (var field in type.Fields.Where(f => f is { IsRequired: true, Value: CaseValue.Text } && !target.Has(f.Name)))
            target.Set(field.Name, "");
        foreach (var field in lists)
            target.Set(field.Name, Nested(field.Class!, members[field.Name], $"{id} {field.Name}"));
        target.Write(json);
    }

    private Action<Utf8JsonWriter> Nested(CaseClass type, JsonElement list, string owner) => json =>
    {
        json.WriteStartArray();
        var rank = 0;
        foreach (var one in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
        {
            if (one.ValueKind == JsonValueKind.Object)
                new CaseDefinitionsWriter(addresses, edition, NameBasedId.Of(framework, owner), changedAt).Write(json, type, one, rank++);
        }
        json.WriteEndArray();
    };

    private Guid Identifier(Dictionary<string, JsonElement> members, CaseClass type, int rank)
    {
        var text = Text(members, "identifier");
        return text is null
            ? NameBasedId.Of(framework, string.Create(CultureInfo.InvariantCulture, $"{type.Name} {rank}"))
            : SourceId.Uuid(text) ?? NameBasedId.Of(framework, text);
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && JsonStrings.Of(value).Trim() is { Length: > 0 } text ? text : null;
}
