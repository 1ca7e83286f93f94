using System.Runtime.InteropServices;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Turns the linking properties of statements into links that remember which property said so.</summary>
internal sealed class CtdlLinks(CtdlNode root, (Framework Framework, FrameworkVersion Version) read, CtdlStatements statements, ImportReport report)
{
    private readonly HashSet<Guid> _ids = [];
    private readonly Framework _framework = read.Framework;
    private readonly FrameworkVersion _version = read.Version;

    public List<Alignment> All { get; } = [];

    public void TakeAll()
    {
        foreach (var statement in statements.All)
        {
            foreach (var (name, link) in CtdlFields.Links)
                Take(statement, name, link);
        }
        foreach (var told in statements.All.SelectMany(s => s.Node.Own.Rest).Concat(root.Own.Rest))
            Add(told.Link);
    }

    /// <summary>A link that a property of one end states, between a statement and an address.</summary>
    public void Add(CtdlStatement from, string name, CtdlLink link, string address, JsonElement? value = null)
    {
        var key = from.Node.KeyOf(name);
        if (from.Node.Own.Pop(key, address) is { Count: > 0 } whole)
        {
            whole.ForEach(w => Add(w.Link));
            return;
        }
        var far = End(address, value);
        var id = NameBasedId.Of(_framework.Id, $"{from.IdText}|{key}|{address}");
        if (!_ids.Add(id))
        {
            report.Add(Problem.Repaired("duplicate-link", from.Node.At(name), "The link to {0} stands twice; it was taken once.", address));
            return;
        }
        var near = NodeRef.Statement(from.Statement.Id) with { Uri = from.Address };
        All.Add(new()
        {
            Id = id,
            Type = link.Type,
            Origin = link.IsReversed ? far : near,
            Destination = link.IsReversed ? near : far,
            Author = _framework.Publisher.Length > 0 ? _framework.Publisher : null,
            ChangedAt = from.Statement.ChangedAt,
            Extensions = Extensions(key, value),
        });
    }

    /// <summary>A link that Trellis told whole.</summary>
    private void Add(Alignment link)
    {
        if (_ids.Add(link.Id))
            All.Add(link);
    }

    private void Take(CtdlStatement from, string name, CtdlLink link)
    {
        var all = true;
        var source = name == "derivedFrom" ? from.Node.Own.Text("derivedAt") : null;
        foreach (var value in from.Node.Values(name))
        {
            if (source is not null && CtdlTexts.Address(value) == source)
                continue;
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
        var title = value is { } node ? new CtdlNode(node, "").Text("targetNodeName", _version.Language)?.In(_version.Language) : null;
        if (statements.Find(address) is { } known)
            return NodeRef.Statement(known.Statement.Id) with { Uri = known.Address, Title = title };
        return statements.IsRoot(address) ? new(_framework.Id.ToString("D"), _framework.Uri, title) : Outside(address, title);
    }

    /// <summary>A node that is not in the file.</summary>
    public static NodeRef Outside(string address, string? title)
    {
        var last = CtdlFields.Local(address);
        return Ctid.TryParse(last, out var ctid) ? new(ctid.Id.ToString("D"), address, title) : new(address, address, title);
    }

    /// <summary>What a link remembers of how it was stated.</summary>
    public static string Extensions(string key, JsonElement? value)
    {
        var property = $"{{\"{CtdlFields.Property}\":{JsonSerializer.Serialize(key, TextJson.Options)}";
        return value is { } node && node.EnumerateObject().Count() > 1
            ? $"{property},\"{CtdlFields.Value}\":{JsonCompact.Of(JsonMarshal.GetRawUtf8Value(node))}}}"
            : property + "}";
    }
}
