using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>One end of an association: the node it names, the statement of the package that this is, and what else it says.</summary>
internal readonly record struct CaseEnd(NodeRef Node, CaseNode? Known, string Rest);

/// <summary>Reads the ends of associations.</summary>
internal sealed class CaseLink(CaseRow link, CaseNodes nodes)
{
    private static readonly CaseEnd s_none = new(new(""), null, "");

    public CaseEnd Take(CaseRow row, string field)
    {
        var name = field == CaseFields.Origin ? "originNodeURI"u8 : "destinationNodeURI"u8;
        var value = row.Take(name);
        if (value is { Type: JsonTokenType.StartObject } slice)
        {
            link.Read(slice, field, row);
            var end = Read();
            if (end is null)
                row.Reject("missing-field", name, "A link needs an identifier or a uri.");
            row.IsNew |= link.IsNew;
            return end ?? s_none;
        }
        if (value is { Type: JsonTokenType.String } text && !string.IsNullOrWhiteSpace(row.Text(text)))
        {
            row.Repair("wrong-type", name, "A link should be an object with title, identifier and uri; the text was taken as its uri.");
            return ByUri(row.Text(text), null, "");
        }
        row.Reject("missing-field", name, "The required field {0} is missing or empty.", field);
        return s_none;
    }

    private CaseEnd? Read()
    {
        link.IsNew = link.Has("targetType"u8);
        var id = link.Optional("identifier"u8);
        var uri = link.Optional("uri"u8);
        var title = link.Optional("title"u8);
        var scheme = Scheme();
        var rest = link.Rest();
        if (id is not null)
            return WithScheme(ById(id.Trim(), uri, title, rest), scheme);
        if (uri is null)
            return null;
        link.Repair("missing-field", "identifier"u8, "The link has no identifier; its uri was used.");
        return WithScheme(ByUri(uri, title, rest), scheme);
    }

    /// <summary>A target of a type that Trellis can resolve; any other type stays among what the link says besides.</summary>
    private string? Scheme()
    {
        if (link.Take("targetType"u8) is not { } value)
            return null;
        var scheme = Array.Find(NodeSchemes.All, s => link.Text(value) == AssociationType.Prefix + CaseTrellis.Name(s));
        if (scheme is null)
            link.Leave(value);
        return scheme;
    }

    private static CaseEnd WithScheme(CaseEnd end, string? scheme) => scheme is null ? end : end with { Node = end.Node with { Scheme = scheme } };

    private CaseEnd ById(string id, string? uri, string? title, string rest)
    {
        var uuid = SourceId.Uuid(id);
        var known = nodes.Find(uuid ?? NameBasedId.Of(link.NameSpace, id));
        // Some publishers give a statement the identifier of its framework; then the address tells which is meant.
        if (known is not null && known.IdText == nodes.DocumentId && uri is not null && uri == nodes.DocumentUri && known.Statement.Uri != uri)
            known = null;
        var text = known?.IdText ?? uuid?.ToString("D", CultureInfo.InvariantCulture) ?? id;
        return new(new(text, uri, title), known, rest);
    }

    private CaseEnd ByUri(string uri, string? title, string rest)
    {
        var known = nodes.FindByUri(uri);
        return new(new(known?.IdText ?? uri, uri, title), known, rest);
    }
}
