using System.Buffers;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Objects of CASE that stand alone: they say of which document, or in which package, they are.</summary>
public static class CaseObjects
{
    public static byte[] Document(Model model, CaseTarget target)
    {
        var writer = new CaseDocumentWriter(target.Addresses, target.Edition);
        var document = Write(json => writer.Write(json, model, CaseSource.Of(model.Version).Document));
        var link = writer.Link(model) with { Uri = $"{target.Addresses.Base}{target.Edition.Path}/CFPackages/{CaseAddresses.Text(model.Framework.Id)}" };
        return [.. document.AsSpan(0, document.Length - 1), .. Member("CFPackageURI", link, target)];
    }

    /// <summary>What follows an item or association of a package where it stands alone, the closing brace included.</summary>
    public static byte[] OfDocument(Model model, CaseTarget target) =>
        Member("CFDocumentURI", new CaseDocumentWriter(target.Addresses, target.Edition).Link(model), target);

    /// <summary>The identifier of the association that gives a statement its place.</summary>
    public static Guid PlaceId(Guid framework, Statement statement) => CaseAssociationWriter.PlaceId(framework, statement);

    /// <summary>The identifier of an object by its bytes.</summary>
    public static Guid Identifier(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return json.RootElement.GetProperty("identifier").GetGuid();
    }

    /// <summary>An object with the chosen of its members.</summary>
    public static byte[] Choose(JsonElement content, IReadOnlyList<string> fields) => Write(json =>
    {
        json.WriteStartObject();
        foreach (var member in content.EnumerateObject().Where(m => fields.Contains(m.Name)))
            member.WriteTo(json);
        json.WriteEndObject();
    });

    private static byte[] Member(string name, CaseReference link, CaseTarget target)
    {
        var holder = new CaseObject(new("", new CaseField(name, CaseValue.Nested) { Class = CaseClasses.Link }), target.Edition);
        holder.Set(name, link);
        var bytes = Write(holder.Write);
        bytes[0] = (byte)',';
        return bytes;
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = TextJson.Options.Encoder }))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
