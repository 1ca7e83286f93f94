using System.Globalization;
using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>Reads CFAssociations one by one; each becomes a link, and an isChildOf inside the package also a candidate for a place in the tree.</summary>
internal sealed class CaseAssociations(CaseRow row, CaseLink link, CaseDocument document, CaseNodes nodes)
{
    private readonly HashSet<Guid> _ids = [];

    public List<Alignment> Links { get; } = [];

    public List<CaseEdge> Edges { get; } = [];

    /// <summary>The first isChildOf of a statement to a parent that is not in the package, by row.</summary>
    public Dictionary<CaseNode, (int Row, Guid? Parent)> Dangling { get; } = [];

    /// <summary>Rows with an end that is not in the package, also where they were left out for another reason.</summary>
    public int External { get; private set; }

    public void Take(int index)
    {
        row.IsNew |= row.Has("extensions"u8) || row.Has("notes"u8);
        var id = row.Id("identifier"u8);
        var uri = row.Address();
        var type = Type();
        var origin = link.Take(row, CaseFields.Origin);
        var destination = link.Take(row, CaseFields.Destination);
        var at = row.Date("lastChangeDateTime"u8);
        if (!IsInside(origin) || !IsInside(destination))
            External++;
        if (!row.IsRejected && !_ids.Add(id))
            row.Reject("duplicate-id", "identifier"u8, "The identifier {0} stands twice; the first one was kept.", id.ToString());
        if (!row.IsRejected && type == AssociationType.IsChildOf && origin.Node.Id == destination.Node.Id && (destination.Known is not null || !nodes.IsDocument(destination.Node)))
            row.Reject("own-parent", "destinationNodeURI"u8, "A statement cannot be a child of itself.");
        if (row.IsRejected)
            return;
        var (rank, sequence) = Sequence();
        var alignment = new Alignment
        {
            Id = id,
            Type = type!,
            Origin = origin.Node,
            Destination = destination.Node,
            Sequence = sequence,
            Notes = row.Optional("notes"u8),
            Uri = uri,
            ChangedAt = at,
        };
        row.TakeDocumentLink(document);
        (var own, alignment.Extensions) = CaseTrellisReader.Split(Extensions(origin.Rest, destination.Rest));
        (alignment.Weight, alignment.Author, alignment.Evidence) = (own.Number("weight"), own.Text("author"), own.Text("evidence"));
        Links.Add(alignment);
        if (type == AssociationType.IsChildOf)
            Place(new(index, alignment, origin.Known!, destination.Known, rank) { IsFinal = own.Text(CaseFields.Place) is not null });
    }

    private bool IsInside(CaseEnd end) => end.Known is not null || nodes.IsDocument(end.Node)
        || (Guid.TryParse(end.Node.Id, out var id) && nodes.LeftOut.ContainsKey(id));

    private string? Type()
    {
        var value = row.Take("associationType"u8);
        if (row.Required("associationType"u8) is not { } written)
            return null;
        var type = AssociationType.Of(written);
        if (type is null)
        {
            row.Reject("unknown-type", "associationType"u8, "{0} is no type of association.", written);
            return null;
        }
        row.IsNew |= AssociationType.IsNew(type);
        if (type == written)
            return type;
        row.Leave(value!.Value);
        row.Repair("unknown-type", "associationType"u8, "CASE has no type of association called {0}; it was taken as {1}.", written, type);
        return type;
    }

    private (double? Rank, int? Sequence) Sequence()
    {
        if (row.Take("sequenceNumber"u8) is not { } value)
            return default;
        var text = row.Text(value);
        if (value.Type == JsonTokenType.Number && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return (whole, whole);
        row.Leave(value);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            row.Repair("bad-sequence", "sequenceNumber"u8, "{0} is no number; it does not count for the order.", text);
            return default;
        }
        row.Repair("bad-sequence", "sequenceNumber"u8, "{0} should be a whole number; it was used for the order only.", text);
        return (number, null);
    }

    private string? Extensions(string originRest, string destinationRest)
    {
        var rest = row.Rest();
        if (rest.Length + originRest.Length + destinationRest.Length == 0)
            return null;
        var parts = new List<string>(3) { rest };
        if (originRest.Length > 0)
            parts.Add($"\"{CaseFields.Origin}\":{{{originRest}}}");
        if (destinationRest.Length > 0)
            parts.Add($"\"{CaseFields.Destination}\":{{{destinationRest}}}");
        parts.RemoveAll(p => p.Length == 0);
        return $"{{{string.Join(',', parts)}}}";
    }

    private void Place(CaseEdge edge)
    {
        var (origin, destination) = (edge.Link.Origin, edge.Link.Destination);
        Guid? parentId = Guid.TryParse(destination.Id, out var id) ? id : null;
        if (edge.Child is null)
        {
            if (Guid.TryParse(origin.Id, out var left) && nodes.LeftOut.ContainsKey(left))
                nodes.LeftOut[left] ??= parentId;
        }
        else if (edge.Parent is not null || nodes.IsDocument(destination))
        {
            Edges.Add(edge);
        }
        else
        {
            Dangling.TryAdd(edge.Child, (edge.Row, parentId));
        }
    }
}
