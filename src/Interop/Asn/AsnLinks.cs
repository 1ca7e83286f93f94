using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Asn;

/// <summary>What a linking predicate means; a reversed one is stated at the far end.</summary>
internal sealed record AsnLink(string Type, bool IsReversed = false);

/// <summary>Turns the linking predicates of statements into links.</summary>
internal sealed class AsnLinks(Framework framework, AsnResource root, IReadOnlyDictionary<string, AsnStatement> statements)
{
    private static readonly Dictionary<string, AsnLink> s_predicates = new()
    {
        ["exactMatch"] = new("exactMatchOf"),
        ["exactAlignment"] = new("exactMatchOf"),
        ["alignTo"] = new("isRelatedTo"),
        ["relatedMatch"] = new("isRelatedTo"),
        ["crossSubjectReference"] = new("isRelatedTo"),
        ["prerequisiteAlignment"] = new("precedes", IsReversed: true),
        ["closeMatch"] = new("ext:asn.closeMatch"),
        ["broadMatch"] = new("ext:asn.broadMatch"),
        ["narrowMatch"] = new("ext:asn.narrowMatch"),
        ["broadAlignment"] = new("ext:asn.broadAlignment"),
        ["narrowAlignment"] = new("ext:asn.narrowAlignment"),
        ["majorAlignment"] = new("ext:asn.majorAlignment"),
        ["minorAlignment"] = new("ext:asn.minorAlignment"),
        ["alignFrom"] = new("ext:asn.alignFrom"),
        ["derivedFrom"] = new("ext:asn.derivedFrom"),
        ["comprisedOf"] = new("ext:asn.comprisedOf"),
    };

    public IEnumerable<Alignment> Of(AsnStatement statement)
    {
        foreach (var (name, link) in s_predicates)
        {
            foreach (var address in statement.Resource.Get(name).Select(v => v.Value).Where(v => v.Length > 0).Distinct())
                yield return Link(framework, statement, name, link, End(address, root, statements));
            statement.Resource.Take(name);
        }
    }

    public static Alignment Link(Framework framework, AsnStatement from, string name, AsnLink link, NodeRef far)
    {
        var near = NodeRef.Statement(from.Statement.Id) with { Uri = from.Statement.Uri };
        var key = from.Resource.KeyOf(name);
        return new()
        {
            Id = NameBasedId.Of(framework.Id, $"{from.Statement.Id}|{key}|{far.Uri}"),
            Type = link.Type,
            Origin = link.IsReversed ? far : near,
            Destination = link.IsReversed ? near : far,
            Author = framework.Publisher.Length > 0 ? framework.Publisher : null,
            ChangedAt = from.Statement.ChangedAt,
            Extensions = $"{{\"trellis:property\":{JsonSerializer.Serialize(key, TextJson.Options)}}}",
        };
    }

    /// <summary>
    /// The far end of a link: a UUID where the address is one (the standards' own identifiers) or where a statement of such a
    /// document would get one from it, otherwise the address.
    /// </summary>
    public static NodeRef End(string address, AsnResource root, IReadOnlyDictionary<string, AsnStatement> statements)
    {
        if (statements.TryGetValue(address, out var known))
            return NodeRef.Statement(known.Statement.Id) with { Uri = address };
        if (address.StartsWith("urn:guid:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase))
            return Guid.TryParse(address[9..], out var id) ? NodeRef.Statement(id) with { Uri = address } : new(address, address);
        var folder = root.Address[..(root.Address.LastIndexOf('/') + 1)];
        return folder.Length > 0 && address.StartsWith(folder, StringComparison.Ordinal)
            ? NodeRef.Statement(NameBasedId.Of(NameBasedId.UrlNamespace, address)) with { Uri = address }
            : new(address, address);
    }
}
