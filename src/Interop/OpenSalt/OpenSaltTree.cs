using System.Globalization;
using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.OpenSalt;

/// <summary>
/// Gives every statement one place: smartLevel 1.2.3 stands under 1.2 as its third child; where that says nothing, the first
/// isChildOf counts. The association that says the same as the place is kept with the statement, every other stays a link.
/// </summary>
internal sealed class OpenSaltTree(OpenSaltItems items, OpenSaltAssociations associations, ImportReport report)
{
    /// <summary>In a statement's extensions: the isChildOf association that gives it its place, under the name that the CASE reader uses.</summary>
    private const string Placement = "trellis:placement";

    private readonly Dictionary<string, OpenSaltItem> _byLevel = new(StringComparer.Ordinal);

    public List<Statement> Arrange(FrameworkVersion version)
    {
        foreach (var item in items.All.Where(i => i.Level is not null))
        {
            if (!_byLevel.TryAdd(item.Level!, item))
            {
                report.Add(Problem.Noted("duplicate-level", item.Where, "The smartLevel {0} stands already in row {1}; statements below it went to the first.",
                    item.Level!, _byLevel[item.Level!].Row.ToString(CultureInfo.InvariantCulture)));
            }
        }
        var edges = associations.Edges.ToLookup(e => e.Child);
        for (var i = 0; i < items.All.Count; i++)
            Place(items.All[i], i, [.. edges[items.All[i]]]);
        CutRings();
        var used = items.All.Where(i => i.Place is not null).Select(i => i.Place!.Link).ToHashSet();
        foreach (var item in items.All.Where(i => i.Place is not null))
            Keep(item.Statement, item.Place!.Link, version);
        associations.Links.RemoveAll(used.Contains);
        return items.All.ConvertAll(i => i.Statement);
    }

    private void Place(OpenSaltItem item, int index, List<OpenSaltEdge> edges)
    {
        var (level, dot) = (item.Level, item.Level?.LastIndexOf('.') ?? -1);
        item.Statement.Position = int.TryParse(level?[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : index;
        var above = dot > 0 ? _byLevel.GetValueOrDefault(level![..dot]) : null;
        if (above is not null || (level is not null && dot <= 0))
        {
            item.Statement.ParentId = above?.Statement.Id;
            item.Place = edges.Find(e => e.Parent == above);
            if (item.Place is null && edges.Count > 0)
                report.Add(Problem.Noted("other-parent", edges[0].Where, "This parent is not the one that smartLevel {0} names; the tree follows smartLevel, and this stays a link.", level!));
            return;
        }
        item.Place = edges.Find(e => e.Parent is not null) ?? edges.FirstOrDefault();
        item.Statement.ParentId = item.Place?.Parent?.Statement.Id;
        if (level is not null && item.Place is null)
            report.Add(Problem.Repaired("missing-parent", item.Where, "Its parent {0} is not in the file; it now stands at the top.", level[..dot]));
    }

    private void CutRings()
    {
        foreach (var statement in ParentRings.Cut([.. items.All.Select(i => i.Statement)]))
        {
            var item = items.Find(statement.Id)!;
            report.Add(Problem.Repaired("ring-of-parents", item.Place?.Where ?? item.Where, "Its chain of parents leads back to itself; it now stands at the top."));
            item.Place = null;
        }
    }

    private static void Keep(Statement statement, Alignment link, FrameworkVersion version)
    {
        var all = statement.Extensions is { } json ? JsonNode.Parse(json)!.AsObject() : [];
        var placement = new JsonObject { ["identifier"] = link.Id.ToString("D"), ["lastChangeDateTime"] = JsonValue.Create(version.ChangedAt) };
        if (link.Extensions is { } more)
        {
            foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
                placement[name] = value?.DeepClone();
        }
        all[Placement] = placement;
        statement.Extensions = all.ToJsonString(TextJson.Options);
    }
}
