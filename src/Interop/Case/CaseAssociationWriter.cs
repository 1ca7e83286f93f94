using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>A statement as the far end of an isChildOf association.</summary>
internal readonly record struct CaseParent(Guid Id, string Title, string Uri);

/// <summary>
/// Writes links, and the place of every statement in the tree, as CFAssociations. Where a publisher gave numbers to some places only,
/// <paramref name="isNumbered"/> says not to add any: a number among siblings without one would change their order.
/// </summary>
internal sealed class CaseAssociationWriter(Guid framework, CaseTarget target, bool isNumbered)
{
    private readonly CaseObject _association = new(CaseClasses.PackageAssociation, target.Edition);

    /// <summary>The identifier of the association that gives a statement its place.</summary>
    public static Guid PlaceId(Guid framework, Statement statement) =>
        statement.Extensions is { } extensions && extensions.Contains(CaseFields.Placement, StringComparison.Ordinal)
            && Came(extensions) is { } id ? id : OwnPlaceId(framework, statement);

    /// <summary>
    /// Writes the isChildOf association of a statement: the one that came with it, or our own in the order of the tree. Readers take
    /// a statement for the place before the document, so one at the top that has other parents too is said to stand there. Gives its identifier.
    /// </summary>
    public Guid WritePlace(Utf8JsonWriter json, Statement statement, string uri, CaseParent parent, bool hasOthers)
    {
        using var source = statement.Extensions is { } extensions ? JsonDocument.Parse(extensions) : null;
        var came = source is not null && source.RootElement.TryGetProperty(CaseFields.Placement, out var place) ? place : default;
        var members = came.ValueKind == JsonValueKind.Object ? CaseRaw.Members(came) : [];
        var id = members.Count > 0 ? came.GetProperty("identifier").GetGuid() : OwnPlaceId(framework, statement);
        _association.Clear();
        _association.Set("identifier", CaseAddresses.Text(id));
        _association.Set("associationType", AssociationType.IsChildOf);
        _association.Set("sequenceNumber", members.Count == 0 && isNumbered ? statement.Position + 1 : null);
        _association.Set("uri", Text("uri") is { } given && CaseAddresses.IsAddress(given) ? given : target.Addresses.Of("CFAssociations", id));
        _association.Set("originNodeURI", new CaseReference(
            Text("originTitle") ?? Title(statement), CaseAddresses.Text(statement.Id), Address("originUri", uri), Target(members, CaseFields.Origin)));
        _association.Set("destinationNodeURI", new CaseReference(
            Text("destinationTitle") ?? parent.Title, CaseAddresses.Text(parent.Id), Address("destinationUri", parent.Uri), Target(members, CaseFields.Destination)));
        _association.Set("lastChangeDateTime", members.Count == 0 ? CaseText.Of(statement.ChangedAt) : CaseText.Of(came.GetProperty("lastChangeDateTime").GetDateTimeOffset()));
        if (members.Count > 0)
            _association.Take(came, Placed);
        TakeEnds(members);
        if (hasOthers && statement.ParentId is null)
            _association.Extend(CaseFields.Trellis, (Action<Utf8JsonWriter>)WriteFinal);
        _association.Write(json);
        return id;

        string? Text(string name) => members.TryGetValue(name, out var value) ? JsonStrings.Of(value) : null;
        string Address(string name, string otherwise) => Text(name) is { } address && CaseAddresses.IsAddress(address) ? address : otherwise;
    }

    /// <summary>Writes a link as it is stored. Types that 1.0 has no word for go out there as the weaker isRelatedTo, which is true of them.</summary>
    public void Write(Utf8JsonWriter json, Alignment link, Func<NodeRef, (string? Title, string? Uri)> known)
    {
        using var source = link.Extensions is { } extensions ? JsonDocument.Parse(extensions) : null;
        var members = source is null ? [] : CaseRaw.Members(source.RootElement);
        _association.Clear();
        _association.Set("identifier", CaseAddresses.Text(link.Id));
        _association.Set("associationType", target.Edition.IsNew || !AssociationType.IsNew(link.Type) ? link.Type : "isRelatedTo");
        _association.Set("sequenceNumber", link.Sequence);
        _association.Set("uri", CaseAddresses.IsAddress(link.Uri) ? link.Uri : target.Addresses.Of("CFAssociations", link.Id));
        _association.Set("originNodeURI", End(link.Origin, known, Target(members, CaseFields.Origin)));
        _association.Set("destinationNodeURI", End(link.Destination, known, Target(members, CaseFields.Destination)));
        _association.Set("lastChangeDateTime", CaseText.Of(link.ChangedAt));
        _association.Set("notes", link.Notes);
        if (source is not null)
            _association.Take(source.RootElement, CaseFields.Origin, CaseFields.Destination);
        TakeEnds(members);
        if (CaseTrellis.Of(link) is { } own)
            _association.Extend(CaseFields.Trellis, own);
        _association.Write(json);
    }

    public static string Title(Statement statement)
    {
        var text = statement.Label ?? statement.Text;
        return statement is { Label: null, Notation: { Length: > 0 } notation } ? notation : CaseText.Title(text.In("en"));
    }

    private static readonly string[] Placed =
        ["identifier", "uri", "lastChangeDateTime", "originTitle", "originUri", "destinationTitle", "destinationUri", CaseFields.Origin, CaseFields.Destination];

    private static void WriteFinal(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(CaseFields.Place, "document");
        json.WriteEndObject();
    }

    private static Guid OwnPlaceId(Guid framework, Statement statement) => NameBasedId.Of(
        framework, string.Create(CultureInfo.InvariantCulture, $"{statement.Id} isChildOf {statement.ParentId ?? framework}"));

    private static Guid? Came(string extensions)
    {
        using var source = JsonDocument.Parse(extensions);
        return source.RootElement.TryGetProperty(CaseFields.Placement, out var place) ? place.GetProperty("identifier").GetGuid() : null;
    }

    private CaseReference End(NodeRef node, Func<NodeRef, (string? Title, string? Uri)> known, string? targetType)
    {
        var (title, uri) = node is { Title: not null, Uri: not null } ? default : known(node);
        var id = SourceId.Uuid(node.Id) is { } uuid ? CaseAddresses.Text(uuid) : node.Id;
        return new(node.Title ?? title ?? node.Id, id, CaseAddresses.IsAddress(node.Uri) ? node.Uri! : uri ?? target.Addresses.Of(node), targetType ?? CaseTrellis.TargetType(node));
    }

    private static string? Target(Dictionary<string, JsonElement> members, string end) =>
        members.TryGetValue(end, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("targetType", out var type)
            && CaseRaw.Fits(type, CaseClasses.NodeLink.Find("targetType")!) ? JsonStrings.Of(type) : null;

    /// <summary>What an end says beside its fields has no place in CASE but the extensions of the association.</summary>
    private void TakeEnds(Dictionary<string, JsonElement> members)
    {
        foreach (var end in new[] { CaseFields.Origin, CaseFields.Destination })
        {
            if (!members.TryGetValue(end, out var value) || value.ValueKind != JsonValueKind.Object)
                continue;
            var rest = CaseRaw.Members(value);
            if (Target(members, end) is not null)
                rest.Remove("targetType");
            if (rest.Count > 0)
                _association.Extend(end, value);
        }
    }
}
