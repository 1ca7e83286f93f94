using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>Writes what follows upon the lists of a package: definitions, rubrics, and what is no part of CASE.</summary>
internal sealed class CaseTail(Utf8JsonWriter json, Model model, CaseTarget target, CaseSource source)
{
    /// <summary>Objects and where each begins and ends, counted from the start of what this writes.</summary>
    public List<(CaseKind Kind, Guid Id, long Start, long End)> Places { get; } = [];

    /// <summary>Writes the tail as an object of its own.</summary>
    public void Write(CaseItemTypes types)
    {
        json.WriteStartObject();
        WriteDefinitions(types);
        if (target.Edition.IsNew)
            source.WriteRest(json);
        json.WriteEndObject();
    }

    private long Position => json.BytesCommitted + json.BytesPending;

    private void WriteDefinitions(CaseItemTypes types)
    {
        var writer = new CaseDefinitionsWriter(target.Addresses, target.Edition, model.Framework.Id, model.Version.ChangedAt);
        if (source.HasDefinitions || types.All.Any())
        {
            json.WriteStartObject("CFDefinitions"u8);
            foreach (var field in CaseClasses.Definitions.Fields.Where(f => f.IsList))
                WriteList(writer, field, source.Definitions(field.Name));
            WriteTypes(types);
            if (target.Edition.IsNew)
                source.WriteRestOfDefinitions(json);
            json.WriteEndObject();
        }
        WriteList(writer, CaseClasses.Package.Find("CFRubrics")!, source.Rubrics);
    }

    private void WriteList(CaseDefinitionsWriter writer, CaseField field, IReadOnlyList<JsonElement> list)
    {
        if (list.Count == 0)
            return;
        var kind = Enum.Parse<CaseKind>(field.Name);
        json.WriteStartArray(field.Utf8Name);
        for (var i = 0; i < list.Count; i++)
            Mark(kind, writer.Identifier(field.Class!, list[i], i), isFirst: i == 0, () => writer.Write(json, field.Class!, list[i], i));
        json.WriteEndArray();
    }

    private void WriteTypes(CaseItemTypes types)
    {
        if (!types.All.Any())
            return;
        var isFirst = true;
        json.WriteStartArray("CFItemTypes"u8);
        foreach (var (link, code) in types.All)
        {
            var type = new CaseObject(CaseClasses.ItemType, target.Edition);
            type.Set("identifier", link.Id);
            type.Set("uri", link.Uri);
            type.Set("title", link.Title);
            type.Set("description", link.Title);
            type.Set("hierarchyCode", code);
            type.Set("lastChangeDateTime", CaseText.Of(model.Version.ChangedAt));
            Mark(CaseKind.CFItemTypes, Guid.Parse(link.Id), isFirst, () => type.Write(json));
            isFirst = false;
        }
        json.WriteEndArray();
    }

    /// <summary>Notes where an object begins and ends; a comma stands before all but the first of a list.</summary>
    private void Mark(CaseKind kind, Guid id, bool isFirst, Action write)
    {
        var start = Position + (isFirst ? 0 : 1);
        write();
        Places.Add((kind, id, start, Position));
    }
}
