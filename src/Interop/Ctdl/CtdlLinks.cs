using System.Runtime.InteropServices;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Turns the linking properties of statements into links that remember which property said so.</summary>
internal sealed class CtdlLinks(Framework framework, FrameworkVersion version, CtdlStatements statements, ImportReport report)
{
    private readonly HashSet<Guid> _ids = [];

    public List<Alignment> All { get; } = [];

    public void TakeAll()
    {
        foreach (var statement in statements.All)
        {
            foreach (var (name, link) in CtdlFields.Links)
                Take(statement, name, link);
        }
    }

    /// <summary>A link that a property of one end states, between a statement and an address.</summary>
    public void Add(CtdlStatement from, string name, CtdlLink link, string address, JsonElement? value = null)
    {
        var key = from.Node.KeyOf(name);
        var far = End(address, value);
        var id = NameBasedId.Of(framework.Id, $"{from.IdText}|{key}|{address}");
        if (!_ids.Add(id))
        {
            report.Add(Problem.Repaired("duplicate-link", from.Node.At(name), "The link to {0} stands twice; it was taken once.", address));
            return;
        }
        var near = NodeRef.Statement(from.Statement.Id) with { Uri = from.Statement.Uri };
        All.Add(new()
        {
            Id = id,
            Type = link.Type,
            Origin = link.IsReversed ? far : near,
            Destination = link.IsReversed ? near : far,
            Author = framework.Publisher.Length > 0 ? framework.Publisher : null,
            ChangedAt = from.Statement.ChangedAt,
            Extensions = Extensions(key, value),
        });
    }

    private void Take(CtdlStatement from, string name, CtdlLink link)
    {
        var all = true;
        foreach (var value in from.Node.Values(name))
        {
            if (CtdlTexts.Address(value) is { } address && IsAddress(address))
                Add(from, name, link, address, value.ValueKind == JsonValueKind.Object ? value : null);
            else
                all = false;
        }
        if (all)
            from.Node.Take(name);
    }

    private static bool IsAddress(string text) => text.Contains(':', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);

    private NodeRef End(string address, JsonElement? value)
    {
        var title = value is { } node ? new CtdlNode(node, "").Text("targetNodeName", version.Language)?.In(version.Language) : null;
        if (statements.Find(address) is { } known)
            return NodeRef.Statement(known.Statement.Id) with { Uri = known.Statement.Uri, Title = title };
        if (statements.IsRoot(address))
            return new(framework.Id.ToString("D"), framework.Uri, title);
        var last = CtdlFields.Local(address);
        return Ctid.TryParse(last, out var ctid) ? new(ctid.Id.ToString("D"), address, title) : new(address, address, title);
    }

    private static string Extensions(string key, JsonElement? value)
    {
        var property = $"{{\"{CtdlFields.Property}\":{JsonSerializer.Serialize(key, TextJson.Options)}";
        return value is { } node && node.EnumerateObject().Count() > 1
            ? $"{property},\"{CtdlFields.Value}\":{JsonCompact.Of(JsonMarshal.GetRawUtf8Value(node))}}}"
            : property + "}";
    }
}
