using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.OpenSalt;

/// <summary>An isChildOf association from one statement of the workbook to another or, without a parent, to its document.</summary>
internal sealed record OpenSaltEdge(Alignment Link, OpenSaltItem Child, OpenSaltItem? Parent, string Where);

/// <summary>Reads the sheet of associations; each row becomes a link, and an isChildOf between statements also a candidate for a place in the tree.</summary>
internal sealed class OpenSaltAssociations(Framework framework, FrameworkVersion version, OpenSaltItems items, ImportReport report)
{
    private readonly HashSet<Guid> _ids = [];
    private readonly string _document = framework.Id.ToString("D");

    public List<Alignment> Links { get; } = [];

    public List<OpenSaltEdge> Edges { get; } = [];

    public void Take(SheetTable table, SheetRow row)
    {
        report.Associations++;
        if (!table.IsSound(row) || Type(table, row) is not { } type
            || End(table, row, "originNode") is not { } origin || End(table, row, "destinationNode") is not { } destination)
        {
            return;
        }
        if (type == AssociationType.IsChildOf && origin.Id == destination.Id)
        {
            report.Add(Problem.Rejected("own-parent", table.Where(row, "destinationNodeIdentifier"), "A statement cannot be a child of itself."));
            return;
        }
        var kept = table.Kept(row, "associationGroupIdentifier", "associationGroupName");
        if (Id(table, row, kept, $"{origin.Id}|{type}|{destination.Id}") is not { } id)
            return;
        KeepAddress(table, row, "originNodeUri", origin, kept);
        KeepAddress(table, row, "destinationNodeUri", destination, kept);
        var link = new Alignment { Id = id, Type = type, Origin = origin, Destination = destination, ChangedAt = version.ChangedAt, Extensions = SheetTable.Json(kept) };
        Links.Add(link);
        if (type == AssociationType.IsChildOf && Known(origin) is { } child && (Known(destination) is { } || destination.Id == _document))
            Edges.Add(new(link, child, Known(destination), table.Where(row, "destinationNodeIdentifier")));
    }

    private OpenSaltItem? Known(NodeRef node) => SourceId.Uuid(node.Id) is { } id ? items.Find(id) : null;

    private string? Type(SheetTable table, SheetRow row)
    {
        if (table.Value(row, "associationType") is not { } written)
            return Missing(table, row, "associationType");
        var type = AssociationType.Of(written);
        if (type is null)
            report.Add(Problem.Rejected("unknown-type", table.Where(row, "associationType"), "{0} is no type of association.", written));
        else if (AssociationType.IsExtension(type) && type != written)
            report.Add(Problem.Repaired("unknown-type", table.Where(row, "associationType"), "CASE has no type of association called {0}; it was taken as {1}.", written, type));
        return type;
    }

    private string? Missing(SheetTable table, SheetRow row, string column)
    {
        report.Add(Problem.Rejected("missing-field", table.Where(row, column), "The required field {0} is missing or empty.", column));
        return null;
    }

    /// <summary>The node that an end names by its identifier, else by its code, else by its address.</summary>
    private NodeRef? End(SheetTable table, SheetRow row, string end)
    {
        var (code, address) = (table.Value(row, end + "HumanCodingScheme"), table.Value(row, end + "Uri"));
        var web = IsWeb(address) ? address : null;
        if (table.Value(row, end + "Identifier") is { } identifier)
            return ById(identifier, code, web);
        if (code is not null && items.FindByCode(code) is { } item)
            return NodeRef.Statement(item.Statement.Id) with { Uri = web };
        if (code is not null)
            report.Add(Problem.Noted("unknown-code", table.Where(row, end + "HumanCodingScheme"), "No single statement of the file has the code {0}; the link goes to the code itself.", code));
        if ((web ?? code ?? address) is { } name)
            return new(name, web, name == code ? null : code);
        Missing(table, row, end + "Identifier");
        return null;
    }

    private NodeRef ById(string identifier, string? code, string? web)
    {
        if (items.Find(items.Id(identifier)) is { } item)
            return NodeRef.Statement(item.Statement.Id) with { Uri = web, Title = code == item.Statement.Notation ? null : code };
        var id = OpenSaltDocument.IdOf(identifier) == framework.Id ? framework.Id : SourceId.Uuid(identifier);
        return new(id?.ToString("D") ?? identifier, web, code);
    }

    private Guid? Id(SheetTable table, SheetRow row, JsonObject kept, string ends)
    {
        var identifier = table.Value(row, "identifier");
        var id = identifier is null ? NameBasedId.Of(framework.Id, ends) : items.Id(identifier);
        if (!_ids.Add(id))
        {
            report.Add(identifier is null
                ? Problem.Rejected("duplicate-link", table.Where(row, "destinationNodeIdentifier"), "The link to {0} stands twice; the first one was taken.", ends[(ends.LastIndexOf('|') + 1)..])
                : Problem.Rejected("duplicate-id", table.Where(row, "identifier"), "The identifier {0} stands twice; the first one was kept.", identifier));
            return null;
        }
        if (identifier is not null && SourceId.Uuid(identifier) is null)
            kept["identifier"] = identifier;
        return id;
    }

    /// <summary>An address that only repeats the identifier, as OpenSALT writes it for its own items, says nothing.</summary>
    private static void KeepAddress(SheetTable table, SheetRow row, string column, NodeRef node, JsonObject kept)
    {
        if (table.Value(row, column) is { } address && address != node.Uri && address != node.Id && !address.Equals("local:" + node.Id, StringComparison.OrdinalIgnoreCase))
            kept[column] = address;
    }

    private static bool IsWeb(string? address) =>
        address is not null && (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal));
}
