using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>The links that are told at one node: addresses by property, and whole those of which property and address do not tell everything.</summary>
internal sealed class CtdlOutLinks(Framework framework, CtdlAddresses addresses, CtdlLinkPlan plan)
{
    private readonly Dictionary<string, List<string>> _addresses = [];
    private readonly List<CtdlTold> _whole = [];

    public void Take(Statement? near, IEnumerable<CtdlTold> links)
    {
        foreach (var group in links.GroupBy(l => (l.Property, l.Address)))
        {
            if (group.Key is ({ } property, { } address))
            {
                if (!_addresses.TryGetValue(property, out var list))
                    _addresses[property] = list = [];
                list.Add(address);
            }
            if (group.Count() > 1 || near is null || !IsTold(group.First(), near))
                _whole.AddRange(group);
        }
    }

    /// <summary>The addresses under a property, which are then told.</summary>
    public IReadOnlyList<string> Pop(string property) => _addresses.Remove(property, out var list) ? list : [];

    public void WriteTo(CtdlObject node)
    {
        foreach (var (property, list) in _addresses.OrderBy(a => a.Key, StringComparer.Ordinal))
            node.Set(property, list);
        if (_whole.Count > 0)
            node.Own(CtdlFields.Whole, WriteWhole);
    }

    /// <summary>Whether reading the address under the property gives this very link again.</summary>
    private bool IsTold(CtdlTold told, Statement near)
    {
        if (told is not { Link: var link, Property: { } property, Address: { } address })
            return false;
        var meaning = plan.Meaning(property);
        var (self, far) = meaning.IsReversed ? (link.Destination, link.Origin) : (link.Origin, link.Destination);
        // Whether a reader makes a link of a child that a parent lists depends on what the child says.
        if (property == plan.Down && addresses.Inside(far) is not null)
            return false;
        return link.Type == meaning.Type
            && link.Id == NameBasedId.Of(framework.Id, string.Create(CultureInfo.InvariantCulture, $"{near.Id}|{property}|{address}"))
            && link.Author == (framework.Publisher.Length > 0 ? framework.Publisher : null)
            && link.ChangedAt == near.ChangedAt
            && link is { Sequence: null, Weight: null, Evidence: null, Notes: null, Uri: null }
            && link.Extensions == CtdlLinks.Extensions(property, null)
            && IsPlain(self, addresses[near.Id])
            && IsFar(far, address);
    }

    private bool IsFar(NodeRef far, string address)
    {
        if (addresses.Inside(far) is not null || addresses.IsFramework(far))
            return IsPlain(far, address);
        return far == CtdlLinks.Outside(address, null);
    }

    private static bool IsPlain(NodeRef node, string address) => node is { Title: null, Scheme: null } && (node.Uri is null || node.Uri == address);

    private void WriteWhole(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var told in _whole.OrderBy(l => l.Property ?? "", StringComparer.Ordinal).ThenBy(l => l.Address ?? "", StringComparer.Ordinal).ThenBy(l => l.Link.Id))
            CtdlWholeLink.Write(json, told);
        json.WriteEndArray();
    }
}
